"""A .deb: a tree below /usr, depending on no library, without scripts that run when it comes or goes."""

from __future__ import annotations

import hashlib
import lzma
import os
from dataclasses import dataclass
from email.utils import formatdate
from typing import Mapping

from .archive import Entry, gzipped, placed, tar
from .licences import Component
from .release import SUMMARY, Release
from .tree import documentation

@dataclass(frozen=True)
class Package:
    name: str
    summary: str
    description: str
    # Of others, at the same version.
    depends: str
    overrides: str


PROMPT = Package("gradus", SUMMARY, """\
 A small command language for what stands on the blackboard when the start of
 a neural network is the subject: distributions, weighted sums, saturation,
 gradients layer by layer, initializers, training of small networks. Lessons
 are Markdown files whose commands are run and whose outputs are checked.
""", "", """\
# One program for every system: it asks for no library, and for none of a
# certain version. What is linked in, and its sources, is said in Built-Using
# and in the copyright file.
gradus: statically-linked-binary [usr/bin/gradus]
gradus: embedded-library ncurses [usr/bin/gradus]
""")
SERVER = Package("gradus-serve", "serves checked lessons to the browsers of a class", """\
 What 'gradus serve' calls: pages of lessons whose commands can be run and
 changed in a browser, exercises and quizzes with graded hints, and a board
 that shows the teacher where the class is. Nothing is installed on the
 students' machines, and no other network is needed than the room's.
""", "gradus", """\
# As gradus itself, one program for every system. Its manual page is the one
# of the subcommand, in the package gradus.
gradus-serve: statically-linked-binary [usr/bin/gradus-serve]
gradus-serve: embedded-library sqlite [usr/bin/gradus-serve]
gradus-serve: no-manual-page [usr/bin/gradus-serve]
""")


def deb(package: Package, release: Release, tree: Mapping[str, Entry], components: list[Component]) -> bytes:
    files = placed(installed(package, release, tree), "./usr")
    size = sum(len(entry.data or b"") for entry in files.values())
    sums = "".join(f"{hashlib.md5(entry.data or b'').hexdigest()}  {path[2:]}\n" for path, entry in sorted(files.items()))
    control = {
        "./control": Entry(control_text(package, release, components, size).encode()),
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


def installed(package: Package, release: Release, tree: Mapping[str, Entry]) -> dict[str, Entry]:
    """The tree as Debian wants it: manual compressed, a changelog, licences that the system has left out."""
    entries: dict[str, Entry] = {}
    papers = documentation(package.name)
    for path, entry in tree.items():
        if path.startswith(f"{papers}/licences/common/"):
            continue
        if path.startswith("share/man/"):
            path, entry = f"{path}.gz", Entry(gzipped(entry.data or b""))
        entries[path] = entry
    entries[f"{papers}/changelog.gz"] = Entry(gzipped(changelog(package, release).encode()))
    entries[f"share/lintian/overrides/{package.name}"] = Entry(package.overrides.encode())
    return entries


def control_text(package: Package, release: Release, components: list[Component], size: int) -> str:
    """`size` is in bytes."""
    sources = ", ".join(component.debian_source for component in components if component.debian_source)
    depends = f"Depends: {package.depends} (= {release.version})\n" if package.depends else ""
    return (
        f"Package: {package.name}\nVersion: {release.version}\nArchitecture: amd64\nMaintainer: {maintainer()}\n"
        f"Installed-Size: {-(-size // 1024)}\n{depends}Built-Using: {sources}\nSection: education\nPriority: optional\n"
        f"Description: {package.summary}\n{package.description}")


def changelog(package: Package, release: Release) -> str:
    date = formatdate(release.time)
    return (
        f"{package.name} ({release.version}) stable; urgency=medium\n\n  * Built from commit {release.commit}.\n\n"
        f" -- {maintainer()}  {date}\n")


def maintainer() -> str:
    """Whoever packs it, by the variables that Debian's own tools read."""
    name = os.environ.get("DEBFULLNAME", "The authors of gradus")
    return f"{name} <{os.environ.get('DEBEMAIL', 'gradus@gradus.invalid')}>"
