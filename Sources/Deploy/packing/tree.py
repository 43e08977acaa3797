"""What is handed over: trees of `bin` and `share` as below /usr, from which every package is made."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from .archive import Entry, placed, untar
from .licences import Component, common_licences, copyright_text, own_licences
from .release import Release, run

KERNEL = "share/jupyter/kernels/gradus"
COMPLETIONS = {
    "bash": "share/bash-completion/completions/gradus",
    "zsh": "share/zsh/site-functions/_gradus",
    "fish": "share/fish/vendor_completions.d/gradus.fish",
}


def tree(release: Release, program: Path, components: list[Component]) -> dict[str, Entry]:
    """The program, what it writes about itself, the lessons of the commit, and the licences of what is linked in."""
    entries = {"bin/gradus": Entry.program(program.read_bytes())}
    entries.update(placed(lessons(release), "share/gradus"))
    entries.update(placed(manual(program), "share/man/man1"))
    entries.update(completions(program))
    entries.update(kernel(program))
    entries.update(placed(papers("README.package.md", release, components), documentation("gradus")))
    return entries


def server_tree(release: Release, program: Path, components: list[Component]) -> dict[str, Entry]:
    """The program that serves classes, which gradus calls: to be laid over the tree above."""
    entries = {"bin/gradus-serve": Entry.program(program.read_bytes())}
    entries.update(placed(papers("SCHOOL.md", release, components), documentation("gradus-serve")))
    return entries


def documentation(package: str) -> str:
    return f"share/doc/{package}"


def papers(page: str, release: Release, components: list[Component]) -> dict[str, Entry]:
    """What there is to read, and the licences of what is linked in."""
    return {
        "README.md": Entry((Path(__file__).parent.parent / page).read_bytes()),
        "copyright": Entry(copyright_text(release, components).encode()),
        **placed(own_licences(components), "licences"),
        **placed(common_licences(components), "licences/common"),
    }


def lessons(release: Release) -> dict[str, Entry]:
    """As they are committed, so that nothing else that lies in the folder is handed over."""
    return untar(run("git", "archive", release.commit, "lessons"))


def completions(program: Path) -> dict[str, Entry]:
    """What shells read for completing its arguments. They read it as their own, so no line says which shell is to run it."""
    entries = {}
    for shell, path in COMPLETIONS.items():
        script = run(str(program), "--generate-completion-script", shell)
        entries[path] = Entry(script.partition(b"\n")[2] if script.startswith(b"#!") else script)
    return entries


def kernel(program: Path) -> dict[str, Entry]:
    """What tells Jupyter's front ends how to call the program, wherever the tree is: by its way from there."""
    with tempfile.TemporaryDirectory() as folder:
        run(str(program), "kernel", "--install", "--prefix", folder)
        files = {path.name: path.read_bytes() for path in Path(folder, KERNEL).iterdir()}
    description = json.loads(files["kernel.json"])
    description["argv"][0] = "/".join(["{resource_dir}", *[".."] * len(KERNEL.split("/")), "bin/gradus"])
    files["kernel.json"] = (json.dumps(description, indent=2) + "\n").encode()
    return placed({name: Entry(data) for name, data in files.items()}, KERNEL)


def manual(program: Path) -> dict[str, Entry]:
    """The pages that the program writes of itself and its subcommands."""
    with tempfile.TemporaryDirectory() as folder:
        run(str(program), "manual", "--output", folder)
        return {page.name: Entry(page.read_bytes()) for page in Path(folder).iterdir()}
