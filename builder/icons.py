"""The icons and the preview picture as PNG, drawn from our SVG by a renderer without fonts."""

from pathlib import Path

from builder import digests, node, preview, stamps
from builder.places import CACHE, ROOT, WEB
from builder.report import say

RECIPE = ROOT / "builder" / "render.mjs"
MADE = {  # file in the site -> its source in web/icons/, and its width in pixels
    "icons/icon-192.png": ("icon.svg", 192),
    "icons/icon-512.png": ("icon.svg", 512),
    "icons/maskable-512.png": ("maskable.svg", 512),
    "icons/apple-touch-icon.png": ("maskable.svg", 180),
}


def ensure(modules: Path, folder: Path = CACHE / "icons") -> dict[str, Path]:
    """Return name -> file of every picture, drawn again if its source or the renderer changed."""
    renderer = modules / "@resvg" / "resvg-wasm"
    source = folder / "preview.svg"
    if not source.is_file() or source.read_text(encoding="utf-8") != preview.svg():
        stamps.replace(source, preview.svg().encode())
    jobs = {name: (WEB / "icons" / svg, width) for name, (svg, width) in MADE.items()}
    jobs["preview.png"] = (source, preview.WIDTH)
    pictures = {name: folder / name for name in jobs}
    _draw(renderer, jobs, pictures, folder / "drawn.stamp")
    return pictures


def _draw(
    renderer: Path, jobs: dict[str, tuple[Path, int]], pictures: dict[str, Path], stamp: Path
) -> None:
    """Draw all pictures, unless the stamp says that these are they."""
    inputs = [RECIPE, renderer / "package.json", *(part for job in jobs.values() for part in job)]
    there = all(file.is_file() for file in pictures.values())
    if there and stamps.is_current(stamp, digests.of_parts([*inputs, *pictures.values()])):
        return
    say("Drawing the icons")
    words: list[str | Path] = []
    for name, (svg, width) in jobs.items():
        pictures[name].parent.mkdir(parents=True, exist_ok=True)
        words += [svg, str(width), pictures[name]]
    node.run_script(RECIPE, renderer, *words)
    stamps.write(stamp, digests.of_parts([*inputs, *pictures.values()]))
