"""The static site: first the list of everything that belongs into it, then the folder."""

import re
from pathlib import Path

from builder import (
    binadd_wheel,
    bundle,
    components,
    head,
    icons,
    licences,
    manifest,
    node,
    numpy_wheel,
    offline,
    pages,
    pyscript,
    recording,
    runtime,
    stamps,
    still,
    version,
)
from builder.content import Source, read
from builder.places import DIST, WEB
from builder.plain import plain
from builder.report import BuildError, say

Plan = dict[str, Source]  # a Content that grows

TOOLS_ONLY = (".d.ts", ".test.js")
TOOLING = {"messages.js", "package.json", "package-lock.json", "tsconfig.json", "biome.json"}
VENDORED_LINK = re.compile(r"""(?:href|src)="(?:\./)?((?:pyscript|pyodide|vendor)/[^"]+)\"""")


def build(dist: Path = DIST) -> Path:
    """Bring `dist` up to date with the sources and return it."""
    content = plan()
    changed = write(content, dist)
    size = sum((dist / name).stat().st_size for name in content)
    say(f"{dist}: {len(content)} files, {size / 1e6:.1f} MB, {changed} changed")
    return dist


def plan() -> Plan:
    """Say what goes where: the parts, the pages finished, and over all the service worker."""
    modules = node.ensure_packages()
    content = parts(modules)
    check_links(content)
    commit, url = version.commit(), pages.site_url()
    for name, source in content.items():
        if name.endswith(".html") and isinstance(source, Path):
            content[name] = pages.finish(source, commit, url)
    bundled = bundle.ensure(content, modules)
    content = {**_without(content, bundled), **bundled.scripts}
    content[manifest.NAME] = manifest.of(content)
    page = bytes(content["index.html"]).decode()
    page, content[head.SHEET] = head.finish(page, content, bundled.reached("start.js"))
    content["index.html"] = page.encode()
    for name in [name for name in content if name.endswith((".html", ".css"))]:
        content[name] = plain(name, read(content[name]))
    own = (WEB / offline.NAME).read_bytes()
    return {**content, offline.NAME: offline.service_worker(content, own, modules)}


def parts(modules: Path) -> Plan:
    """Fetch and make all that the site consists of."""
    pyodide = modules / "pyodide"
    numpy = numpy_wheel.ensure(runtime.read_lock(pyodide)["packages"]["numpy"])
    uplot = modules / "uplot" / "dist"
    return {
        **web_files(WEB),
        "licences.html": licences.page(
            WEB / "licences.html", components.components(modules, numpy)
        ),
        "recording.json": (recorded := recording.ensure()),
        "recording.svg": still.picture(recorded),
        **_under("pyscript", pyscript.files(modules / "@pyscript" / "core" / "dist")),
        **_under("pyodide", runtime.files(pyodide, numpy, binadd_wheel.ensure())),
        **_under("vendor", {name: uplot / name for name in ("uPlot.esm.js", "uPlot.min.css")}),
        **icons.ensure(modules),
    }


def _without(content: Plan, bundled: bundle.Bundle) -> Plan:
    """Return what is still served by itself when there are bundles."""
    inside = set().union(*bundled.sources.values())
    return {name: source for name, source in content.items() if name not in inside}


def web_files(folder: Path) -> Plan:
    """Return the page's own files: all of web/ but what only the tools read."""
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file for file in found if not _is_tooling(file)}


def check_links(content: Plan) -> None:
    """Refuse an index.html that asks for a file of PyScript, Pyodide or vendor/ we lack."""
    page = content.get("index.html")
    if not isinstance(page, Path):
        return
    for name in VENDORED_LINK.findall(page.read_text(encoding="utf-8")):
        if name not in content:
            folder = name.split("/")[0]
            there = ", ".join(other for other in content if other.startswith(folder + "/"))
            raise BuildError(f"web/index.html asks for {name}, but the site has only {there}")


def write(content: Plan, dist: Path) -> int:
    """Make `dist` hold exactly this; write only what differs and return how many files did."""
    changed = 0
    for name, source in content.items():
        wanted = read(source)
        target = dist / name
        if not target.is_file() or target.read_bytes() != wanted:
            stamps.replace(target, wanted)
            changed += 1
    return changed + _remove_others(content, dist)


def _remove_others(content: Plan, dist: Path) -> int:
    """Delete the files that do not belong into the site; return how many."""
    files = [file for file in dist.rglob("*") if file.is_file()]
    others = [file for file in files if file.relative_to(dist).as_posix() not in content]
    for file in others:
        file.unlink()
    return len(others)


def _under(folder: str, files: dict[str, Path] | Plan) -> Plan:
    """Put files into a folder of the site."""
    return {f"{folder}/{name}": source for name, source in files.items()}


def _is_tooling(file: Path) -> bool:
    """Tell whether only tools read this file of web/."""
    return file.name in TOOLING or file.name.startswith(".") or file.name.endswith(TOOLS_ONLY)
