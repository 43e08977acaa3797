"""Whose work is linked into the program, as the linker's map tells, and under which licences.

Nothing is listed by hand: an archive belongs to the Debian package that has installed it, to the Swift toolchain, or to a
package that Swift's package manager has fetched. One that belongs to nobody is an error.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from .archive import Entry
from .release import PackingError, Release, run

# Where Debian keeps the licences that its copyright files only name.
COMMON_LICENCES = Path("/usr/share/common-licenses")


@dataclass
class Component:
    """Something that others wrote, at the version that is linked in."""

    name: str
    version: str
    origin: str
    # What Debian says of it; empty where a licence of its own says all.
    copyright: str = ""
    licence: bytes = b""
    # The archives and start files that are of it.
    parts: set[str] = field(default_factory=set)
    # The Debian source package, as dpkg writes such a relation; nothing of others.
    debian_source: str = ""


def components(link_map: Path, build: Path) -> list[Component]:
    """What the map of a link says is in the program, in the order of its names.

    `build` is the folder in which Swift's package manager has built.
    """
    toolchain = Path(os.path.realpath(shutil.which("swiftc") or "swiftc")).parent.parent
    found: dict[str, Component] = {}
    words = link_map.read_text(errors="replace")
    for path in linked_files(words, build):
        component = swift(toolchain) if toolchain in path.parents else debian(path)
        found.setdefault(component.name, component).parts.add(path.name)
    for component in packages(words, build):
        found[component.name] = component
    return [found[name] for name in sorted(found)]


def linked_files(link_map: str, build: Path) -> list[Path]:
    """The archives and objects that were linked in and do not come from our own build."""
    names = re.findall(r"(?<=\s)(?:(/[^\s():]+\.a)\(|(/[^\s():]+\.o)(?:$|:\())", link_map, re.MULTILINE)
    paths = {Path(os.path.realpath(archive or found)) for archive, found in names}
    own = Path(os.path.realpath(build))
    return sorted(path for path in paths if own not in path.parents)


def swift(toolchain: Path) -> Component:
    version = re.search(r"Swift version (\S+)", run("swiftc", "--version").decode())
    if not version:
        raise PackingError("swiftc says no version")
    licence = (toolchain / "share/swift/LICENSE.txt").read_bytes()
    return Component("swift", version[1], "https://github.com/swiftlang/swift", licence=licence)


def debian(path: Path) -> Component:
    try:
        owner = run("dpkg", "--search", str(path)).decode().split(":")[0]
    except PackingError as error:
        raise PackingError(f"{path} is linked in, and nothing tells whose it is") from error
    source, version = run(
        "dpkg-query", "--show", "--showformat", "${source:Package} ${source:Version}", owner).decode().split()
    copyright = Path(f"/usr/share/doc/{owner}/copyright").read_text()
    return Component(
        source, version, f"the source package {source} of Debian or Ubuntu", copyright,
        debian_source=f"{source} (= {version})")


def packages(link_map: str, build: Path) -> list[Component]:
    """The Swift packages of which a module is in the program."""
    modules = set(re.findall(r"/([^/\s]+)\.build/\S+\.o", link_map))
    state = json.loads((build / "workspace-state.json").read_text())
    found = []
    for dependency in state["object"]["dependencies"]:
        package, checkout = dependency["packageRef"], dependency["state"]["checkoutState"]
        sources = build / "checkouts" / dependency["subpath"]
        if modules.isdisjoint(folder.name for folder in [*sources.glob("*"), *sources.glob("Sources/*")]):
            continue
        licences = sorted(sources.glob("LICENSE*"))
        if not licences:
            raise PackingError(f"the Swift package {package['identity']} has no licence")
        found.append(Component(
            package["identity"], checkout.get("version", checkout["revision"]), package["location"],
            licence=b"".join(licence.read_bytes() for licence in licences)))
    return found


def own_licences(components: list[Component]) -> dict[str, Entry]:
    """The licences that components bring along themselves."""
    return {f"{component.name}.txt": Entry(component.licence) for component in components if component.licence}


def common_licences(components: list[Component]) -> dict[str, Entry]:
    """The licences that Debian's copyright files only name, for systems that do not have them."""
    pattern = re.escape(str(COMMON_LICENCES)) + r"/([A-Za-z0-9.-]*[A-Za-z0-9])"
    names = {name for component in components for name in re.findall(pattern, component.copyright)}
    return {name: Entry((COMMON_LICENCES / name).read_bytes()) for name in names if (COMMON_LICENCES / name).is_file()}


def copyright_text(release: Release, components: list[Component]) -> str:
    """Who has written what is in the package, and what may be done with it."""
    return "\n".join([
        HEADER.format(version=release.version, commit=release.commit),
        *(f"  {component.name} {component.version}" for component in components),
        *(section(component) for component in components),
    ])


def section(component: Component) -> str:
    title = f"{component.name} {component.version}"
    parts = f"Linked in: {', '.join(sorted(component.parts))}\n" if component.parts else ""
    text = component.copyright or f"Under the licence in licences/{component.name}.txt beside this file.\n"
    return f"\n{title}\n{'=' * len(title)}\n\nSource: {component.origin}\n{parts}\n{text}"


HEADER = """\
gradus {version}, built from commit {commit}

Copyright the authors of gradus. No licence for gradus itself has been chosen yet. The lessons' data have their sources in
share/gradus/lessons/data/SOURCES.txt.

The program carries along all that it is linked with, so that it runs without any of it being installed. What follows are these
components, each with its version, where its source is, and its own copyright and licences. A licence that is only named there
by its path in /usr/share/common-licenses stands in licences/common beside this file, where the system does not have it.

The GNU C library is under the LGPL, which grants everybody the right to link the program with a changed one. The source of
gradus at the commit above does that: put the changed libc.a in its place, then run 'sh .ci/package' in a clone.
"""
