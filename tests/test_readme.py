"""README.md and docs/ hold: what they tell you to run is run, what they point to is there."""

import itertools
import json
import pkgutil
import re
import shlex
import string
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import filings.forms
from filings.forms._form import Report
from filings.record import Document
from local.cloud import LocalCloud

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in ROOT.glob("docs/*.md")}
PAGES["README.md"] = README

BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.M | re.S)
SHELL = [re.sub(r"\\\n\s*", "", code) for language, code in BLOCKS if language == "sh"]
COMMANDS = [line for code in SHELL for line in code.splitlines() if line and not line.startswith("#")]
SHOWN = [
    (code.strip(), said) for (kind, code), (shown, said) in itertools.pairwise(BLOCKS)
    if (kind, shown) == ("sh", "json")
]  # fmt: skip


@pytest.mark.parametrize(("command", "said"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_prints_what_stands_below_it(command, said):
    run = subprocess.run(
        command.replace(".venv/bin/filings", f'"{sys.executable}" -m local.cli'),
        shell=True, cwd=ROOT, capture_output=True, timeout=60,
    )  # fmt: skip
    printed = run.stdout.decode().splitlines()

    assert [line for line in said.splitlines() if line not in printed] == []


def test_the_readme_shows_the_parser_at_work():
    assert len(SHOWN) == 2


def test_the_aws_commands_are_ones_that_aws_takes():
    """Each is made as a call, on the local cloud, after the upload that README tells of."""
    sample = next(shlex.split(command)[3] for command in COMMANDS if command.startswith("aws s3 cp"))
    with LocalCloud.from_template() as cloud:
        cloud.upload(Path(sample).name, (ROOT / sample).read_bytes())
        cloud.drain({"ProcessFiling": cloud.handler("ProcessFiling")})
        values = {
            "ALERTS_TOPIC": cloud.ref("FilingAlertsTopic"),
            "EVENTS_TOPIC": cloud.ref("FilingEventsTopic"),
            "FILINGS_TABLE": cloud.ref("FilingsTable"),
            "QUEUE_ARN": cloud.arn("InboxDeadLetterQueue"),
        }
        answers = [
            called(cloud, string.Template(command).substitute(values))
            for command in COMMANDS
            if command.startswith(("aws sns", "aws dynamodb"))
        ]

    subscriptions = [answer["SubscriptionArn"] for answer in answers if "SubscriptionArn" in answer]
    day, filing = (answer["Items"] for answer in answers if "Items" in answer)
    assert len(subscriptions) == 2
    assert [row["filingId"]["S"] for row in day] == ["0009900101-18-000047"]
    assert "LATEST" in {row["sk"]["S"] for row in filing}


def called(cloud, command):
    """`aws sns subscribe --topic-arn X` as the call that it stands for."""
    _, service, operation, *words = shlex.split(command)
    arguments = {}
    while words:
        option = words.pop(0).removeprefix("--")
        if option == "notification-endpoint":
            option = "endpoint"  # the AWS CLI's one name of its own: --endpoint would shadow --endpoint-url
        name = "".join(part.capitalize() for part in option.split("-"))
        value = words.pop(0) if words and not words[0].startswith("--") else True
        arguments[name] = json.loads(value) if str(value).startswith("{") else value
    return getattr(cloud.client(service), operation)(**arguments)


def test_the_form_of_add_a_form_is_one_that_works():
    (code,) = re.findall(r"^ *```python\n(.*?)^ *```$", PAGES["docs/add-a-form.md"], re.M | re.S)
    module = {}
    exec(textwrap.dedent(code), module)  # a page of this repository
    lines = (
        "FORM 6-K", "SIGNATURES", "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant",
        "has duly caused this report to be signed.", "GLENDOWER SHIPPING PLC", "By: /s/ Ewan Frobisher", "Secretary",
    )  # fmt: skip
    page = "\n\n".join(lines)
    document = Document(type="6-K", size=len(page), start=0, end=len(page))

    parts = module["FORM"].read(Report("6-K", page, document, [document], None, lambda document: ""))

    assert [signature.name for signature in parts.signatures] == ["Ewan Frobisher"]


def test_every_make_target_that_is_named_is_there():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    named = {name for page in PAGES.values() for name in re.findall(r"(?:`|^)make ([a-z-]+)", page, re.M)}

    assert {"demo", "test", "sam-local"} <= named
    assert named - targets == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", PAGES[page])

    assert [link for link in links if "://" not in link and not ((ROOT / page).parent / link).exists()] == []


def test_every_module_of_a_form_has_its_row_in_the_readme():
    section = README.partition("\n## Forms\n")[2].partition("\n## ")[0]
    rows = [line.split("|")[2].strip(" `") for line in section.splitlines() if line.startswith("|")][2:]
    modules = [info.name for info in pkgutil.iter_modules(filings.forms.__path__)]

    assert sorted(rows) == sorted({name for name in modules if not name.startswith("_")} | {"_unlisted"})


def test_every_page_of_docs_is_in_the_readme():
    assert [name for name in PAGES if name != "README.md" and f"({name})" not in README] == []
