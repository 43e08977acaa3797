"""The Homebrew formula: the one in `gradus.rb` with the version and the sum of the sources."""

from __future__ import annotations

import hashlib
from pathlib import Path

from .release import SUMMARY, Release

TEMPLATE = Path(__file__).parent.parent / "gradus.rb"


def formula(release: Release, source: bytes) -> bytes:
    text = TEMPLATE.read_text()
    for word, value in {
        "SUMMARY": SUMMARY[:1].upper() + SUMMARY[1:],
        "VERSION": release.version,
        "SHA256": hashlib.sha256(source).hexdigest(),
    }.items():
        text = text.replace(f"@{word}@", value)
    return text.encode()
