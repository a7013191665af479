"""One style sheet, every script named at once, and a picture for those without scripts."""

import xml.etree.ElementTree as ElementTree

from builder import head, recording, still

PAGE = """<head>
    <link rel="stylesheet" href="./style.css">
    <link rel="stylesheet" href="./panels/grid.css">
    <link rel="modulepreload" fetchpriority="low" href="./main.js">
    <script type="module" src="./start.js"></script>
</head>
"""
CONTENT = {"style.css": b"a {}", "panels/grid.css": b"b {}"}
SCRIPTS = ["start.js", "main.js", "part-1.js"]


def test_all_style_sheets_become_one_in_their_order():
    page, sheet = head.finish(PAGE, CONTENT, SCRIPTS)
    assert sheet == b"a {}\nb {}"
    assert page.count("stylesheet") == 1
    assert '<link rel="stylesheet" href="./page.css">' in page


def test_every_script_is_named_once():
    page, _ = head.finish(PAGE, CONTENT, SCRIPTS)
    for name in ("main.js", "part-1.js"):
        assert page.count(f'<link {head.PRELOAD} href="./{name}">') == 1
    assert page.index("part-1.js") < page.index("<script")


def test_the_picture_of_the_recording_tells_its_figures():
    drawn = ElementTree.fromstring(still.picture(recording.ensure()))
    words = " ".join(drawn.itertext())
    assert "sums right: 100 % at last" in words
    assert "10,000" in words
    lines = [part for part in drawn.iter() if part.tag.endswith("polyline")]
    assert [line.get("class") for line in lines] == ["error", "exact"]
