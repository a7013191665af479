"""pip, with what its configuration says of package indexes and of nothing else.

A setting such as `user`, `target` or `require-virtualenv`, in whichever of pip's files, would put
the packages elsewhere. So pip is asked for its configuration, and gets back the part of it that
tells where packages come from, as variables; its files it does not see.
"""

import ast
import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from builder.commands import Command, environment, run

SECTIONS = ("global", "{command}", ":env:")  # the later goes before, as in pip itself
LINE = re.compile(r"([\w:-]+)\.([\w-]+)=(.+)")
SOURCES = {
    *("index-url", "extra-index-url", "find-links", "no-index", "trusted-host"),
    *("proxy", "cert", "client-cert", "keyring-provider", "cache-dir", "timeout"),
    *("default-timeout", "retries", "use-feature"),
}


def pip(python: Path, command: str, *words: str | Path) -> None:
    """Have the pip of an environment carry out `install` or `download`; BuildError if it fails."""
    quiet = ["--disable-pip-version-check"]
    configured = sources(_configuration(python), command)
    run([*_program(python), command, *quiet, *words], extra=configured)


def sources(configuration: Iterable[str], command: str) -> dict[str, str]:
    """Return, as variables, what the lines of `pip config list` say of where packages are.

    Raises nothing: a line that is none is passed over.
    """
    wanted = [name.format(command=command) for name in SECTIONS]
    found: dict[str, dict[str, str]] = {name: {} for name in wanted}
    for section, key, value in _parsed(configuration):
        if section in found and key in SOURCES:
            found[section][key] = value
    merged = {key: value for name in wanted for key, value in found[name].items()}
    variables = {f"PIP_{key.replace('-', '_').upper()}": value for key, value in merged.items()}
    return {**variables, "PIP_CONFIG_FILE": os.devnull}  # then pip reads no file at all


def _parsed(lines: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    for line in lines:
        if match := LINE.fullmatch(line):
            yield match[1], match[2], str(ast.literal_eval(match[3]))


def _configuration(python: Path) -> list[str]:
    """Return the lines of `pip config list`; pip itself complains of a file that it cannot read."""
    asked = [*_program(python), "config", "list"]
    answer = subprocess.run(
        asked, env=environment(), stdout=subprocess.PIPE, encoding="utf-8", check=False
    )
    return answer.stdout.splitlines()


def _program(python: Path) -> Command:
    return [python, "-m", "pip"]
