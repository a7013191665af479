"""At every moment of a run all that is in sight of one measurement is of the same one."""

from playwright.sync_api import expect

from tests.e2e.app import App

# Between two tasks of the page, as a visitor sees it, until the run has finished.
WATCH = """() => new Promise((done) => {
  const text = (selector) => document.querySelector(selector)?.textContent ?? "";
  const seen = [];
  const look = () => {
    const state = document.documentElement.dataset.state;
    seen.push({
      state,
      now: text("#iteration"),
      readout: text("#exact-accuracy"),
      of: text("#exact-of"),
      legend: text(".of-exact b"),
      ripples: text(".of-ripples b"),
      bars: [...document.querySelectorAll("#per-ripple b")].map((bar) => bar.textContent),
      where: text("#trace-where"),
      lead: text("#map-lead"),
      sentence: text("#sentence"),
    });
    if (state === "finished") done(seen);
    else setTimeout(look, 7);
  };
  look();
})"""


def number(text: str) -> int:
    return int("".join(letter for letter in text if letter.isdigit()))


def check(moment):
    assert moment["legend"] == moment["readout"], moment
    floors = [str(int(float(bar.split()[0]))) for bar in moment["bars"] if bar != "–"]
    assert moment["ripples"] == " · ".join(floors), moment
    rests = moment["of"].startswith("of all")
    measured = moment["now"] if rests else moment["of"].removeprefix("at iteration ")
    start = f"After {measured} iterations it adds "
    assert moment["lead"].startswith("Before any training" if measured == "0" else start), moment
    if moment["where"].startswith("iteration"):
        assert moment["where"].endswith(f"sums at {measured}"), moment
    share = moment["lead"].split(" it adds ")[1]
    right = 16_384 if share.startswith("every one") else number(share.split(" of ")[0])
    assert abs(float(moment["readout"].split()[0]) - 100 * right / 16_384) < 0.02, moment


def test_every_number_of_a_measurement_changes_at_once_and_says_of_which_iteration(app: App):
    app.page.set_viewport_size({"width": 1280, "height": 2400})
    app.field("by carry length").check()
    expect(app.page.locator("#per-ripple b").first).to_be_visible()
    expect(app.page.locator(".of-ripples b")).not_to_have_text("–")  # a moment after it was chosen
    app.page.evaluate("document.querySelector('#train').click()")
    seen = app.page.evaluate(WATCH)
    for moment in seen:
        check(moment)
    assert len({moment["of"] for moment in seen}) > 2  # it was seen in mid-run


def test_the_sum_in_sight_and_its_memory_are_of_one_network_that_is_named(app: App):
    app.train_to_the_end()
    expect(app.page.locator("#sentence")).to_contain_text("After 10,000 iterations:")
    app.enter("memory")
    expect(app.page.locator("#weights-date")).to_have_text("The weights after 10,000 iterations.")
