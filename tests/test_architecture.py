"""Which module may import which: the contracts in pyproject.toml, and what they cannot say."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

PROJECT = Path(__file__).resolve().parent.parent
HANDLERS = sorted(PROJECT.glob("functions/*/app.py"))
SDK = {"boto3", "botocore.session", "botocore.client"}  # Powertools does load `botocore` itself, which is empty


def test_the_import_contracts_of_pyproject_hold(monkeypatch, capsys):
    monkeypatch.chdir(PROJECT)
    status = lint_imports(config_filename=str(PROJECT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


@pytest.mark.parametrize("path", HANDLERS, ids=lambda path: path.parent.name)
def test_a_handler_is_a_page_that_imports_the_layer_and_nothing_else(path):
    tree = ast.parse(path.read_text())
    imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported - sys.stdlib_module_names <= {"filings", "aws_lambda_powertools"}
    assert len(path.read_text().splitlines()) < 100


@pytest.mark.parametrize("path", HANDLERS, ids=lambda path: path.parent.name)
def test_importing_a_handler_loads_no_sdk_and_makes_no_client(path):
    """In a fresh process, without an environment: work at import is paid by every cold start."""
    code = "import sys, app; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=path.parent,
        env={"PYTHONPATH": str(PROJECT / "shared")},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(ran.stdout.split())
    assert not loaded & SDK
    assert not loaded & {"local", "moto", "rich", "typer", "selectolax"}


def test_importing_process_filing_takes_less_than_a_quarter_of_a_second_of_cpu():
    """The budget: 250 ms without SDK and clients. The best of three, for the machine may be busy."""
    code = "import time; start = time.process_time(); import app; print(time.process_time() - start)"
    environment = {"PYTHONPATH": str(PROJECT / "shared")}
    taken = [
        float(
            subprocess.run(
                [sys.executable, "-c", code],
                cwd=PROJECT / "functions" / "process_filing",
                env=environment,
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
        for _ in range(3)
    ]
    assert min(taken) < 0.25
