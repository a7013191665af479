"""Imports point one way, and each foreign world has one door."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "binadd").glob("*.py"))
TALKATIVE = ("__main__", "checker", "checking", "commands", "experiments", "studies")
SCRIPTS = sorted(set((ROOT / "web").rglob("*.js")) - set((ROOT / "web").rglob("*.test.js")))


def imported(path):
    """The modules that a Python file imports, `from binadd import x` as binadd.x."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.module == "binadd":
                yield from (f"binadd.{alias.name}" for alias in node.names)
            else:
                yield node.module


def inner(path):
    names = {module.stem for module in MODULES}
    found = {name.split(".")[1] for name in imported(path) if name.startswith("binadd.")}
    return found & names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_the_package_needs_only_numpy_and_the_standard_library(path):
    roots = {name.split(".")[0] for name in imported(path)}
    dask = {"distributed"} if path.stem == "cluster" else set()
    assert roots <= {"binadd", "numpy"} | dask | sys.stdlib_module_names


def test_a_page_loads_nothing_that_is_for_many_processes():
    """A browser has no processes, and every module that is loaded delays the start."""
    program = "import sys, binadd.session; print(*sys.modules)"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "binadd.sweep" in loaded
    assert not loaded & {"multiprocessing", "concurrent.futures.process", "distributed", "dask"}


def test_imports_make_no_circle():
    needs = {path.stem: inner(path) for path in MODULES}
    while free := {name for name, wanted in needs.items() if not wanted & needs.keys()}:
        for name in free:
            del needs[name]
    assert needs == {}


@pytest.mark.parametrize(
    ("module", "allowed"),
    [
        ("numerals", set()),
        ("bits", {"numerals"}),
        ("settings", {"bits", "numerals"}),
        ("network", set()),
        ("evaluation", {"bits", "network"}),
    ],
)
def test_the_ground_floor_knows_nothing_of_its_users(module, allowed):
    assert inner(ROOT / "binadd" / f"{module}.py") <= allowed


def test_only_the_command_line_talks_to_people():
    for path in MODULES:
        if path.stem not in TALKATIVE:
            nodes = ast.walk(ast.parse(path.read_text()))
            names = {node.id for node in nodes if isinstance(node, ast.Name)}
            assert not names & {"print", "input"}, path


def test_only_the_worker_knows_pyscript():
    for path in [*MODULES, *(ROOT / "web").rglob("*.py")]:
        roots = {name.split(".")[0] for name in imported(path)}
        knows = bool(roots & {"js", "pyodide", "polyscript", "pyscript"})
        assert knows == (path.name == "worker.py"), path


@pytest.mark.parametrize(
    ("door", "sign"),
    [("python.js", r'pyscript/|PyWorker|"./worker.py"'), ("trainer.js", r'from "./python.js"')],
)
def test_only_the_trainer_knows_the_worker_and_one_more_how_it_is_started(door, sign):
    for path in SCRIPTS:
        knows = bool(re.search(sign, path.read_text()))
        assert knows == (path.name == door), path


def test_nothing_but_the_measuring_page_uses_the_yardstick():
    users = {path.name for path in SCRIPTS if "/yardstick" in path.read_text()}
    assert users == {"rounds.js", "yardstick-worker.js"}


def test_panels_know_neither_each_other_nor_the_world():
    for path in (ROOT / "web" / "panels").glob("*.js"):
        text = path.read_text()
        modules = re.findall(r'from "(.+?)"', text)
        assert not [name for name in modules if "trainer" in name or "main" in name], path
        assert "fetch(" not in text, path


def test_every_script_is_type_checked():
    for path in SCRIPTS:
        assert path.read_text().startswith("// @ts-check"), path


PRESSES = {  # what a script does in the place of a visitor, and the scripts that may
    r"\.click\(\)": {"save-as.js"},  # a link of its own: the only way to hand over a file
    r"\.(?:requestSubmit|submit)\(": set(),
    r"\.dispatchEvent\(": set(),
    r"new (?:\w+Event|Event)\(\"(?!theme)": set(),  # those of theme.js are on no element
    r"\bsetInterval\(": {"countdown.js", "pulse.js"},  # seconds that are shown; is Python alive?
}


@pytest.mark.parametrize("press", PRESSES)
def test_no_script_presses_a_button_types_for_a_visitor_or_polls(press):
    found = {path.name for path in SCRIPTS if re.search(press, path.read_text())}
    assert found == PRESSES[press]


def test_a_form_is_sent_and_the_network_changed_by_the_actions_alone():
    """Every button, key and picture calls these, so that all means do the same."""
    doors = {
        r'type: "(?:reset|load)"': {"training-actions.js", "address.js", "line.js", "messages.js"},
        r'type: "(?:pace|rewind)"': {"training-actions.js", "messages.js"},
        r'type: "pause"': {"training-actions.js", "messages.js"},
        r'type: "intervene"': {"sum-actions.js", "recovery.js", "messages.js"},
        r"\bpinned\.set\(": {"sum-actions.js", "address.js"},
        r"\bchange\.set\(": {"sum-actions.js"},
    }
    for sign, users in doors.items():
        found = {path.name for path in SCRIPTS if re.search(sign, path.read_text())}
        assert found == users, sign


def types_in(text):
    """The types that stand in the comments of a script, each from its first to its last brace."""
    for tag in re.finditer(r"@(?:param|returns|type|typedef|property|template) (?=\{)", text):
        depth = 0
        for place in range(tag.end(), len(text)):
            depth += {"{": 1, "}": -1}.get(text[place], 0)
            if depth == 0:
                yield text[tag.end() : place + 1]
                break


def test_nothing_on_the_page_may_be_of_any_type():
    assert [*types_in("/** @param {Map<string, any>} x  in any case */")] == ["{Map<string, any>}"]
    for path in SCRIPTS:
        loose = [kind for kind in types_in(path.read_text()) if re.search(r"\bany\b", kind)]
        assert loose == [], path
