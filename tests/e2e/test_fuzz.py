"""Nonsense in the address, the fields and the files: a sentence each time, and the page goes on."""

import random
import re

from playwright.sync_api import expect

from binadd.saving import capsule, npz_file
from binadd.saving.npz_file import Saved
from binadd.settings import Settings
from binadd.training.run import Run

SEED = 0
NAMES = [
    "bits",
    "hidden",
    "alpha",
    "iterations",
    "seed",
    "biases",
    "batch",
    "at",
    "pin",
    "net",
    "x",
]
NASTY = [
    "",
    "0",
    "-1",
    "1e999",
    "NaN",
    "99999999999999999999",
    "١٢",
    "0x10",
    "<img src=x onerror=window.hurt=1>",
    "javascript:window.hurt=1",
    "%",
    "%00",
    "%E0%A4%A",
    "__proto__",
    "'\"><script>window.hurt=1</script>",
    "\u202e\u0000\ud83d\ude00",
    "A" * 5000,
    "1,2",
    "binadd1.",
    "binadd9.AAAA",
]


def hurt(page):
    return page.evaluate("() => 'hurt' in window || Object.keys(Object.prototype).length")


def works(app):
    """The page still does what it is asked to."""
    assert not hurt(app.page)
    app.page.evaluate("location.hash = '#hidden=4'")
    expect(app.field("Hidden units")).to_have_value("4")
    app.expect_state("ready")
    app.button("Step").click()
    app.expect_iteration(1)


def sound_capsule():
    run = Run(Settings(hidden=2))
    return capsule.encode(Saved(run.weights, run.settings, 0))


def altered(draw, text):
    place = draw.randrange(len(text))
    return text[:place] + draw.choice("AZaz09-_.") + text[place + 1 :]


def test_nonsense_in_the_address_is_told_or_passed_over(app):
    draw = random.Random(SEED)
    for _ in range(200):
        parts = [f"{draw.choice(NAMES)}={draw.choice(NASTY)}" for _ in range(draw.randint(1, 4))]
        if not draw.randrange(4):
            parts = [f"net={altered(draw, sound_capsule())}"]
        app.page.evaluate("hash => { location.hash = hash }", "#" + "&".join(parts))
    works(app)


def test_nonsense_in_the_fields_gets_a_sentence_each(app):
    draw = random.Random(SEED)
    numbers = ["Bits", "Hidden units", "Learning rate", "Iterations", "Seed"]
    for _ in range(40):
        name, text = draw.choice(numbers), draw.choice(NASTY)
        good = app.field(name).input_value()
        app.field(name).fill(text)
        app.button("Reset").click()
        if app.field(name).get_attribute("aria-invalid") == "true":
            expect(app.error_of(name)).to_contain_text(re.compile("must be"))
        app.field(name).fill(good)
    app.page.keyboard.press("Escape")  # folds the fields, which lie over the adder
    for first in NASTY:
        app.add(first, "1")
    app.add("<b>", "1")
    expect(app.error_of("First number")).to_contain_text("must be a whole number")
    app.button("Reset").click()
    works(app)


def test_nonsense_in_a_file_is_refused_by_its_name(app):
    draw = random.Random(SEED)
    run = Run(Settings(hidden=2))
    whole = npz_file.to_bytes(Saved(run.weights, run.settings, 0))
    with app.keeping():
        for number in range(30):
            content = bytearray(whole if number % 2 else draw.randbytes(draw.randint(0, 5000)))
            for _ in range(3 * (number % 2)):
                content[draw.randrange(len(content) // 2)] ^= draw.randint(1, 255)
            file = {"name": f"<b>{number}.npz", "mimeType": "x/y", "buffer": bytes(content)}
            app.page.locator("#file-to-load").set_input_files(file)
            told = app.page.locator("#keep-refused, #keep-said").filter(has_text=f"<b>{number}.npz")
            expect(told.first).to_be_visible()
    works(app)
