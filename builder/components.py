"""What the site consists of, and under which licence: read from the packages themselves."""

import json
import re
import tomllib
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from builder import offline, spdx
from builder.places import ROOT, WEB

UNSHIPPED = ROOT / "builder" / "licences.toml"
LICENCE_FILE = re.compile(r"(licen[sc]e|copying)(\.\w+)?", re.IGNORECASE)
EDITOR = ("@codemirror/", "@lezer/")
BUNDLED = re.compile(r".*node_modules/((?:@[^/]+/)?[^/]+)/")


class Component(NamedTuple):
    """A work that the site contains, whole or in part."""

    name: str
    licence: str
    source: str  # address, if it tells one
    files: str  # regular expression: the files of the site that it is in
    texts: dict[str, str]  # licence texts by file name or SPDX identifier
    copyright: str = ""  # its notice, where the texts do not hold it


def components(modules: Path, numpy: Path) -> list[Component]:
    """List all that is served, from node_modules and NumPy's wheel."""
    silent = unshipped(modules)
    inside_pyscript = bundled(modules) - {each.name for each in silent}
    return [
        own(),
        *silent,
        wheel(numpy, r"pyodide/(numpy-.*|memory\.image)"),
        package(modules, "@pyscript/core", r"pyscript/.*|(page|bench)\.css"),
        *(package(modules, name, r"pyscript/core-.*") for name in sorted(inside_pyscript)),
        *(package(modules, name, r"python-editor-.*") for name in editor()),
        package(modules, "uplot", r"main\.js|page\.css"),
        *(package(modules, f"workbox-{part}", r"service-worker\.js") for part in offline.PARTS),
    ]


def own() -> Component:
    """Describe our own page and package."""
    ours = r"(?!pyscript/|pyodide/).*|pyodide/(binadd-.*|memory\.image|pyodide-lock\.json)"
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    return Component("binadd", "MIT", "./", ours, {"LICENSE": text})


def unshipped(modules: Path) -> list[Component]:
    """Return what brings no licence text, as our own list tells of it."""
    listed = tomllib.loads(UNSHIPPED.read_text(encoding="utf-8"))["component"]
    return [_listed(modules, one) for one in listed]


def _listed(modules: Path, one: dict[str, str]) -> Component:
    """Describe one work of our own list; its licence's text comes from elsewhere."""
    licence = one["licence"]
    if "text" in one:
        texts = {licence: (modules / one["text"]).read_text(encoding="utf-8")}
    else:
        texts = spdx.texts(modules, licence)
    if "notices" in one:
        texts["Notices in its files"] = spdx.notices(modules / one["notices"])
    notice = one["copyright"].strip()
    return Component(one["name"], licence, one["source"], one["files"], texts, notice)


def package(modules: Path, name: str, files: str) -> Component:
    """Describe an npm package."""
    folder = modules / name
    about: dict[str, Any] = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    texts = {
        file.name: file.read_text(encoding="utf-8")
        for file in sorted(folder.iterdir())
        if LICENCE_FILE.fullmatch(file.name)
    }
    return Component(name, about["license"], _address(about), files, texts)


def bundled(modules: Path) -> set[str]:
    """Return the npm packages inside PyScript's core, as its source map lists them."""
    maps = (modules / "@pyscript" / "core" / "dist").glob("core-*.js.map")
    sources = [name for file in maps for name in json.loads(file.read_text("utf-8"))["sources"]]
    return {match[1] for match in map(BUNDLED.match, sources) if match}


def editor() -> list[str]:
    """Return the packages of the editor and all that they need, as our lock tells."""
    lock = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    needed = [name for name in lock[""]["dependencies"] if name.startswith(EDITOR)]
    for name in needed:
        needed += sorted(lock[f"node_modules/{name}"].get("dependencies", {}).keys() - set(needed))
    return sorted(needed)


def wheel(file: Path, files: str) -> Component:
    """Describe a Python package by its wheel's metadata."""
    with zipfile.ZipFile(file) as opened:
        names = opened.namelist()
        about = next(name for name in names if name.endswith(".dist-info/METADATA"))
        folder = about.replace("METADATA", "licenses/")
        texts = {
            name.removeprefix(folder): opened.read(name).decode("utf-8", "replace")
            for name in sorted(names)
            if name.startswith(folder) and not name.endswith("/")
        }
        lines = opened.read(about).decode().splitlines()
    return Component(
        _field(lines, "Name: "),
        _field(lines, "License-Expression: "),
        _field(lines, "Project-URL: source, "),
        files,
        texts,
    )


def _field(lines: Iterable[str], start: str) -> str:
    """Return the rest of the first line that begins so."""
    return next(line.removeprefix(start) for line in lines if line.startswith(start))


def _address(about: dict[str, Any]) -> str:
    """Return where a package's source is, as its package.json says, or nothing."""
    repository = about.get("repository", "")
    url: str = repository if isinstance(repository, str) else repository["url"]
    url = re.sub(r"^git\+|\.git$", "", url)
    if not url or "://" in url:
        return url
    return f"https://github.com/{url.removeprefix('github:')}"
