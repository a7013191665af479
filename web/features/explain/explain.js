// @ts-check
/**
 * "What is this?": every number's name is a button, and answers in a sentence or two, with the
 * formula and the code that computes it.
 */

import { EXPLANATIONS } from "./explanations.js";
import { make, say } from "../../drawing/dom.js";

const GAP = 8; // pixels between the name and its answer, and to the window's edge

/**
 * @typedef {import("../../runtime/messages.js").Source} Source
 * @param {import("../../drawing/root.js").Root} root
 * @param {(module: string, name: string) => Promise<Source>} ask  for the source of a function
 */
export function explainer(root, ask) {
  const card = root.find("explanation", HTMLElement);
  const code = root.find("explanation-code", HTMLElement);
  /** @type {HTMLElement | null} */
  let explained = null;

  /** @param {HTMLElement} term  the button that was pressed */
  function explain(term) {
    const { title, text, formula, file, name } = EXPLANATIONS[term.dataset.explain ?? ""];
    say(root.find("explanation-title", HTMLElement), title);
    say(root.find("explanation-text", HTMLElement), text);
    say(root.find("explanation-formula", HTMLElement), formula);
    code.replaceChildren(make("summary", "", `${file}: ${name}`));
    card.showPopover();
    card.scrollTop = 0;
    card.focus();
    explained = term;
    place(card, term.getBoundingClientRect());
    const module = /^binadd\/(.+)\.py$/.exec(file)?.[1].replaceAll("/", ".");
    if (!module) return;
    ask(module, name).then(
      (source) => explained === term && showSource(code, name, source),
      () => {}, // without Python: the file and the function are named there all the same
    );
  }

  document.addEventListener("click", ({ target }) => {
    const term = target instanceof Element && target.closest("[data-explain]");
    if (term instanceof HTMLElement) explain(term);
  });
  addEventListener("resize", () => {
    if (explained && card.matches(":popover-open")) place(card, explained.getBoundingClientRect());
  });
}

/**
 * @param {HTMLElement} disclosure
 * @param {string} name
 * @param {Source} source
 */
function showSource(disclosure, name, { file, line, code }) {
  const summary = make("summary", "", `${file}:${line}, ${name}`);
  const text = make("pre", "", code);
  text.tabIndex = 0;
  disclosure.replaceChildren(summary, text);
}

/**
 * Below the name, or above it where there is more room; always within the window.
 * @param {HTMLElement} card
 * @param {DOMRect} term
 */
function place(card, term) {
  const { innerWidth, innerHeight } = globalThis;
  const below = innerHeight - term.bottom > term.top;
  const room = (below ? innerHeight - term.bottom : term.top) - 2 * GAP;
  const left = Math.min(term.left, innerWidth - card.offsetWidth - GAP);
  card.style.left = `${Math.max(left, GAP)}px`;
  card.style.top = below ? `${term.bottom + GAP}px` : "auto";
  card.style.bottom = below ? "auto" : `${innerHeight - term.top + GAP}px`;
  card.style.maxHeight = `${room}px`;
}
