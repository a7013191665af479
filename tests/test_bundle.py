"""The modules become few scripts, always the same, with everything in them."""

import pytest

from builder import bundle, node, numpy_wheel, runtime, site
from builder.addresses import address
from builder.report import BuildError

CLASSIC = {  # not modules
    f"shell/{name}.js" for name in ("browser-check", "choose-view", "service-worker", "theme")
}
ALONE = {"bench/yardstick.js", "bench/yardstick-worker.js"}  # a worker's, without Python
SMALL = {
    "shell/start.js": b'import { one } from "./one.js";\nimport("./main.js").then(() => one);\n',
    "shell/one.js": b"export const one = 1;\n",
    "shell/main.js": b'import "./one.js";\nimport "./pyscript/core.js";\nconsole.log("main");\n',
    "runtime/worker-client.js": b'console.log("trainer");\n',
    "runtime/download-worker.js": b'console.log("downloader");\n',
    "bench/bench.js": b'console.log("bench");\n',
    "runtime/no-indexeddb.js": b'console.log("nothing");\n',
    "runtime/start-pyodide.js": b'console.log("Pyodide");\n',
    "pyscript/core.js": b"",
    "picture.svg": b"<svg/>",
}


@pytest.fixture(scope="module")
def modules():
    return node.ensure_packages()


@pytest.fixture(scope="module")
def content(modules):
    lock = runtime.read_lock(modules / "pyodide")["packages"]
    return site.parts(modules, numpy_wheel.ensure(lock["numpy"]))


@pytest.fixture(scope="module")
def made(content, modules):
    return bundle.ensure(content, modules)


def test_all_our_modules_are_in_some_script(made):
    ours = {name for name in site.web_files(site.WEB) if name.endswith(".js")}
    inside = set().union(*made.sources.values())
    assert ours - inside == CLASSIC | ALONE


def test_a_module_is_in_one_script_only(made):
    every = [module for modules in made.sources.values() for module in modules]
    assert len(every) == len(set(every))


def test_the_charts_are_in_the_script_that_the_licences_say(made):
    holders = [
        script for script, sources in made.sources.items() if "vendor/uPlot.esm.js" in sources
    ]
    assert holders == ["main.js"]


def test_the_first_script_reaches_what_it_needs_and_not_what_comes_after(made):
    reached = made.reached("start.js")
    assert reached[0] == "start.js"
    assert len(reached) > 1
    assert not {"main.js", "bench/bench.js"} & set(reached)
    assert len(reached) == len(set(reached))


def test_no_script_looks_for_a_file_from_where_its_module_once_was(made):
    for name, text in made.scripts.items():
        assert b'new URL("../' not in text, name


def test_the_same_modules_give_the_same_bytes(content, modules, made, tmp_path):
    assert bundle.ensure(content, modules, tmp_path) == made


def test_only_changed_modules_are_bundled_again(modules, tmp_path, capsys):
    first = bundle.ensure(SMALL, modules, tmp_path)
    assert bundle.ensure(SMALL, modules, tmp_path) == first
    assert capsys.readouterr().out.count("Bundling") == 1
    changed = {**SMALL, "runtime/worker-client.js": b'console.log("changed");\n'}
    assert b"changed" in bundle.ensure(changed, modules, tmp_path).scripts["worker-client.js"]


def test_what_is_no_module_of_ours_stays_outside(modules, tmp_path):
    small = bundle.ensure(SMALL, modules, tmp_path)
    assert b'"./pyscript/core.js"' in small.scripts["main.js"]
    assert "pyscript/core.js" not in set().union(*small.sources.values())
    assert set(map(address, bundle.ENTRIES)) <= set(small.scripts)


def test_a_module_that_is_missing_stops_the_build(modules, tmp_path):
    broken = {**SMALL, "shell/main.js": b'import "./gone.js";\n'}
    with pytest.raises(BuildError, match=r"bundle\.mjs"):
        bundle.ensure(broken, modules, tmp_path)
