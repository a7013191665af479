"""The tables that build.py bench prints; what they measure is not tested here."""

from contextlib import nullcontext

import pytest

import builder.bench
from binadd.experiments.plan import Plan
from binadd.experiments.processes import cores
from binadd.speed.benchmark import Row
from builder.bench import bench
from builder.report import BuildError
from tests.bench import boot, boot_table, lighthouse, liveness, machine, proving, speed, sweeping
from tests.bench.boot import YARDSTICK, Start, Visit
from tests.bench.liveness import Liveness
from tests.bench.speed import Column


def column(name, software, *speeds):
    rows = [Row(f"way {number}", each, each / speeds[0]) for number, each in enumerate(speeds)]
    return Column(name, software, rows)


def test_every_place_is_a_column_and_every_way_a_row():
    columns = [column("native", "NumPy 2", 1000, 15500), column("Chromium 1", "NumPy 3", 500, 4000)]
    heading, empty, *lines = speed.markdown(columns, runs=3).splitlines()
    assert "3 runs of 7 rounds" in heading
    assert "native: NumPy 2; Chromium 1: NumPy 3." in heading
    assert empty == ""
    assert lines == [
        "| way of training | native | Chromium 1 |",
        "| --- | ---: | ---: |",
        "| way 0 | 1,000 (1.0) | 500 (1.0) |",
        "| way 1 | 15,500 (15.5) | 4,000 (8.0) |",
    ]


def test_the_gain_of_more_workers_is_told():
    text = sweeping.markdown(sweeping.Gain(workers=2, one=9.04, all=5.0, gain=1.804))
    assert text.splitlines()[-2:] == ["| 1 | 9.0 | 1.0 |", "| 2 | 5.0 | 1.80 |"]


def test_the_gain_is_measured_on_the_same_work(monkeypatch):
    plan = Plan(seeds=(0, 1), hidden=(2,), iterations=100)
    monkeypatch.setattr(sweeping, "PLAN", plan)
    found = sweeping.measure(runs=1)
    assert found.workers == cores()
    assert found.gain == pytest.approx(found.one / found.all)


def test_several_runs_become_one_by_their_medians():
    runs = [column("native", "", 10, each) for each in (20, 90, 30)]
    assert speed.merged(runs).table == [("way 0", 10, 1), ("way 1", 30, 3)]


def test_the_heading_says_the_day_and_the_machine():
    day, *_ = machine.described().split(", ")
    assert len(day.split("-")) == 3
    assert machine.processor() in machine.described()


def test_long_tasks_are_counted_and_none_is_said_to_be_none():
    seen = Liveness(60, 50, [], (12, 34), (5, 6), throughput=9000, bare=18000)
    assert "| tasks on the main thread above 50 ms | none |" in liveness.markdown(seen)
    assert "| 2, the longest 81 ms |" in liveness.markdown(seen._replace(long_tasks=[55, 81.4]))
    assert "| 9,000, 50 % of the bare engine's |" in liveness.markdown(seen)


def test_the_95th_percentile_leaves_out_the_slowest_of_twenty_one():
    assert liveness.percentiles([*range(20), 1000]) == (10, 19)


@pytest.mark.parametrize(("browsers", "runs"), [("netscape", 1), ("", 0)])
def test_what_cannot_be_measured_is_refused_before_anything_is_built(browsers, runs):
    with pytest.raises(BuildError, match="must be"):
        bench(browsers, runs, json=None)


# ---- how the page starts -------------------------------------------------------------------------


def visit(ready, size=8.0, **stages):
    return Visit({**stages, "boot: ready": ready}, {"boot: ready": ready / 2}, size)


