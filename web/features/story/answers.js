// @ts-check
/**
 * What this visitor has guessed and seen, chapter by chapter: kept for the visit, in this tab alone, and
 * never sent.
 *
 * @typedef {Object} Answer
 * @property {string} chapter  its name
 * @property {string} guess  in words; empty: none
 * @property {string} seen  what was said of it
 */

import { make } from "../../drawing/dom.js";

const KEY = "binadd-answers";

export class Answers {
  #list;
  #none;
  #titles;
  /** @type {Answer[]} */
  #kept = recall();

  /**
   * @param {{list: HTMLElement, none: HTMLElement}} elements
   * @param {Map<string, {title: string, question: string}>} chapters  in their order, by name
   */
  constructor({ list, none }, chapters) {
    this.#list = list;
    this.#none = none;
    this.#titles = chapters;
    this.#show();
  }

  /** @param {Answer} answer  takes the place of an older one to the same chapter */
  keep(answer) {
    this.#kept = [...this.#kept.filter(({ chapter }) => chapter !== answer.chapter), answer];
    remember(this.#kept);
    this.#show();
  }

  #show() {
    const rows = [...this.#titles].flatMap(([chapter, words]) => {
      const answer = this.#kept.find((kept) => kept.chapter === chapter);
      return answer ? [rowOf(words, answer)] : [];
    });
    this.#list.replaceChildren(...rows);
    this.#none.hidden = rows.length > 0;
  }
}

/**
 * @param {{title: string, question: string}} words
 * @param {Answer} answer
 */
function rowOf({ title, question }, { guess, seen }) {
  const row = make("li");
  const terms = make("dl");
  terms.append(
    make("dt", "", "Your guess"),
    make("dd", guess ? "mine" : "none", guess || "none"),
    make("dt", "", "What you saw"),
    make("dd", "", seen),
  );
  row.append(make("h3", "", title), make("p", "asked", question), terms);
  return row;
}

/** @returns {Answer[]}  none where there is no storage, or what it holds is not of ours */
function recall() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return kept.map((/** @type {Answer} */ { chapter, guess, seen }) => {
      return { chapter: String(chapter), guess: String(guess), seen: String(seen) };
    });
  } catch {
    return [];
  }
}

/** @param {Answer[]} answers */
function remember(answers) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(answers));
  } catch {} // no storage here: they last as long as the page
}

/**
 * The sheet with the answers, its ways in and out, and the way to paper.
 * @param {import("../../drawing/root.js").Root} root
 */
export function wireAnswers(root) {
  const sheet = root.find("answers", HTMLDialogElement);
  const chapters = root.all(".chapter", HTMLElement).map((article) => {
    const textOf = (/** @type {string} */ part) =>
      (article.querySelector(part)?.textContent ?? "").replace(/\s+/g, " ").trim();
    const words = { title: textOf(".title"), question: textOf(".question") };
    return /** @type {const} */ ([article.dataset.id ?? "", words]);
  });
  for (const opener of root.all(".open-answers", HTMLButtonElement)) {
    opener.addEventListener("click", () => sheet.showModal());
  }
  root.find("answers-print", HTMLButtonElement).addEventListener("click", () => print());
  const [list, none] = [
    root.find("answers-list", HTMLElement),
    root.find("answers-none", HTMLElement),
  ];
  return new Answers({ list, none }, new Map(chapters));
}
