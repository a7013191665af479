"""No feature styles another's parts, whatever these are called: asked of the page itself."""

import pytest

from builder import features
from builder.places import WEB

# Which of a sheet's rules reach a part of another feature, and whose it is. A feature that has
# others within itself lays these out; what is hovered or in focus at the moment does not matter.
REACHES = """
([text, own]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const selectors = (rules, within) => Array.from(rules).flatMap((rule) => {
    const each = rule.selectorText?.replaceAll("&", `:is(${within})`);
    return [...(each ? [each] : []), ...selectors(rule.cssRules ?? [], each ?? within)];
  });
  const always = (selector) => selector
    .replace(/::[\\w-]+/g, "")
    .replace(/:(hover|active|focus(-visible|-within)?)\\b/g, ":where(*)");
  const owner = (part) => part?.closest("[data-feature]")?.dataset.feature ?? own;
  const isStray = (part) => owner(part) !== own &&
    !("feature" in part.dataset && part.parentElement.closest(`[data-feature="${own}"]`));
  const found = [...new Set(selectors(sheet.cssRules, ":root"))].flatMap((selector) =>
    Array.from(document.querySelectorAll(always(selector)), (part) => [selector, part]));
  return {
    parts: found.length,
    strays: [...new Set(found.filter(([, part]) => isStray(part)).map(([selector, part]) =>
      `${selector} of ${owner(part)}`))],
  };
}
"""
NAMES = [name for name, *_ in features.listed(WEB) if [*(WEB / "features" / name).glob("*.css")]]


@pytest.mark.parametrize("name", NAMES)
def test_a_feature_styles_no_part_of_another_whatever_it_is_called(app, name):
    sheets = sorted((WEB / "features" / name).glob("*.css"))
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    reached = app.page.evaluate(REACHES, [text, name])
    assert reached["parts"] > 0
    assert reached["strays"] == []


def test_a_rule_that_reaches_too_far_is_found_in_any_place_and_in_any_nest(app):
    text = "@media print { .proof-panel { .lead & , :is(.machine:hover, b) .lead { color: red } } }"
    assert app.page.evaluate(REACHES, [text, "proof"])["strays"] == []
    text = "@media print { .instrument { & > .machine:hover .lead::before { color: red } } }"
    assert len(app.page.evaluate(REACHES, [text, "proof"])["strays"]) == 1
