"""The wheel `gradus-kernel`: pip puts the program into the environment's `bin`, all else into its `share`."""

from __future__ import annotations

import base64
import hashlib
import io
import time as clock
import zipfile
from typing import Mapping

from .archive import Entry
from .release import SUMMARY, Release
from .tree import documentation

DISTRIBUTION = "gradus_kernel"
# The two names of one promise: runs wherever a C library of 2014 or later is. The program needs none at all.
PLATFORMS = ["manylinux2014_x86_64", "manylinux_2_17_x86_64"]


def file_name(release: Release) -> str:
    return f"{DISTRIBUTION}-{release.version}-py3-none-{'.'.join(PLATFORMS)}.whl"


def wheel(release: Release, tree: Mapping[str, Entry]) -> bytes:
    files = {place(release, path): entry for path, entry in tree.items()}
    about = f"{DISTRIBUTION}-{release.version}.dist-info"
    readme = (tree[f"{documentation('gradus')}/README.md"].data or b"").decode()
    described = {
        f"{about}/METADATA": Entry(metadata(release, readme).encode()),
        f"{about}/WHEEL": Entry(wheel_text().encode()),
    }
    record = f"{about}/RECORD"
    rows = [recorded(path, entry.data or b"") for path, entry in [*sorted(files.items()), *described.items()]]
    described[record] = Entry("".join([*rows, f"{record},,\n"]).encode())
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        # What describes the wheel stands at its end, as the format advises.
        for path, entry in [*sorted(files.items()), *described.items()]:
            header = zipfile.ZipInfo(path, clock.gmtime(release.time)[:6])
            header.create_system = 3
            header.external_attr = (0o100000 | entry.mode) << 16
            header.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(header, entry.data or b"")
    return result.getvalue()


def place(release: Release, path: str) -> str:
    """Where the format keeps what is to land below the environment's folder."""
    data = f"{DISTRIBUTION}-{release.version}.data"
    return f"{data}/scripts/{path[4:]}" if path.startswith("bin/") else f"{data}/data/{path}"


def recorded(path: str, data: bytes) -> str:
    """A row of RECORD."""
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"{path},sha256={digest},{len(data)}\n"


def metadata(release: Release, readme: str) -> str:
    return (
        f"Metadata-Version: 2.1\nName: {DISTRIBUTION.replace('_', '-')}\nVersion: {release.version}\n"
        f"Summary: gradus: {SUMMARY}\nRequires-Python: >=3.7\n"
        "Classifier: Intended Audience :: Education\nClassifier: Operating System :: POSIX :: Linux\n"
        f"Description-Content-Type: text/markdown\n\n{readme}")


def wheel_text() -> str:
    tags = "".join(f"Tag: py3-none-{platform}\n" for platform in PLATFORMS)
    return f"Wheel-Version: 1.0\nGenerator: gradus\nRoot-Is-Purelib: false\n{tags}"
