"""`make audit` leaves nothing out without saying why, and what it runs is what runs before a commit is taken."""

import re

import yaml

from local.template import PROJECT

CONFIG = (PROJECT / ".checkov.yaml").read_text(encoding="utf-8")
SOURCES = [
    path for folder in ("shared", "functions", "local", "benchmarks") for path in PROJECT.glob(f"{folder}/**/*.py")
]


def test_every_check_of_the_template_that_is_left_out_has_its_reason_beside_it():
    left_out = yaml.safe_load(CONFIG)["skip-check"]
    assert re.findall(r"^  - (CKV_AWS_\d+) {3,}# \S.{20,}$", CONFIG, re.MULTILINE) == left_out


def test_every_finding_in_the_code_that_is_allowed_is_named_with_its_reason():
    allowed = [line for path in SOURCES for line in path.read_text(encoding="utf-8").splitlines() if "nosec" in line]
    assert allowed
    assert all(re.search(r"# nosec B\d{3}  # \S", line) for line in allowed)


def test_the_check_of_a_checkout_audits():
    assert re.search(r"^make audit\b", (PROJECT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)
