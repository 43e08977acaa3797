"""The container image, by the OCI image format, version 1: one layer with the tree below /usr and what a program expects
to find around it. No engine is needed to make it.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime, timezone
from typing import Any, Mapping

from .archive import Entry, gzipped, placed, tar
from .release import SUMMARY, Release

HOME = "/home/learner"
LEARNER = 1000
# What the system is where there is nothing but the program.
SURROUNDINGS = {
    "etc/passwd": Entry(
        f"root:x:0:0:root:/:/usr/bin/gradus\nlearner:x:{LEARNER}:{LEARNER}:learner:{HOME}:/usr/bin/gradus\n".encode()),
    "etc/group": Entry(f"root:x:0:\nlearner:x:{LEARNER}:\n".encode()),
    HOME[1:]: Entry.folder(0o755, LEARNER),
    "tmp": Entry.folder(0o1777),
}


def image(release: Release, tree: Mapping[str, Entry]) -> bytes:
    """A tar archive in the layout of OCI images; the image is called gradus, with the version for its tag."""
    files = tar({**SURROUNDINGS, **placed(tree, "usr")}, release.time)
    created = datetime.fromtimestamp(release.time, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    annotations = {
        "org.opencontainers.image.created": created,
        "org.opencontainers.image.description": SUMMARY,
        "org.opencontainers.image.revision": release.commit,
        "org.opencontainers.image.title": "gradus",
        "org.opencontainers.image.version": release.version,
    }
    blobs: dict[str, Entry] = {}
    layer = blob(blobs, "application/vnd.oci.image.layer.v1.tar+gzip", gzipped(files))
    config = blob(blobs, "application/vnd.oci.image.config.v1+json", json_bytes({
        "architecture": "amd64",
        "os": "linux",
        "created": created,
        "config": {
            "Entrypoint": ["/usr/bin/gradus"],
            "Env": ["PATH=/usr/bin", f"HOME={HOME}", "LANG=C.UTF-8"],
            "Labels": annotations,
            "User": f"{LEARNER}:{LEARNER}",
            "WorkingDir": HOME,
        },
        "history": [{"created": created, "created_by": "sh .ci/package"}],
        "rootfs": {"type": "layers", "diff_ids": [digest(files)]},
    }))
    manifest = blob(blobs, MANIFEST, json_bytes({
        "schemaVersion": 2, "mediaType": MANIFEST, "config": config, "layers": [layer], "annotations": annotations,
    }))
    index = {
        "schemaVersion": 2,
        "mediaType": "application/vnd.oci.image.index.v1+json",
        "manifests": [{
            **manifest,
            "platform": {"architecture": "amd64", "os": "linux"},
            "annotations": {"org.opencontainers.image.ref.name": f"gradus:{release.version}"},
        }],
    }
    layout = {"oci-layout": Entry(b'{"imageLayoutVersion":"1.0.0"}'), "index.json": Entry(json_bytes(index))}
    return tar({**layout, **blobs}, release.time)


MANIFEST = "application/vnd.oci.image.manifest.v1+json"


def blob(blobs: dict[str, Entry], media_type: str, data: bytes) -> dict[str, Any]:
    """Adds a piece under its digest; what refers to it."""
    blobs[f"blobs/{digest(data).replace(':', '/')}"] = Entry(data)
    return {"mediaType": media_type, "digest": digest(data), "size": len(data)}


def digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def json_bytes(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()