def test_each_browser_has_a_table_of_stages_that_ends_with_the_ratio():
    visits = {YARDSTICK: [visit(4.0, 9.3)], "this page": [visit(3.0, document=0.5)]}
    _, empty, *lines = boot_table.markdown([Start("Firefox 1", visits)], runs=1).splitlines()
    assert empty == ""
    assert lines[0] == "| Firefox 1 | this page: first | second | yardstick: first | second |"
    assert lines[2] == "| the document has come | 0.50 | – | – | – |"
    assert lines[-3:] == [
        "| ready | 3.00 | 1.50 | 4.00 | 2.00 |",
        "| MB | 8.00 |  | 9.30 |  |",
        "| ready, to the yardstick | 0.75 | 0.75 | 1.00 | 1.00 |",
    ]


def test_several_visits_become_one_by_the_medians_of_the_stages_that_all_have():
    visits = [visit(1, document=3), visit(9, document=1), visit(5, document=2, paint=1)]
    found = Start("", {"this page": visits}).medians["this page"]
    assert found == visit(5, document=2)


def test_what_the_service_worker_fetches_for_later_is_not_counted():
    sent = [("/", 1_000_000), ("/a.js", 500_000), ("/service-worker.js", 10), ("/b.js", 7_000_000)]
    assert boot.first_transfer(sent) == 1.5


# ---- Lighthouse ----------------------------------------------------------------------------------


def test_lighthouse_is_told_by_the_medians_of_its_runs():
    categories = {name: {"score": 0.98} for name in lighthouse.CATEGORIES}
    audits = {name: {"numericValue": 1500.0} for name in lighthouse.AUDITS}
    run = lighthouse.figures({"categories": categories, "audits": audits})
    text = lighthouse.markdown([run, dict.fromkeys(run, 0.0), run])
    assert "| performance | 98 |" in text
    assert "| first contentful paint, s | 1.50 |" in text
    assert "| total blocking time, ms | 1500 |" in text
    assert "medians of 3" in text


def test_a_run_whose_first_frame_the_browser_held_back_is_repeated_and_counted():
    def painted(at: float) -> lighthouse.Report:
        seen = {"observedDomContentLoaded": 200, "observedFirstContentfulPaint": at}
        audits = {name: {"numericValue": at} for name in lighthouse.AUDITS}
        audits["metrics"] = {"details": {"items": [seen]}}
        scores = {name: {"score": 1} for name in lighthouse.CATEGORIES}
        return {"categories": scores, "audits": audits}

    looks = iter([painted(250), painted(1240), painted(270)])
    runs, held = lighthouse.several(2, lambda: next(looks))
    assert [run["total blocking time, ms"] for run in runs] == [250, 270]
    assert "medians of 2, without 1 in which the browser held" in lighthouse.markdown(runs, held)

    runs, held = lighthouse.several(1, lambda: painted(1240))
    assert (len(runs), held) == (1, lighthouse.PATIENCE - 1), "a page that is really so slow"


def test_a_page_that_lighthouse_could_not_open_ends_the_measurement_in_words():
    with pytest.raises(SystemExit, match="could not look at the page: nothing was painted"):
        lighthouse.figures({"runtimeError": {"message": "nothing was painted"}})


@pytest.mark.parametrize(("npx", "missing"), [(None, "no npx"), ("npx", "no Chromium")])
def test_what_lighthouse_needs_is_missed_in_words(monkeypatch, npx, missing):
    put = {"shutil.which": npx, "browser.program": None, "venv.ensure": "python"}
    put |= {"node.ensure_node": None, "one_at_a_time": nullcontext()}
    for name, answer in put.items():
        monkeypatch.setattr(f"builder.bench.{name}", lambda *_, path="", answer=answer: answer)
    with pytest.raises(BuildError, match=missing):
        builder.bench.lighthouse(runs=1, json=None)


def test_proofs_are_counted_and_every_certificate_is_checked():
    found = proving.measure(range(3))
    assert (found.seeds, found.right, found.proved, found.checked) == (3, 3, 3, 3)
    assert proving.markdown(found).splitlines()[-1].startswith("| 3 | 3 | 0 | 3 | ")
