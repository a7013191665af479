"""A page that is printed shows all that it has found, also what was never scrolled into sight."""

from playwright.sync_api import expect

CANVASES = """[...document.querySelectorAll(".instrument canvas")].map((canvas) => {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width || 1, height || 1);
  const panel = canvas.closest(".instrument > *").classList[0];
  return [panel, width * height > 0 && new Set(new Uint32Array(data.buffer)).size > 1];
})"""
PANELS = {"grid-panel", "trace-panel", "states-panel", "map-panel", "weights-panel"}
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
PHONE = {"width": 390, "height": 844}


def test_before_printing_every_picture_is_drawn_though_nothing_was_scrolled(page, visit):
    page.set_viewport_size(PHONE)
    app = visit("")
    app.button("Step").click()
    app.expect_iteration(1)
    expect(app.page.locator("#exact-accuracy")).not_to_have_text("–")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")  # other sizes, to which the pictures are drawn again
    page.evaluate(FRAMES)
    drawn = page.evaluate(CANVASES)
    assert {panel for panel, _ in drawn} >= PANELS
    assert [panel for panel, whole in drawn if not whole] == []


def test_paper_is_white_and_shows_no_buttons_and_the_screen_is_dark_again_afterwards(app):
    page = app.page
    app.field("Theme").select_option("dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(app.html).to_have_attribute("data-theme", "light")
    for hidden in ("#train", "#keep-panel", "#theme", "#experiments-panel", "#pin-form"):
        expect(page.locator(hidden)).to_be_hidden()
    for shown in ("#bit-grid", "#error-trace", "#hidden-states", "#map-canvas", "#log", "#seed"):
        expect(page.locator(shown)).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(app.html).to_have_attribute("data-theme", "dark")
    expect(app.field("Theme")).to_have_value("dark")
