// @ts-check
/**
 * One chapter's words: the question, what is going on, and the answer to this very guess.
 *
 * @typedef {import("./chapters.js").Chapter} Chapter
 * @typedef {import("./chapters.js").Told} Told
 * @typedef {import("./answers.js").Answer} Answer
 */

import { say } from "../../drawing/dom.js";
import { Elsewhere } from "./run.js";

export class ChapterPage {
  #article;
  #chapter;
  #keepAnswer;
  /** @type {Promise<void> | null} */
  #begun = null;
  /** @type {Promise<void> | null} */
  #telling = null;
  #isWanted = false;
  #isTold = false;
  #isOpen = false;

  /**
   * @param {HTMLElement} article
   * @param {Chapter} chapter
   * @param {(answer: Answer) => void} keep
   */
  constructor(article, chapter, keep) {
    this.#article = article;
    this.#chapter = chapter;
    this.#keepAnswer = keep;
    this.#part("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.reveal();
    });
    for (const words of this.#cases) words.hidden = true;
    /** @type {HTMLButtonElement} */ (this.#part(".reveal")).disabled = false;
  }

  /** Has the truth been asked for? */
  get isRevealed() {
    return this.#isWanted;
  }

  /** @param {boolean} focus  is reading to go on here? */
  open(focus) {
    this.#isOpen = true;
    if (focus) {
      scrollTo(0, 0);
      this.#part("h2").focus({ preventScroll: true });
    }
    if (this.#isTold || this.#telling) return;
    if (this.#isWanted) this.reveal();
    else this.#begin().catch((/** @type {Error} */ error) => this.#refuse(error));
  }

  close() {
    this.#isOpen = false;
    if (!this.#telling) this.#begun = null; // the run may be anywhere when it is opened again
  }

  /** Answer with the choice of that number, from 1, if there is one. @param {number} number */
  choose(number) {
    const choice = this.#choices[number - 1];
    if (!choice || choice.disabled) return;
    choice.checked = true;
    choice.focus({ preventScroll: true });
  }

  reveal() {
    this.#isWanted = true;
    this.#telling ??= this.#tell();
    return this.#telling;
  }

  #tellMeanwhile = (/** @type {string} */ words) => say(this.#part(".meanwhile"), words);

  #begin() {
    this.#begun ??= this.#chapter.begin(this.#tellMeanwhile);
    return this.#begun;
  }

  async #tell() {
    this.#part(".reveal").hidden = true;
    try {
      await this.#begin();
      const told = await this.#chapter.reveal(this.#tellMeanwhile);
      this.#isTold = true;
      this.#show(told);
    } catch (error) {
      this.#begun = null;
      this.#telling = null;
      this.#refuse(error);
      if (error instanceof Elsewhere && this.#isOpen) this.reveal();
    }
  }

  /** @param {unknown} error */
  #refuse(error) {
    if (error instanceof Elsewhere) return;
    const reason = error instanceof Error ? error.message : String(error);
    say(this.#part(".meanwhile"), `This cannot be shown: ${reason}. The Lab says more.`);
  }

  /** @param {Told} told */
  #show({ cases, figures, guess, truth, later }) {
    const chosen = this.#choices.find(({ checked }) => checked);
    const mine = guess ?? chosen?.closest("label")?.textContent?.trim() ?? "";
    this.#settle(truth);
    this.#say(cases, figures);
    this.#part(".told").classList.add("open");
    this.#part(".lines").hidden = false;
    this.#part(".closer").hidden = false;
    this.#keep(mine);
    if (!later) return;
    for (const words of this.#all("[data-later]")) {
      words.hidden = false;
      words.classList.add("to-come");
    }
    later.then(
      (more) => {
        for (const words of this.#all("[data-later]")) words.classList.remove("to-come");
        this.#say([...cases, ...more.cases], { ...figures, ...more.figures });
        this.#keep(mine);
      },
      (error) => this.#refuse(error),
    );
  }

  /**
   * @param {string[]} cases
   * @param {Record<string, string>} figures
   */
  #say(cases, figures) {
    for (const figure of this.#all(".told [data-figure]")) {
      say(figure, figures[figure.dataset.figure ?? ""] ?? "");
    }
    for (const words of this.#cases) {
      const isToCome = words.classList.contains("to-come");
      words.hidden = !isToCome && !cases.includes(words.dataset.case ?? "");
    }
  }

  /** No more choosing; the true choice is marked. @param {string} [truth] */
  #settle(truth) {
    for (const choice of this.#choices) {
      choice.disabled = true;
      choice.closest("label")?.classList.toggle("true", choice.value === truth);
    }
  }

  /** @param {string} guess */
  #keep(guess) {
    const seen = this.#cases.filter((words) => !words.hidden && !words.matches(".to-come"));
    this.#keepAnswer({
      chapter: this.#article.dataset.id ?? "",
      guess,
      seen: seen.map(textOf).join(" "),
    });
  }

  get #cases() {
    return this.#all("[data-case]");
  }

  /** @returns {HTMLInputElement[]} */
  get #choices() {
    return [...this.#article.querySelectorAll("input")].filter(({ type }) => type === "radio");
  }

  /** @param {string} selector @returns {HTMLElement} */
  #part(selector) {
    return this.#all(selector)[0];
  }

  /** @param {string} selector @returns {HTMLElement[]} */
  #all(selector) {
    return [...this.#article.querySelectorAll(selector)].map(
      (each) => /** @type {HTMLElement} */ (each),
    );
  }
}

const textOf = (/** @type {HTMLElement} */ words) =>
  (words.textContent ?? "").replace(/\s+/g, " ").trim();
