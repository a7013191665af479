// @ts-check
/** One chapter's words: the question, what is going on, and the answer to this very guess. */

import { say } from "../../drawing/dom.js";

export class ChapterPage {
  #article;
  #chapter;
  /** @type {Promise<void> | null} */
  #begun = null;
  /** @type {Promise<void> | null} */
  #revealed = null;

  /**
   * @param {HTMLElement} article
   * @param {import("./chapters.js").Chapter} chapter
   */
  constructor(article, chapter) {
    this.#article = article;
    this.#chapter = chapter;
    this.#part("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.reveal();
    });
    for (const words of this.#cases) words.hidden = true;
    /** @type {HTMLButtonElement} */ (this.#part(".reveal")).disabled = false;
  }

  /** Has the truth been asked for? */
  get isRevealed() {
    return this.#revealed !== null;
  }

  /** @param {boolean} focus  is reading to go on here? */
  open(focus) {
    if (focus) {
      scrollTo(0, 0);
      this.#part("h2").focus({ preventScroll: true });
    }
    if (this.#revealed) return;
    this.#begun ??= this.#begin();
    this.#begun.catch((/** @type {Error} */ error) => this.#refuse(error));
  }

  close() {
    if (this.#revealed) this.#chapter.leave();
    else this.#begun = null; // the run may be anywhere when it is opened again
  }

  reveal() {
    this.#revealed ??= this.#tell();
    return this.#revealed;
  }

  #begin() {
    return this.#chapter.begin((words) => say(this.#part(".meanwhile"), words));
  }

  async #tell() {
    this.#part(".reveal").hidden = true;
    try {
      this.#begun ??= this.#begin();
      await this.#begun;
      const { cases, figures } = await this.#chapter.reveal();
      this.#show(cases, figures);
    } catch (error) {
      this.#refuse(error);
    }
  }

  /** @param {unknown} error */
  #refuse(error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(this.#part(".meanwhile"), `This cannot be shown: ${reason}. The Lab says more.`);
  }

  /**
   * @param {string[]} cases
   * @param {Record<string, string>} figures
   */
  #show(cases, figures) {
    for (const figure of this.#all("[data-figure]")) {
      say(figure, figures[figure.dataset.figure ?? ""] ?? "");
    }
    for (const words of this.#cases) words.hidden = !cases.includes(words.dataset.case ?? "");
    this.#part(".told").classList.add("open");
    this.#part(".lines").hidden = false;
    this.#part(".closer").hidden = false;
  }

  get #cases() {
    return this.#all("[data-case]");
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
