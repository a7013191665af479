"""A page that a test has used, brought back by what a visitor can do."""

import re

from playwright.sync_api import expect

from tests.e2e.visitors import SIZE

NOTE = """() => {
  const kept = "input:not([type=range], [type=file], #first, #second), select";
  const fields = document.querySelectorAll(kept);
  globalThis.firstFields = [...fields].map((field) => [field, [field.value, field.checked]]);
}"""

# The first room is entered. Whatever can be closed, folded up, undone and let go is, and every
# field has what it had in the beginning.
TIDY = """() => {
  sessionStorage.clear();
  localStorage.clear();
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  for (const part of document.querySelectorAll("details[open]")) part.open = false;
  const press = (selector) => {
    const button = document.querySelector(selector);
    if (button?.checkVisibility() && !button.disabled) button.click();
  };
  press(".rooms a[data-to=learning]");
  for (const way of ["#settings-open[aria-expanded=true]", "#close-log", "#guide-undo"]) press(way);
  for (const way of ["#grid-change-back", "#trace-whole", "#warning-dismiss"]) press(way);
  if (document.querySelector("#pin").textContent === "Let go") press("#pin");
  const sum = document.querySelector("#first");
  sum.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  for (const [field, [value, checked]] of globalThis.firstFields) {
    if (field.value === value && field.checked === checked) continue;
    [field.value, field.checked] = [value, checked];
    for (const kind of ["input", "change"])
      field.dispatchEvent(new Event(kind, { bubbles: true }));
  }
  document.activeElement.blur();
  scrollTo(0, 0);
}"""


def note(app) -> None:
    """Remember what the fields of a page hold that nobody has used."""
    app.page.evaluate(NOTE)


def tidy(app) -> None:
    """Undo whatever was done beside the run; the network in training stays."""
    page = app.page
    page.unroute_all()
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null")
    page.set_viewport_size(SIZE)
    page.mouse.move(0, 0)
    page.context.clear_permissions()
    page.evaluate(TIDY)


def begin_again(app) -> None:
    """Begin the first run anew."""
    tidy(app)
    before = app.page.evaluate("document.documentElement.dataset.run")
    app.button("Reset").click()
    app.until(f"document.documentElement.dataset.run !== '{before}'")  # not a late frame of it
    app.expect_iteration(0)
    app.expect_state("ready")
    # what is in sight is of the run before until the new one is measured and its sum is read
    expect(app.page.locator("#exact-of")).to_have_text("of all 16,384 sums")
    expect(app.page.locator("#sentence")).to_contain_text("Before any training")


def graduate(app) -> None:
    """Have the first run at its end."""
    tidy(app)
    if not re.search("#at=10000$", app.page.url) or app.state != "finished":
        begin_again(app)
        app.train_to_the_end()
