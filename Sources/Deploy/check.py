"""Asks whether the packages in a folder are whole and sound; read here anew, by nothing of what has written them.

    python3 check.py FOLDER [OTHER]

With another folder, whether both hold the same bytes. Each thing that is wrong is a line; status 1 if there is any.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import Iterator

MOST_BYTES = 10_000_000
NEEDED = [
    "bin/gradus", "share/gradus/lessons/01-why-weights-must-start-somewhere.md", "share/gradus/lessons/data/iris.csv",
    "share/man/man1/gradus.1", "share/bash-completion/completions/gradus", "share/zsh/site-functions/_gradus",
    "share/fish/vendor_completions.d/gradus.fish", "share/doc/gradus/README.md", "share/doc/gradus/copyright",
    "share/jupyter/kernels/gradus/kernel.json",
]
NEEDED_BY_CLASSES = ["bin/gradus-serve", "share/doc/gradus-serve/README.md", "share/doc/gradus-serve/copyright"]


def sums(folder: Path) -> Iterator[str]:
    """SHA256SUMS lists what is there, and what is there is what it lists."""
    if not (folder / "SHA256SUMS").is_file():
        yield f"there is no SHA256SUMS in {folder}: 'sh .ci/package' makes the packages"
        return
    listed = dict(reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text().splitlines())
    found = {path.name for path in folder.iterdir()} - {"SHA256SUMS"}
    for name in sorted(found ^ set(listed)):
        yield f"{name} is {'listed in SHA256SUMS and not there' if name in listed else 'not listed in SHA256SUMS'}"
    for name in sorted(found & set(listed)):
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != listed[name]:
            yield f"{name} is not what SHA256SUMS says"


def one(folder: Path, pattern: str) -> Path:
    found = list(folder.glob(pattern))
    if len(found) != 1:
        sys.exit(f"there are {len(found)} files {pattern} in {folder}, and there should be one")
    return found[0]


def files(archive: tarfile.TarFile, prefix: str) -> dict[str, bytes]:
    """The files below a folder of an archive, by what they are called below it."""
    return {
        member.name[len(prefix):]: archive.extractfile(member).read()
        for member in archive if member.isfile() and member.name.startswith(prefix)}


def tarball(path: Path) -> Iterator[str]:
    with tarfile.open(path) as archive:
        members = archive.getmembers()
    if [member.name for member in members] != sorted(member.name for member in members):
        yield f"{path.name}: the names are not in order"
    if len({member.mtime for member in members}) != 1:
        yield f"{path.name}: the files are of several times"
    if any((member.uid, member.gid, member.uname, member.gname) != (0, 0, "", "") for member in members):
        yield f"{path.name}: a file has an owner"
    if any(member.mode != (0o755 if member.isdir() or "/bin/" in member.name else 0o644) for member in members):
        yield f"{path.name}: a file has other rights than it should"


def program(data: bytes) -> Iterator[str]:
    """It is linked to nothing, and speaks of no folder in which it was built."""
    if data[:6] != b"\x7fELF\x02\x01":
        yield "the program is no 64-bit ELF file"
        return
    start, = struct.unpack_from("<Q", data, 0x20)
    size, count = struct.unpack_from("<HH", data, 0x36)
    kinds = {struct.unpack_from("<I", data, start + size * index)[0] for index in range(count)}
    for kind, name in {2: "a dynamic section", 3: "an interpreter"}.items():
        if kind in kinds:
            yield f"the program has {name}"
    for folder in {f"{Path.cwd()}/", f"{Path.home()}/"} - {"//"}:
        if folder.encode() in data:
            yield f"the program contains '{folder}'"


def says_its_version(data: bytes, version: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "gradus")
        path.write_bytes(data)
        path.chmod(0o755)
        said = subprocess.run([path, "--version"], stdout=subprocess.PIPE).stdout.decode()
    if version not in said:
        yield f"the program of version {version} says {said!r}"


def wheel(path: Path, tree: dict[str, bytes]) -> Iterator[str]:
    """RECORD is right, and what will be installed is the tree."""
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    record = next(name for name in content if name.endswith(".dist-info/RECORD"))
    rows = {name: (digest, size) for name, digest, size in csv.reader(io.StringIO(content[record].decode()))}
    for name, data in content.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        if rows.get(name) != (("", "") if name == record else (f"sha256={digest}", str(len(data)))):
            yield f"{path.name}: RECORD is wrong about {name}"
    installed = {}
    for name, data in content.items():
        _, _, inner = name.partition(".data/")
        kind, _, below = inner.partition("/")
        if kind:
            installed[{"scripts": f"bin/{below}", "data": below}.get(kind, name)] = data
    if installed != tree:
        yield f"{path.name} would install other files than the tarball has"


def debian(path: Path, version: str, tree: dict[str, bytes], needed: list[str]) -> Iterator[str]:
    """The system's own tool can read it, and it has the same files as the tarball."""
    def said(*arguments: str) -> bytes:
        return subprocess.run(["dpkg-deb", *arguments], check=True, stdout=subprocess.PIPE).stdout

    fields = said("--field", str(path), "Package", "Version", "Architecture").decode()
    if fields != f"Package: {path.name.split('_')[0]}\nVersion: {version}\nArchitecture: amd64\n":
        yield f"{path.name} says {fields!r}"
    with tarfile.open(fileobj=io.BytesIO(said("--fsys-tarfile", str(path)))) as archive:
        folders = {"."}
        for member in archive:
            if str(Path(member.name).parent) not in folders:
                yield f"{path.name} has no folder before {member.name}"
            if member.isdir():
                folders.add(str(Path(member.name)))
        installed = files(archive, "./usr/")
    for name in needed:
        compressed = name.startswith("share/man/")
        if compressed and f"{name}.gz" not in installed or not compressed and installed.get(name) != tree.get(name):
            yield f"{path.name} has another {name} than the tarball"


