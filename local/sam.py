"""`sam build` and `sam local invoke` against a local cloud: the same function in Lambda's container.

aws-sam-cli pins its own dependencies, so it lives in .venv-sam (`make .venv-sam`); one on the path will do.
The container reaches the moto server as `host.docker.internal`, which is the host's address in each network.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from local.event_objects import EVENTS
from local.session import REGION
from local.template import PROJECT

__all__ = ["Answer", "SamError", "SamUnavailable", "build", "image_is_here", "invoke", "require", "write_environment"]

HOST: Final = "host.docker.internal"
RUNTIME: Final = "python3.13"


class SamUnavailable(Exception):
    """Something that `sam local invoke` needs is not on this machine; the message says what, and how to get it."""


class SamError(Exception):
    """sam, or the function in its container, failed; the message is the end of what it said."""


@dataclass(frozen=True)
class Answer:
    """What an invocation gave: the function's answer, and its log."""

    response: Any
    log: str


def require() -> None:
    """Raises `SamUnavailable` unless sam is installed and Docker runs."""
    _sam()
    if (
        shutil.which("docker") is None
        or subprocess.run(["docker", "info"], capture_output=True, check=False).returncode
    ):
        raise SamUnavailable("Docker does not run here: `sam local invoke` needs it")


def image_is_here() -> bool:
    """Whether Lambda's image for this processor is on this machine; if not, sam downloads it (200 MB)."""
    inspected = subprocess.run(["docker", "image", "inspect", _image()], capture_output=True, check=False)
    return inspected.returncode == 0


def build(folder: Path | None = None) -> None:
    """`sam build` into `folder`, or where sam puts it by default. Raises `SamError`."""
    where = [] if folder is None else ["--build-dir", str(folder), "--cache-dir", str(folder.with_suffix(".cache"))]
    _run(["build", *_overrides(), *where])


def invoke(function: str, event: Path, environment: Path, *, folder: Path | None = None) -> Answer:
    """`sam local invoke` with an event file, in the environment of a file of `write_environment`.

    Raises `SamError` also where the function itself fails: sam prints the error and exits with 0.
    """
    built = [] if folder is None else ["--template", str(folder / "template.yaml")]
    here = ["--skip-pull-image"] if image_is_here() else []
    options = ["--event", str(event), "--env-vars", str(environment), "--add-host", f"{HOST}:host-gateway"]
    done = _run(["local", "invoke", function, *options, *built, *here, *_overrides()])
    try:
        response = json.loads(done.stdout)
    except json.JSONDecodeError as no_json:
        raise SamError(f"no answer came: {done.stdout}\n{done.stderr[-2000:]}") from no_json
    if isinstance(response, dict) and "errorMessage" in response:
        raise SamError(json.dumps(response, indent=2))
    return Answer(response, done.stderr)


def write_environment(path: Path, endpoint_url: str) -> Path:
    """A copy of events/env.local.json that leads containers to the server at `endpoint_url`."""
    port = urlsplit(endpoint_url).port
    variables: dict[str, dict[str, str]] = json.loads((EVENTS / "env.local.json").read_text(encoding="utf-8"))
    for names in variables.values():
        names["AWS_ENDPOINT_URL"] = f"http://{HOST}:{port}"
    path.write_text(json.dumps(variables), encoding="utf-8")
    return path


def _sam() -> str:
    own = PROJECT / ".venv-sam" / "bin" / "sam"
    found = str(own) if own.exists() else shutil.which("sam")
    if found is None:
        raise SamUnavailable("aws-sam-cli is not installed here: run `make .venv-sam`")
    return found


def _processor() -> str:
    return "arm64" if platform.machine() in ("arm64", "aarch64") else "x86_64"


def _image() -> str:
    return f"public.ecr.aws/lambda/python:{RUNTIME.removeprefix('python')}-{_processor()}"


def _overrides() -> Sequence[str]:
    """This machine's processor: the template's default, arm64, would be emulated on another."""
    return ["--parameter-overrides", f"Architecture={_processor()}"]


def _run(arguments: Iterable[str]) -> subprocess.CompletedProcess[str]:
    command = [_sam(), *arguments]
    done = subprocess.run(command, cwd=PROJECT, env=_environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SamError(f"{' '.join(command[1:3])} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done


# sam hands its own credentials to the container, and made-up ones where it has none. With any at all it first asks
# STS whose they are, over the network. So it gets none: no real account can be reached, and nothing is waited for.
_NO_ACCOUNT: Final = {
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_DEFAULT_REGION": REGION,
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    "SAM_CLI_TELEMETRY": "0",
}


def _environment() -> Mapping[str, str]:
    """This process's, without anything of AWS's; `PYTHON` is the one whose pip builds the layer."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return others | _NO_ACCOUNT | {"PYTHON": sys.executable}
