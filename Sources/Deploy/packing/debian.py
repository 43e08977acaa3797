"""The .deb: the tree below /usr, without anything to depend on and without scripts that run when it comes or goes."""

from __future__ import annotations

import hashlib
import lzma
import os
from email.utils import formatdate
from typing import Mapping

from .archive import Entry, gzipped, placed, tar
from .licences import Component
from .release import SUMMARY, Release
from .tree import DOCUMENTATION

DESCRIPTION = """\
 A small command language for what stands on the blackboard when the start of
 a neural network is the subject: distributions, weighted sums, saturation,
 gradients layer by layer, initializers, training of small networks. Lessons
 are Markdown files whose commands are run and whose outputs are checked.
"""
OVERRIDES = """\
# One program for every system: it asks for no library, and for none of a
# certain version. What is linked in, and its sources, is said in Built-Using
# and in the copyright file.
gradus: statically-linked-binary [usr/bin/gradus]
gradus: embedded-library ncurses [usr/bin/gradus]
"""


def package(release: Release, tree: Mapping[str, Entry], components: list[Component]) -> bytes:
    files = placed(installed(release, tree), "./usr")
    size = sum(len(entry.data or b"") for entry in files.values())
    sums = "".join(f"{hashlib.md5(entry.data or b'').hexdigest()}  {path[2:]}\n" for path, entry in sorted(files.items()))
    control = {
        "./control": Entry(control_text(release, components, size).encode()),
        "./md5sums": Entry(sums.encode()),
    }
    members = {
        "debian-binary": b"2.0\n",
        "control.tar.xz": lzma.compress(tar(control, release.time), preset=9),
        "data.tar.xz": lzma.compress(tar(files, release.time), preset=9),
    }
    return b"!<arch>\n" + b"".join(member(name, data, release.time) for name, data in members.items())


def member(name: str, data: bytes, time: int) -> bytes:
    """A member of an archive of ar(5)."""
    header = f"{name:<16}{time:<12}{0:<6}{0:<6}{'100644':<8}{len(data):<10}`\n".encode()
    return header + data + b"\n" * (len(data) % 2)


def installed(release: Release, tree: Mapping[str, Entry]) -> dict[str, Entry]:
    """The tree as Debian wants it: manual compressed, a changelog, licences that the system has left out."""
    entries: dict[str, Entry] = {}
    for path, entry in tree.items():
        if path.startswith(f"{DOCUMENTATION}/licences/common/"):
            continue
        if path.startswith("share/man/"):
            path, entry = f"{path}.gz", Entry(gzipped(entry.data or b""))
        entries[path] = entry
    entries[f"{DOCUMENTATION}/changelog.gz"] = Entry(gzipped(changelog(release).encode()))
    entries["share/lintian/overrides/gradus"] = Entry(OVERRIDES.encode())
    return entries


def control_text(release: Release, components: list[Component], size: int) -> str:
    """`size` is in bytes."""
    sources = ", ".join(component.debian_source for component in components if component.debian_source)
    return (
        f"Package: gradus\nVersion: {release.version}\nArchitecture: amd64\nMaintainer: {maintainer()}\n"
        f"Installed-Size: {-(-size // 1024)}\nBuilt-Using: {sources}\nSection: education\nPriority: optional\n"
        f"Description: {SUMMARY}\n{DESCRIPTION}")


def changelog(release: Release) -> str:
    date = formatdate(release.time)
    return (
        f"gradus ({release.version}) stable; urgency=medium\n\n  * Built from commit {release.commit}.\n\n"
        f" -- {maintainer()}  {date}\n")


def maintainer() -> str:
    """Whoever packs it, by the variables that Debian's own tools read."""
    name = os.environ.get("DEBFULLNAME", "The authors of gradus")
    return f"{name} <{os.environ.get('DEBEMAIL', 'gradus@gradus.invalid')}>"
