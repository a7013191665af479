"""What looks for faults of layout finds each kind of them."""

from tests.e2e.layout import FAULTS


def test_what_is_cut_off_or_covered_is_found(page, site):
    page.goto(f"{site}licences.html")
    before = page.evaluate(FAULTS)
    page.evaluate("""() => {
      const put = (html) => document.body.insertAdjacentHTML("beforeend", html);
      const style = (id, css) => Object.assign(document.getElementById(id).style, css);
      put('<p id="narrow">A sentence that is far too long for its box</p>');
      style("narrow", { width: "40px", overflow: "hidden", whiteSpace: "nowrap" });
      put('<p id="wide">A sentence that leaves the screen</p>');
      style("wide", { position: "absolute", left: "calc(100vw - 40px)", whiteSpace: "nowrap" });
      put('<p id="under">Under</p>');
      put('<button id="over">Over</button>');
      style("over", { position: "relative", top: "-2em" });
      put('<p id="above">A sentence above the screen</p>');
      style("above", { position: "fixed", top: "-40px" });
      put('<p id="scrolled">A sentence that can be scrolled to</p>');
      style("scrolled", { width: "40px", overflow: "auto", whiteSpace: "nowrap" });
    }""")
    found = "\n".join(set(page.evaluate(FAULTS)) - set(before))
    for fault in (
        "cut sideways: #narrow",
        "beyond the edge: #wide",
        "beyond the screen: #above",
        "#over “Over” and #under “Under”",
    ):
        assert fault in found
    assert "#scrolled" not in found
