"""Makes the packages from a program that is built: tarball, .deb, wheel, container image, and what goes with them.

    python3 pack.py PROGRAM SYMBOLS MAP BUILD OUTPUT

PROGRAM is the stripped program, SYMBOLS what was stripped off, MAP what the linker says that it has linked, BUILD the folder in
which Swift's package manager has built, OUTPUT the folder for the packages.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from packing import archive, debian, homebrew, image, wheel
from packing.licences import components
from packing.release import PackingError, Release, run
from packing.tree import tree

SUMS = "SHA256SUMS"


def packages(program: Path, symbols: Path, link_map: Path, build: Path) -> dict[str, bytes]:
    """All that is handed over, by file names."""
    release = Release.of(program)
    linked = components(link_map, build)
    entries = tree(release, program, linked)
    name, time = release.name, release.time
    source = archive.gzipped(run(
        "git", "-c", "tar.umask=022", "archive", f"--prefix=gradus-{release.version}/", release.commit))
    debug = {f"{name}-symbols/{symbols.name}": archive.Entry(symbols.read_bytes())}
    return {
        f"{name}.tar.gz": archive.tightened(
            archive.gzipped(archive.tar(archive.placed(entries, name), time)), "advdef"),
        f"{name}-symbols.tar.gz": archive.gzipped(archive.tar(debug, time)),
        f"gradus_{release.version}_amd64.deb": debian.package(release, entries, linked),
        wheel.file_name(release): archive.tightened(wheel.wheel(release, entries), "advzip"),
        f"gradus-{release.version}.oci.tar": image.image(release, entries),
        f"gradus-{release.version}-source.tar.gz": source,
        "gradus.rb": homebrew.formula(release, source),
    }


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
