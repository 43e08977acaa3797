"""Laws of the packages, on a small tree with a script in the place of the program.

    python3 packing_laws.py DEPLOY FOLDER

DEPLOY is the folder of the packing scripts, FOLDER one to write into. Status 1 and a line for each law that does not hold.
"""

import struct
import sys
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
FOLDER = Path(sys.argv[2])

import check  # noqa: E402
import pack  # noqa: E402
from packing import archive, debian, image, wheel  # noqa: E402
from packing.archive import Entry  # noqa: E402
from packing.licences import Component, copyright_text, linked_files  # noqa: E402
from packing.release import Release  # noqa: E402

RELEASE = Release("1.2.3", "c0ffee", 1_700_000_001)
LIBRARY = Component("libexample", "4.5", "the source package libexample", "Copyright somebody\n", debian_source="libexample (= 4.5-6)")
TREE = {name: Entry(f"{name} ×\n".encode()) for name in check.NEEDED}
TREE["bin/gradus"] = Entry.program(b"#!/bin/sh\necho 1.2.3\n")
TREE["share/doc/gradus/licences/common/LGPL-2.1"] = Entry(b"a licence\n")
SERVER = {name: Entry(f"{name} ×\n".encode()) for name in check.NEEDED_BY_CLASSES}
SERVER["bin/gradus-serve"] = Entry.program(b"#!/bin/sh\necho gradus-serve 1.2.3\n")

broken = []


def law(what, holds):
    if not holds:
        broken.append(what)


def packages(tree, server=SERVER):
    return {
        f"{RELEASE.name}.tar.gz": pack.tarball(RELEASE, archive.placed(tree, RELEASE.name)),
        "gradus-serve-1.2.3-linux-x86_64.tar.gz": pack.tarball(RELEASE, archive.placed(server, RELEASE.name)),
        "gradus_1.2.3_amd64.deb": debian.deb(debian.PROMPT, RELEASE, tree, [LIBRARY]),
        "gradus-serve_1.2.3_amd64.deb": debian.deb(debian.SERVER, RELEASE, server, [LIBRARY]),
        wheel.file_name(RELEASE): wheel.wheel(RELEASE, tree),
        "gradus-1.2.3.oci.tar": image.image(RELEASE, tree),
    }


def faults(packages, folder):
    """What is found in packages, but for the program, which is none."""
    pack.write(packages, folder)
    return [fault for fault in check.faults(folder) if not fault.startswith("the program")]


# The same bytes, in whatever order the tree was laid out.
first = packages(TREE)
again = packages(dict(reversed(TREE.items())), dict(reversed(SERVER.items())))
law("packages are the same when they are made again", first == again)
law("packages without a fault have none", faults(first, FOLDER / "first") == [])
law("both folders are the same", not list(check.same(FOLDER / "first", FOLDER / "first")))
law("what is there no more is removed", faults(first, FOLDER / "first") == [])

# Every kind of damage is found.
whole = {name: (FOLDER / "first" / name).read_bytes() for name in first}
for name, data in whole.items():
    damaged = data[:len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1:]
    (FOLDER / "first" / name).write_bytes(damaged)
    found = list(check.faults(FOLDER / "first"))
    law(f"damage in {name} is found", found == [f"{name} is not what SHA256SUMS says"])
    (FOLDER / "first" / name).write_bytes(data)
other = packages(
    {**TREE, "bin/gradus": Entry.program(b"#!/bin/sh\necho 1.2.3 again\n")},
    {**SERVER, "bin/gradus-serve": Entry.program(b"#!/bin/sh\necho 1.2.3 again\n")})
for name in other:
    found = faults({**first, name: other[name]}, FOLDER / "mixed")
    law(f"another program in {name} is found", found != [])
law("it is seen in which file", len(list(check.same(FOLDER / "first", FOLDER / "mixed"))) == 2)

# RECORD counts what is there.
with zipfile.ZipFile(FOLDER / "first" / wheel.file_name(RELEASE)) as made:
    program = "gradus_kernel-1.2.3.data/scripts/gradus"
    law("the program in the wheel may be run", made.getinfo(program).external_attr >> 16 == 0o100755)
    copy = FOLDER / "forged.whl"
    with zipfile.ZipFile(copy, "w") as forged:
        for entry in made.infolist():
            forged.writestr(entry, b"something else" if entry.filename == program else made.read(entry))
installed = {name: entry.data for name, entry in TREE.items()}
law("a wrong sum in RECORD is found", any("RECORD is wrong" in fault for fault in check.wheel(copy, installed)))


# A program that is linked to something.
def elf(*kinds):
    """The header of a 64-bit program with segments of some kinds."""
    header = bytearray(64)
    header[:6] = b"\x7fELF\x02\x01"
    struct.pack_into("<Q", header, 0x20, 64)
    struct.pack_into("<HH", header, 0x36, 56, len(kinds))
    return bytes(header) + b"".join(struct.pack("<I", kind) + bytes(52) for kind in kinds)


law("a program linked to nothing is one", not list(check.program(elf(1, 7))))
law("a dynamic section is found", "the program has a dynamic section" in check.program(elf(1, 2)))
law("an interpreter is found", "the program has an interpreter" in check.program(elf(3, 1)))
law("the folder it was built in is found", list(check.program(elf(1) + f"{Path.cwd()}/Sources".encode())) != [])
law("a word that begins like it is none", list(check.program(elf(1) + f"{Path.cwd()}.res".encode())) == [])

# Whose work is linked in.
link_map = """
/usr/lib/libexample.a(part.o)
 .text          0x000000000040a4a0       0x26 /usr/lib/crt1.o
  21a5c0   21a5c0     1000    16 /usr/lib/libexample.a(part.o):(.text)
  21b5c0   21b5c0     1000    16 /usr/lib/crt1.o:(.text)
  21c5c0   21c5c0     1000    16 /clone/.build/Language.build/Parser.swift.o:(.text)
"""
linked = [path.name for path in linked_files(link_map, Path("/clone/.build"))]
law("archives and start files that are not our own are seen", linked == ["crt1.o", "libexample.a"])
text = copyright_text(RELEASE, [LIBRARY])
law("the copyright file names them", "libexample 4.5" in text and "Copyright somebody" in text)

print("".join(f"does not hold: {what}\n" for what in broken), end="")
sys.exit(1 if broken else 0)
