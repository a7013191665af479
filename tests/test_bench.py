"""The command bench."""


def test_a_bench_prints_a_row_for_each_way(run):
    status, out, _ = run("bench", "--rounds", "1")
    assert status == 0
    assert out.splitlines()[1].split()[-1] == "1.0"
