"""docs/security.md says what the template and the lock say; and every page that is named anywhere is there."""

import re

from local.naming import StackNames
from local.permissions import allowed_pairs
from local.template import PROJECT, load_template
from tests.hostile import SHAPES

PAGE = (PROJECT / "docs" / "security.md").read_text(encoding="utf-8")
NAMES = StackNames(load_template(), "https://sqs.us-east-1.amazonaws.com")
FUNCTIONS = [name for name, found in NAMES.template.resources.items() if found.type == "AWS::Lambda::Function"]
SOURCES = [
    path
    for pattern in (
        "*",
        ".c*",
        ".ci/*",
        "*/*.py",
        "shared/**/*.py",
        "functions/*/*.py",
        "local/**/*.py",
        "shared/Makefile",
    )
    for path in PROJECT.glob(pattern)
    if path.is_file() and path.suffix in ("", ".py", ".yaml", ".toml", ".md", ".in", ".txt")
]


def test_the_table_of_roles_is_the_template():
    rows = [
        line.split("|")[1:4] for line in PAGE.splitlines() if line.startswith("|") and re.search(r"`\w+:\w+`", line)
    ]
    told: dict[str, set[str]] = {}
    function = ""
    for name, _, actions in rows:
        function = name.strip() or function
        told.setdefault(function, set()).update(re.findall(r"`(\w+:\w+)`", actions))

    assert told == {name: {action for action, _ in allowed_pairs(NAMES, name)} for name in FUNCTIONS}


def test_its_numbers_are_right():
    pinned = re.findall(r"^\S+==", (PROJECT / "shared" / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert f"{len(pinned)} distributions" in PAGE
    assert len(SHAPES) > 70


def test_every_file_that_it_names_is_there():
    named = re.findall(r"`((?:tests|local|shared|docs)/[\w./-]+)`", PAGE)
    assert len(named) > 10
    assert [path for path in named if not (PROJECT / path).exists()] == []


def test_every_page_that_the_template_or_the_code_names_is_there():
    named = {
        (path.name, page) for path in SOURCES for page in re.findall(r"\bdocs/[\w-]+\.\w+", path.read_text("utf-8"))
    }
    assert ("template.yaml", "docs/notification.md") in named
    written = {"docs/load.md", "docs/performance.md"}  # by make load and make bench
    assert {(name, page) for name, page in named if page not in written and not (PROJECT / page).exists()} == set()
