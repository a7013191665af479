// @ts-check
/** The Story: a chapter at a time, and the way from one to the next. */

import { say } from "../../drawing/dom.js";
import { wireAnswers } from "./answers.js";
import { MAKERS } from "./chapters.js";
import { ChapterPage } from "./page-of-chapter.js";
import { StoryRun } from "./run.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire(given) {
  const { state: shared, actions, root } = given;
  const { view } = document.documentElement.dataset;
  if (view === "embed") return;
  const part = root.find.bind(root);
  const place = { ...given, part, run: new StoryRun(given) };
  const answers = wireAnswers(root);
  const keep = answers.keep.bind(answers);
  const pages = root.all(".chapter", HTMLElement).map((article) => {
    const make = MAKERS[article.dataset.id ?? ""];
    return new ChapterPage(article, make(place), keep);
  });
  /** @type {ChapterPage | null} the one in sight */
  let open = null;

  const show = (focus = true) => {
    const wanted = shared.view.value === "story" ? pages[shared.chapter.value - 1] : null;
    if (wanted === open) return;
    open?.close();
    document.documentElement.dataset.chapter = String(shared.chapter.value);
    open = wanted ?? null;
    open?.open(focus);
    tellWhere(root, shared.chapter.value, pages.length, view ? "Next" : "To the Lab");
  };
  shared.attention.set("chapter", () => open?.open(true));
  const next = () => {
    if (open && !open.isRevealed) open.reveal();
    else if (shared.chapter.value < pages.length) actions.turnTo(shared.chapter.value + 1);
    else if (!view) actions.show("lab");
    if (view && open?.isRevealed && shared.chapter.value === pages.length) endTurning(root);
  };
  const back = () => shared.chapter.value > 1 && actions.turnTo(shared.chapter.value - 1);
  wireTurning(root, next, back);
  wireKeys(shared, { next, back, open: () => open });
  wireLooking(root, actions);
  if (view) shared.view.set("story");
  shared.chapter.set(Number(document.documentElement.dataset.chapter));
  shared.view.follow(() => show());
  shared.chapter.follow(() => show());
  show(false);
}

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {() => void} next
 * @param {() => void} back
 */
function wireTurning(root, next, back) {
  const onwards = root.find("story-next", HTMLButtonElement);
  onwards.disabled = false;
  onwards.addEventListener("click", next);
  root.find("story-back", HTMLButtonElement).addEventListener("click", back);
}

/** On a stage nothing comes after the last chapter. @param {import("../../drawing/root.js").Root} root */
function endTurning(root) {
  root.find("story-next", HTMLButtonElement).disabled = true;
}

/**
 * "Look closer": into the room of the Lab that has more, or to the code.
 * @param {import("../../drawing/root.js").Root} root
 * @param {import("../../state/actions.js").Actions} actions
 */
function wireLooking(root, actions) {
  for (const link of root.all("[data-look]", HTMLAnchorElement)) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const { look } = link.dataset;
      if (look === "code") actions.show("code");
      else actions.enter(/** @type {import("../../state/page-state.js").Room} */ (look));
    });
  }
}

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {number} chapter
 * @param {number} chapters
 * @param {string} last  what the button says in the last of them
 */
function tellWhere(root, chapter, chapters, last) {
  say(root.find("story-where", HTMLElement), `${chapter} of ${chapters}`);
  root.find("story-back", HTMLButtonElement).disabled = chapter === 1;
  root.find("story-next", HTMLButtonElement).disabled = false;
  say(root.find("story-next", HTMLElement), chapter < chapters ? "Next" : last);
  for (const [place, dot] of [...root.find("story-dots", HTMLElement).children].entries()) {
    dot.className = place + 1 === chapter ? "here" : place + 1 < chapter ? "seen" : "";
  }
}

/**
 * Right and Left, a clicker's keys too, turn; Enter shows the truth; a digit chooses.
 * @param {import("../../state/page-state.js").Shared} shared
 * @param {{next: () => void, back: () => void, open: () => ChapterPage | null}} ways
 */
function wireKeys(shared, { next, back, open }) {
  const turns = new Map(
    Object.entries({ ArrowRight: next, PageDown: next, ArrowLeft: back, PageUp: back }),
  );
  turns.set("Enter", () => open()?.reveal());
  for (let number = 1; number <= 4; number += 1) {
    turns.set(String(number), () => open()?.choose(number));
  }
  document.addEventListener("keydown", (event) => {
    const { key, altKey, ctrlKey, metaKey, target } = event;
    const turn = turns.get(key);
    if (!turn || altKey || ctrlKey || metaKey || shared.view.value !== "story") return;
    if (target instanceof Element && target.closest(takersOf(key))) return;
    event.preventDefault(); // also of a key that is held: it would scroll
    if (!event.repeat) turn();
  });
}

/** What has a use of its own for a key, where the keyboard is. @param {string} key */
function takersOf(key) {
  if (key === "Enter") return "a, button, select, textarea, dialog";
  const typing = "input:not([type=radio]), select, textarea, dialog";
  return key.startsWith("Arrow") ? `input, ${typing}` : typing;
}
