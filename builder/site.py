"""The static site: first the list of everything that belongs into it, then the folder."""

from pathlib import Path
from typing import Any

from builder import (
    binadd_wheel,
    bundle,
    components,
    features,
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
    sheets,
    stamps,
    still,
    version,
)
from builder.addresses import address
from builder.content import Source, read
from builder.places import DIST, WEB
from builder.plain import plain
from builder.report import say

Plan = dict[str, Source]  # a Content that grows

SOURCES = (".d.ts", ".test.js", ".html", ".css", ".toml")  # read by tools alone, or put together
INLINE_ALONE = ("choose-view.js", "page.css")  # in the first page itself, and nowhere else
INLINE = ("theme.js", *INLINE_ALONE)
TOOLING = {"messages.js", "package.json", "package-lock.json", "tsconfig.json", "biome.json"}


def build(dist: Path = DIST, imaged: bool = True) -> Path:
    """Bring `dist` up to date with the sources and return it.

    imaged: pages start from an image of Python's memory (builder/image/)
    """
    content = plan(imaged)
    changed = write(content, dist)
    size = sum((dist / name).stat().st_size for name in content)
    say(f"{dist}: {len(content)} files, {size / 1e6:.1f} MB, {changed} changed")
    return dist


def plan(imaged: bool = True) -> Plan:
    """Say what goes where: the parts, the pages of them, and over all the service worker."""
    modules = node.ensure_packages()
    numpy = numpy_wheel.ensure(runtime.read_lock(modules / "pyodide")["packages"]["numpy"])
    content = parts(modules, numpy, imaged)
    styles = sheets.of(WEB, content)
    bundled = bundle.ensure(content, modules)
    content = {**_without(content, bundled), **bundled.scripts, **styles}
    content[manifest.NAME] = manifest.of(content)
    first = [*pyscript.core(content), *bundled.reached("start.js")[1:]]
    inline = {name: plain(name, read(content[name])).decode() for name in INLINE}
    content |= pages.ensure(WEB, told(first, inline, components.components(modules, numpy)))
    for name in INLINE_ALONE:
        del content[name]
    for name in [name for name in content if name.endswith((".html", ".css"))]:
        content[name] = plain(name, read(content[name]))
    own = (WEB / "shell" / offline.NAME).read_bytes()
    return {**content, offline.NAME: offline.service_worker(content, own, modules)}


def told(
    first: list[str], inline: dict[str, str], works: list[components.Component]
) -> dict[str, Any]:
    """Return what the pages' templates are told.

    first: the scripts to be asked for early
    inline: what stands in a page itself, by name
    """
    url = pages.site_url()
    return {
        "commit": version.commit(),
        "url": url,
        "home": pages.home(url),
        "preloads": first,
        "inline": inline,
        "licences": licences.told(works),
    }


def parts(modules: Path, numpy: Path, imaged: bool = True) -> Plan:
    """Fetch and make all that the site consists of, but for the pages."""
    uplot = modules / "uplot" / "dist"
    python = runtime.files(modules / "pyodide", numpy, binadd_wheel.ensure(), imaged)
    return {
        **web_files(WEB),
        features.WIRES: features.wires(WEB),
        "recording.json": (recorded := recording.ensure()),
        "recording.svg": still.picture(recorded),
        **_under("pyscript", pyscript.files(modules / "@pyscript" / "core" / "dist")),
        **_under("pyodide", python),
        **_under("vendor", {name: uplot / name for name in ("uPlot.esm.js", "uPlot.min.css")}),
        **icons.ensure(modules),
    }


def _without(content: Plan, bundled: bundle.Bundle) -> Plan:
    """Return what is still served by itself when there are bundles and sheets, by address."""
    inside = set().union(*bundled.sources.values())
    return {
        address(name): source
        for name, source in content.items()
        if name not in inside and not name.endswith(".css")
    }


def web_files(folder: Path) -> Plan:
    """Return what is served as it lies in web/, and the modules: no templates, no style sheets."""
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file for file in found if not _is_source(file)}


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


def _is_source(file: Path) -> bool:
    """Tell whether this file of web/ is not served as it is."""
    return file.name in TOOLING or file.name.startswith(".") or file.name.endswith(SOURCES)