def image(path: Path, tree: dict[str, bytes]) -> Iterator[str]:
    """Every piece is what its digest says, and the layer holds the tree."""
    with tarfile.open(path) as archive:
        pieces = files(archive, "")
    for name, data in pieces.items():
        if name.startswith("blobs/") and name != f"blobs/sha256/{hashlib.sha256(data).hexdigest()}":
            yield f"{path.name}: {name} has another digest"

    def piece(reference: dict[str, object]) -> bytes:
        return pieces[f"blobs/{str(reference['digest']).replace(':', '/')}"]

    manifest = json.loads(piece(json.loads(pieces["index.json"])["manifests"][0]))
    with tarfile.open(fileobj=io.BytesIO(piece(manifest["layers"][0]))) as layer:
        if files(layer, "usr/") != tree:
            yield f"{path.name} holds other files than the tarball"
    json.loads(piece(manifest["config"]))


def same(folder: Path, other: Path) -> Iterator[str]:
    names = {path.name for path in folder.iterdir()} | {path.name for path in other.iterdir()}
    for name in sorted(names):
        pair = [(place / name).read_bytes() if (place / name).is_file() else None for place in (folder, other)]
        if pair[0] != pair[1]:
            yield f"{name} is not the same in {folder} and in {other}"


def faults(folder: Path) -> Iterator[str]:
    """All that is wrong; what is not what its sum says is not read."""
    wrong = list(sums(folder))
    yield from wrong
    if wrong:
        return
    path = one(folder, "gradus-[0-9]*-linux-x86_64.tar.gz")
    version = path.name.split("-")[1]
    served = one(folder, "gradus-serve-*-linux-x86_64.tar.gz")
    trees = []
    for package, needed in ((path, NEEDED), (served, NEEDED_BY_CLASSES)):
        with tarfile.open(package) as archive:
            trees.append(files(archive, path.name[: -len(".tar.gz")] + "/"))
        for name in needed:
            if not trees[-1].get(name):
                yield f"{package.name} has no {name}"
        yield from tarball(package)
    tree, server = trees
    wheels = one(folder, "gradus_kernel-*.whl")
    for package in (path, wheels):
        if package.stat().st_size > MOST_BYTES:
            yield f"{package.name} has {package.stat().st_size} bytes, more than {MOST_BYTES}"
    for data in (tree.get("bin/gradus", b""), server.get("bin/gradus-serve", b"")):
        yield from program(data)
        yield from says_its_version(data, version)
    yield from wheel(wheels, tree)
    yield from debian(one(folder, "gradus_*_amd64.deb"), version, tree, NEEDED)
    yield from debian(one(folder, "gradus-serve_*_amd64.deb"), version, server, NEEDED_BY_CLASSES)
    yield from image(one(folder, "gradus-*.oci.tar"), tree)


if __name__ == "__main__":
    places = [Path(argument) for argument in sys.argv[1:]]
    for place in places:
        if not place.is_dir():
            sys.exit(f"there is no folder {place}: 'sh .ci/package' makes the packages")
    found = [*faults(places[0]), *(same(*places) if len(places) == 2 else ())]
    for fault in found:
        print(fault)
    if not found:
        print("The packages are whole and sound" + (", and the same in both folders." if len(places) == 2 else "."))
    sys.exit(1 if found else 0)
