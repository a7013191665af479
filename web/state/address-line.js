// @ts-check
/**
 * What stands behind "#", and the browser's history: what is changed there by others is not
 * overwritten unread, and going back within a run brings another room, never an earlier iteration.
 */

export class AddressLine {
  #seen = location.hash; // what was read or written here last
  #mark = { visit: Math.random(), run: 0 }; // of entries of the history, some of earlier visits

  /** Was it changed by others, by hand or by a link, and not read yet? */
  get isNews() {
    return location.hash !== this.#seen;
  }

  /** @returns {string} */
  read() {
    this.#seen = location.hash;
    return this.#seen;
  }

  /** @param {string} text  to stand behind "#"; empty: nothing */
  write(text) {
    const address = text ? `#${text}` : location.pathname + location.search;
    if (text !== location.hash.slice(1))
      history.replaceState({ ...history.state, ...this.#mark }, "", address);
    this.read();
  }

  /** From now on it is about another run. @param {number} run */
  begin(run) {
    this.#mark = { ...this.#mark, run };
  }

  /** Mark the entry that is in sight as one of this run. @param {object} state  what else it holds */
  stamp(state) {
    history.replaceState({ ...this.#mark, ...state }, "", location.href);
  }

  /** @param {unknown} state  of an entry of the history */
  isOfThisRun(state) {
    const { visit, run } = Object(state);
    return visit === this.#mark.visit && run === this.#mark.run;
  }
}
