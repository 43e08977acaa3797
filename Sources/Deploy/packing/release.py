"""What is packed: a version, built from a commit."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

SUMMARY = "prompt and runner of checked lessons about the initialization of neural networks"
PLATFORM = "linux-x86_64"


class PackingError(Exception):
    """Why nothing can be packed, in words for whoever wanted it."""


@dataclass(frozen=True)
class Release:
    version: str
    commit: str
    # Of the commit, in seconds since 1970: the time of every file in every package.
    time: int

    @classmethod
    def of(cls, program: Path) -> Release:
        """The version is the one that the program itself says."""
        said = run(str(program), "--version").decode()
        found = re.search(r"\b\d+\.\d+\.\d+\b", said)
        if not found:
            raise PackingError(f"the program says no version: {said!r}")
        commit, time = run("git", "log", "-1", "--format=%H %ct").decode().split()
        return cls(found[0], commit, int(time))

    @property
    def name(self) -> str:
        return f"gradus-{self.version}-{PLATFORM}"


def run(*command: str) -> bytes:
    """What a command prints. Throws PackingError where it fails."""
    try:
        return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise PackingError(f"'{' '.join(command)}' failed: {error}") from error
