"""The page tells its own errors from those of others, and what a host says wrongly, by itself."""

import json
import subprocess
from typing import Any

import pytest

from builder.places import DIST, WEB

HERE = WEB.as_uri() + "/runtime/"  # where the module believes the site to be
WORKERS = {"service-worker.js"}  # its errors reach no page
MESSAGE = f"x\n    at {HERE}main.js:1:1"  # that looks like a line of a stack
OWN_PLACES = [
    "main.js",
    f"Error: x\n    at go ({HERE}main.js:3:14)\n    at chrome-extension://guest/a.js:1:1",
    f"Error: x\n    at new Promise (<anonymous>)\n    at async {HERE}chunk-AB12.js:3:14",
    f"go@{HERE}pyscript/core-C9KDLldu.js:3:14\n@moz-extension://guest/a.js:1:1",
    f"map@[native code]\nmodule code@{HERE}bench/bench.js:1:9",
]
FOREIGN_PLACES = [
    "",
    "index.html",
    "cdn-cgi/start.js",
    "live.js",
    "TypeError: x",
    f"Error: x\n    at chrome-extension://guest/start.js:1:1\n    at {HERE}main.js:3:14",
    f"Error: x\n    at eval (eval at go ({HERE}main.js:3:14), <anonymous>:1:1)",
    f"Error: x\n    at <anonymous>:1:1\n    at {HERE}main.js:3:14",
    f"@{HERE}main.js line 3 > eval:1:1\n@{HERE}main.js:3:14",
    f"Error: {MESSAGE}\n    at inject.js:1:1",
    "fail@webkit-masked-url://hidden/:1:1",
    "fail@safari-web-extension://guest/main.js:1:1",
]


def in_node(module: str, program: str, given: Any) -> Any:
    """Return what a program makes of what is given, with a module of the page at hand."""
    text = f'import * as module from "{HERE}{module}";\nconst given = {json.dumps(given)};\n'
    done = subprocess.run(
        ["node", "--input-type=module", "-e", f"{text}console.log(JSON.stringify({program}))"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


def judged(places: list[str]) -> list[bool]:
    """Tell of each address, and of each stack, whether an error from there counts as ours."""
    program = """given.map((place) => place.includes(":")
      ? module.isOurRejection({ reason: { stack: place, name: "Error", message: MESSAGE } })
      : module.isOurError({ filename: place && HERE + place }))"""
    here, message = json.dumps(HERE), json.dumps(MESSAGE)
    return list(
        in_node("our-errors.js", program.replace("MESSAGE", message).replace("HERE", here), places)
    )


@pytest.mark.parametrize(("places", "ours"), [(OWN_PLACES, True), (FOREIGN_PLACES, False)])
def test_an_error_is_ours_if_it_was_thrown_in_a_file_of_ours(places: list[str], ours: bool) -> None:
    assert dict(zip(places, judged(places), strict=True)) == dict.fromkeys(places, ours)


def test_every_script_of_the_site_is_known_as_ours() -> None:
    found = [file.relative_to(DIST).as_posix() for file in DIST.rglob("*.*js")]
    names = sorted(set(found) - WORKERS)
    assert len(names) > 10
    assert dict(zip(names, judged(names), strict=True)) == dict.fromkeys(names, True)


@pytest.mark.parametrize("reason", ["undefined", "null", "'text'", "Object.create(null)", "{}"])
def test_what_is_no_error_is_nobodys(reason: str) -> None:
    assert in_node("our-errors.js", f"module.isOurRejection({{ reason: {reason} }})", None) is False


SCRIPTS = "browsers take it as text/javascript only"
REFUSED = {  # file, type -> what is said of it
    ("a.js", "text/javascript; charset=utf-8"): "",
    ("a.mjs", "application/x-javascript"): "",
    ("a.mjs", "Application/JavaScript"): "",
    ("a.css", "text/css"): "",
    ("a.wasm", "text/plain"): "",
    ("a.whl", "text/html"): "",
    ("a.mjs", "text/plain"): f"is served as text/plain, but {SCRIPTS}",
    ("a.js", ""): f"is served without a type, but {SCRIPTS}",
    ("a.css", "text/plain"): "is served as text/plain, but browsers take it as text/css only",
    ("a.js", "text/html"): "is not there: the host sends a page in its place",
}


@pytest.mark.parametrize(("file", "kind"), REFUSED)
def test_a_type_that_browsers_refuse_is_named_with_its_header(file: str, kind: str) -> None:
    answer = (
        "new Response(new Uint8Array(), { headers: given[1] ? { 'Content-Type': given[1] } : {} })"
    )
    said = in_node("headers.js", f"module.refused(given[0], {answer})", [file, kind])
    wanted = REFUSED[file, kind]
    assert said.startswith(wanted) if wanted else said == ""
    assert ("header Content-Type" in said) is bool(wanted)


@pytest.mark.parametrize(
    ("start", "kind", "said"),
    [
        ([31, 139, 8], "application/zip", "arrived packed once more"),
        ([60, 33, 100], "text/html", "is not there: the host sends a page in its place"),
        ([80, 75, 3], "application/zip", ""),
    ],
)
def test_what_came_in_a_files_place_is_known_by_its_start(
    start: list[int], kind: str, said: str
) -> None:
    program = "module.spoilt(new Response('', { headers: { 'Content-Type': given[1] } }), given[0])"
    found = in_node("headers.js", program, [start, kind])
    assert found.startswith(said) if said else found == ""
