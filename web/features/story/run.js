// @ts-check
/** Brings the run to where a chapter needs it, from wherever it is. */

import { count } from "../../drawing/format.js";
import { differ, textsOf } from "../../state/setting-text.js";

/** @typedef {import("../settings/settings-form.js").Texts} Texts */

/** Another chapter has the run now. */
export class Elsewhere extends Error {}

export class StoryRun {
  #line;
  #shared;
  #actions;
  /** @type {import("../../runtime/messages.js").Settings | null} */
  #tutorials = null;
  /** @type {Texts | null} the settings of the run that the Story has begun last */
  #begun = null;
  #isLinked = /^#(?!at=\d+$)./.test(location.hash); // was the page opened with a run of its own?
  #turn = 0; // the newest request alone is served

  /** @param {import("../../state/actions.js").Given} given */
  constructor({ line, state, actions }) {
    this.#line = line;
    this.#shared = state;
    this.#actions = actions;
    line.on("ready", ({ presets }) => {
      this.#tutorials = presets[2015];
    });
  }

  /** Is a run of the visitor's own there, or on its way? */
  get #isVisitors() {
    const { origin } = this.#shared;
    const settings = this.#shared.run.value;
    if (this.#isLinked) return true;
    if (!this.#tutorials || !settings) return false;
    if (origin.value.kind !== "settings") return true;
    const ours = [textsOf(this.#tutorials), this.#begun ?? textsOf(this.#tutorials)];
    return ours.every((texts) => differ(texts, settings));
  }

  /** @param {(words: string) => void} tell  what is waited for; empty at the end */
  async python(tell) {
    const { state } = this.#shared;
    if (state.value === "loading") tell("Python is starting …");
    const now = await state.when((now) => now !== "loading");
    if (now === "failed") throw new Error("the network could not be started");
    tell("");
  }

  /**
   * The same before the truth is asked for: a run of the visitor's own is left alone.
   * @param {number} iteration
   * @param {(words: string) => void} tell
   * @param {Partial<Texts>} [otherwise]  settings that are not the tutorial's
   */
  async prepare(iteration, tell, otherwise) {
    await this.python(tell);
    if (!this.#isVisitors) await this.bringTo(iteration, tell, otherwise);
  }

  /**
   * @param {number} iteration  of the tutorial's own run, or one that the Story has besides
   * @param {(words: string) => void} tell  what is going on meanwhile; empty at the end
   * @param {Partial<Texts>} [otherwise]  settings that are not the tutorial's
   * @returns {Promise<void>}  a rejection with `Elsewhere` if another request came meanwhile
   */
  async bringTo(iteration, tell, otherwise = {}) {
    this.#turn += 1;
    const turn = this.#turn;
    const isNewest = () => turn === this.#turn;
    await this.python(tell);
    await this.#rest(isNewest, otherwise);
    const { iteration: at } = await this.#line.ask({ about: "weights" }).answer; // after all that was sent
    if (!isNewest()) throw new Elsewhere();
    this.#go(at, iteration);
    const end = this.#shared.frame.follow((frame) => {
      if (frame && isNewest())
        tell(`Training first: ${count(frame.iteration)} of ${count(iteration)} sums`);
    });
    await this.#shared.frame.when(
      (frame) =>
        !isNewest() ||
        (frame !== null && frame.iteration === iteration && frame.state !== "running"),
    );
    end();
    if (!isNewest()) throw new Elsewhere();
    tell("");
  }

  /**
   * @param {number} at
   * @param {number} iteration
   */
  #go(at, iteration) {
    if (at > iteration) this.#actions.rewind(iteration);
    if (at < iteration) {
      if (typeof this.#shared.speed.value === "number") this.#actions.setPace(null); // it would take too long
      this.#actions.step(iteration - at);
    }
  }

  /**
   * The run that is wanted, unchanged and at rest.
   * @param {() => boolean} isNewest
   * @param {Partial<Texts>} otherwise
   */
  async #rest(isNewest, otherwise) {
    const { run, typed, change } = this.#shared;
    const texts = this.#tutorials && { ...textsOf(this.#tutorials), ...otherwise };
    if (!texts || !run.value) throw new Error("the network could not be started");
    if (!isNewest()) throw new Elsewhere();
    const isTypedOver = typed.value !== null && differ(typed.value, run.value);
    if (this.#isVisitors || isTypedOver || differ(texts, run.value))
      await this.#actions.reset(texts);
    [this.#isLinked, this.#begun] = [false, texts];
    if (!isNewest()) throw new Elsewhere();
    if (change.value.kind !== "none") this.#actions.undo();
    await this.#actions.pause();
  }
}
