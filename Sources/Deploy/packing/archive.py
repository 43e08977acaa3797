"""Archives whose bytes depend on what is in them alone: names in order, one owner, one time, no clock."""

from __future__ import annotations

import gzip
import io
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Mapping, Optional

from .release import run


@dataclass(frozen=True)
class Entry:
    """A file, or a folder where it has no data."""

    data: Optional[bytes]
    mode: int = 0o644
    owner: int = 0

    @classmethod
    def program(cls, data: bytes) -> Entry:
        return cls(data, 0o755)

    @classmethod
    def folder(cls, mode: int = 0o755, owner: int = 0) -> Entry:
        return cls(None, mode, owner)


def placed(entries: Mapping[str, Entry], prefix: str) -> dict[str, Entry]:
    """The same entries below a folder."""
    return {f"{prefix}/{path}": entry for path, entry in entries.items()}


def tar(entries: Mapping[str, Entry], time: int) -> bytes:
    """A tar archive of entries by their paths, each after the folders that it is in; those belong to root unless they are said.

    `time` is in seconds since 1970.
    """
    folders = {path[:end]: Entry.folder() for path in entries for end, sign in enumerate(path) if sign == "/"}
    result = io.BytesIO()
    with tarfile.open(fileobj=result, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path, entry in sorted({**folders, **entries}.items()):
            header = tarfile.TarInfo(path)
            header.mode, header.uid, header.gid, header.mtime = entry.mode, entry.owner, entry.owner, time
            if entry.data is None:
                header.type = tarfile.DIRTYPE
                archive.addfile(header)
            else:
                header.size = len(entry.data)
                archive.addfile(header, io.BytesIO(entry.data))
    return result.getvalue()


def untar(data: bytes) -> dict[str, Entry]:
    """The files of a tar archive, without its folders. Throws ValueError for what is neither."""
    files = {}
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for member in archive:
            if member.isdir():
                continue
            content = archive.extractfile(member)
            if content is None:
                raise ValueError(f"{member.name} is no file")
            files[member.name] = Entry(content.read(), 0o755 if member.mode & 0o100 else 0o644)
    return files


def gzipped(data: bytes) -> bytes:
    """What `gzip -n -9` makes: neither name nor time is kept."""
    return gzip.compress(data, compresslevel=9, mtime=0)


def tightened(data: bytes, program: str) -> bytes:
    """The same archive with its contents packed anew, some four parts in a hundred smaller.

    `program` is of the package advancecomp: `advdef` for what is gzipped, `advzip` for a zip. Names, modes and times stay.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "archive"
        file.write_bytes(data)
        run(program, "--recompress", "--shrink-extra", "--quiet", str(file))
        return file.read_bytes()
