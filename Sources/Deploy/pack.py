"""Makes the packages from programs that are built: tarballs, .debs, wheel, container image, and what goes with them.

    python3 pack.py PROGRAMS BUILD OUTPUT

PROGRAMS is the folder of what `build` has left: of each program the stripped one, NAME.debug, what was stripped off, and NAME.map,
what the linker says that it has linked. BUILD is the folder in which Swift's package manager has built, OUTPUT the folder for the
packages.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from packing import archive, debian, homebrew, image, wheel
from packing.licences import components
from packing.release import PLATFORM, PackingError, Release, run
from packing.tree import server_tree, tree

SUMS = "SHA256SUMS"


def packages(programs: Path, build: Path) -> dict[str, bytes]:
    """All that is handed over, by file names."""
    release = Release.of(programs / "gradus")
    linked = components(programs / "gradus.map", build)
    entries = tree(release, programs / "gradus", linked)
    served = components(programs / "gradus-serve.map", build)
    server = server_tree(release, programs / "gradus-serve", served)
    source = archive.gzipped(run(
        "git", "-c", "tar.umask=022", "archive", f"--prefix=gradus-{release.version}/", release.commit))
    symbols = {
        f"{release.name}-symbols/{path.name}": archive.Entry(path.read_bytes()) for path in programs.glob("*.debug")}
    return {
        f"{release.name}.tar.gz": tarball(release, archive.placed(entries, release.name)),
        # In a folder of the same name, so that both can be unpacked in one place.
        f"gradus-serve-{release.version}-{PLATFORM}.tar.gz": tarball(release, archive.placed(server, release.name)),
        f"{release.name}-symbols.tar.gz": tarball(release, symbols),
        f"gradus_{release.version}_amd64.deb": debian.deb(debian.PROMPT, release, entries, linked),
        f"gradus-serve_{release.version}_amd64.deb": debian.deb(debian.SERVER, release, server, served),
        wheel.file_name(release): archive.tightened(wheel.wheel(release, entries), "advzip"),
        f"gradus-{release.version}.oci.tar": image.image(release, entries),
        f"gradus-{release.version}-source.tar.gz": source,
        "gradus.rb": homebrew.formula(release, source),
    }


def tarball(release: Release, entries: dict[str, archive.Entry]) -> bytes:
    return archive.tightened(archive.gzipped(archive.tar(entries, release.time)), "advdef")


def write(packages: dict[str, bytes], output: Path) -> None:
    """Writes them with their sums, in the place of those that an earlier list of sums names."""
    output.mkdir(parents=True, exist_ok=True)
    if (output / SUMS).is_file():
        for line in (output / SUMS).read_text().splitlines():
            (output / Path(line.split()[-1]).name).unlink(missing_ok=True)
    for name, data in packages.items():
        (output / name).write_bytes(data)
        print(f"{len(data) / 1e6:6.2f} MB  {name}")
    sums = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(packages.items()))
    (output / SUMS).write_text("".join(sums))


if __name__ == "__main__":
    try:
        *inputs, output = map(Path, sys.argv[1:])
        write(packages(*inputs), output)
    except PackingError as error:
        sys.exit(f"{sys.argv[0]}: {error}")
