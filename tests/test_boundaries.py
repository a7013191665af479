"""Imports point one way, and each foreign world has one door."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "binadd"
ROOMS = (  # in their order: each imports from itself and from those before it, README's map too
    "binadd",
    "binadd/fast",
    "binadd/judging",
    "binadd/saving",
    "binadd/training",
    "binadd/inside",
    "binadd/experiments",
    "binadd/speed",
    "binadd/trying",
    "binadd/live",
    "binadd/cli",
)
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
TALKATIVE = {PACKAGE / "__main__.py", PACKAGE / "judging" / "checker.py"}  # and those of cli
SCRIPTS = sorted(set((ROOT / "web").rglob("*.js")) - set((ROOT / "web").rglob("*.test.js")))


def name_of(path):
    """The name by which a module is imported."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


NAMES = {name_of(path): path for path in MODULES}


def room_of(path):
    """The room that a module lies in, also in a folder of it; the program's start is no room's."""
    if path == PACKAGE / "__main__.py":
        return ROOMS[-1]
    return "/".join(path.relative_to(ROOT).parts[:-1][:2])


def imported(path):
    """The modules that a Python file imports, `from binadd.fast import engine` with its names."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inner(path):
    """The modules of the package that one of them imports."""
    return set(imported(path)) & NAMES.keys()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_package_needs_only_numpy_and_the_standard_library(path):
    roots = {name.split(".")[0] for name in imported(path)}
    dask = {"distributed"} if path.stem == "cluster" else set()
    assert roots <= {"binadd", "numpy"} | dask | sys.stdlib_module_names


def test_a_page_loads_nothing_that_is_for_many_processes():
    """A browser has no processes, and every module that is loaded delays the start."""
    program = "import sys, binadd.live.session; print(*sys.modules)"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "binadd.experiments.parameter_sweep" in loaded
    assert not loaded & {"multiprocessing", "concurrent.futures.process", "distributed", "dask"}


def test_imports_make_no_circle():
    needs = {name: inner(path) for name, path in NAMES.items()}
    while free := {name for name, wanted in needs.items() if not wanted & needs.keys()}:
        for name in free:
            del needs[name]
    assert needs == {}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_room_imports_only_from_itself_and_from_the_rooms_before_it(path):
    before = ROOMS[: ROOMS.index(room_of(path)) + 1]
    assert {name for name in inner(path) if room_of(NAMES[name]) not in before} == set()


def test_every_folder_with_modules_is_a_room_or_in_one_and_says_what_it_is_for():
    assert {room_of(path) for path in MODULES} == set(ROOMS)
    for folder in {path.parent for path in MODULES}:
        assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text())), folder


def test_no_two_modules_have_the_same_name():
    assert len({path.stem for path in MODULES}) == len(MODULES)


@pytest.mark.parametrize(
    ("module", "allowed"),
    [
        ("binadd.numerals", set()),
        ("binadd.bits", {"binadd.numerals"}),
        ("binadd.settings", {"binadd.bits", "binadd.numerals"}),
        ("binadd.network", set()),
        ("binadd.judging.checker", set()),
    ],
)
def test_the_ground_floor_knows_nothing_of_its_users_nor_a_checker_of_what_it_checks(
    module, allowed
):
    assert inner(NAMES[module]) <= allowed


def test_only_the_command_line_talks_to_people():
    for path in MODULES:
        if path not in TALKATIVE and room_of(path) != "binadd/cli":
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
    [
        ("start-python.js", r'pyscript/|PyWorker|"./worker.py"'),
        ("worker-client.js", r'from "./start-python.js"'),
    ],
)
def test_only_the_trainer_knows_the_worker_and_one_more_how_it_is_started(door, sign):
    for path in SCRIPTS:
        knows = bool(re.search(sign, path.read_text()))
        assert knows == (path.name == door), path


def test_nothing_but_the_measuring_page_uses_the_yardstick():
    users = {path.name for path in SCRIPTS if "/yardstick" in path.read_text()}
    assert users == {"rounds.js", "yardstick-worker.js"}


def test_only_what_begins_by_itself_fetches():
    """A recorded run is asked for beside the page; all else comes from the worker."""
    for path in (ROOT / "web" / "features").rglob("*.js"):
        assert "fetch(" not in path.read_text() or path.parent.name == "recording", path


# A room knows itself and those before it; a feature no other feature. The list of features is data.
WEB_ROOMS = ("drawing", "runtime", "state", "features", "shell")
LIST = ROOT / "web" / "shell" / "features.js"


def room_in_web(path):
    """The room of a script, and which feature it belongs to, if any."""
    room, *rest = path.relative_to(ROOT / "web").parts
    return WEB_ROOMS.index(room), rest[0] if room == "features" else ""


@pytest.mark.parametrize(
    "path",
    [path for path in SCRIPTS if path.parent.name != "bench"],
    ids=lambda path: path.relative_to(ROOT / "web").as_posix(),
)
def test_a_script_imports_only_from_its_own_room_or_feature_and_the_rooms_before_it(path):
    room, feature = room_in_web(path)
    imports = re.findall(r'^(?:import|export)[^;"]*"(\.[^"]+\.js)"', path.read_text(), re.MULTILINE)
    for name in imports:
        other = (path.parent / name).resolve()
        if other == LIST or not other.exists():  # a front-end package
            continue
        there, whose = room_in_web(other)
        assert there < room or (there, whose) == (room, feature), name


def test_every_script_is_type_checked():
    for path in SCRIPTS:
        assert path.read_text().startswith("// @ts-check"), path


PRESSES = {  # what a script does in the place of a visitor, and the scripts that may
    r"\.click\(\)": {"save-as.js"},  # a link of its own: the only way to hand over a file
    r"\.(?:requestSubmit|submit)\(": set(),
    r"\.dispatchEvent\(": set(),
    r"new (?:\w+Event|Event)\(\"(?!theme|wanted)": set(),  # these are on no element
    r"\bsetInterval\(": {
        "countdown.js",
        "heartbeat.js",
    },  # seconds that are shown; is Python alive?
}


@pytest.mark.parametrize("press", PRESSES)
def test_no_script_presses_a_button_types_for_a_visitor_or_polls(press):
    found = {path.name for path in SCRIPTS if re.search(press, path.read_text())}
    assert found == PRESSES[press]


def called(path):
    """The name of a script; that of a feature's wiring with the feature's."""
    return f"{path.parent.name}/{path.name}" if path.name == "wire.js" else path.name


def test_a_form_is_sent_and_the_network_changed_by_the_actions_alone():
    """Every button, key and picture calls these, so that all means do the same."""
    doors = {
        r'type: "(?:reset|load)"': {
            "training-actions.js",
            "address-bar.js",
            "worker-line.js",
            "messages.js",
        },
        r'type: "(?:pace|rewind)"': {"training-actions.js", "messages.js"},
        r'type: "pause"': {"training-actions.js", "messages.js"},
        r'type: "intervene"': {"sum-actions.js", "recovery/wire.js", "messages.js"},
        r"\bpinned\.set\(": {"sum-actions.js", "address-bar.js"},
        r"\bchange\.set\(": {"sum-actions.js"},
    }
    for sign, users in doors.items():
        found = {called(path) for path in SCRIPTS if re.search(sign, path.read_text())}
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
