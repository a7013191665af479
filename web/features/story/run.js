// @ts-check
/** Brings the run to where a chapter needs it, from wherever it is. */

import { count } from "../../drawing/format.js";
import { differ, textsOf } from "../../state/setting-text.js";

/** Another chapter has the run now. */
export class Elsewhere extends Error {}

export class StoryRun {
  #line;
  #shared;
  #actions;
  /** @type {import("../../runtime/messages.js").Settings | null} */
  #tutorials = null;
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
    const { run, origin } = this.#shared;
    if (this.#isLinked) return true;
    if (!this.#tutorials || !run.value) return false;
    return origin.value.kind !== "settings" || differ(textsOf(this.#tutorials), run.value);
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
   */
  async prepare(iteration, tell) {
    await this.python(tell);
    if (!this.#isVisitors) await this.bringTo(iteration, tell);
  }

  /**
   * @param {number} iteration  of the tutorial's own run
   * @param {(words: string) => void} tell  what is going on meanwhile; empty at the end
   * @returns {Promise<void>}  a rejection with `Elsewhere` if another request came meanwhile
   */
  async bringTo(iteration, tell) {
    this.#turn += 1;
    const turn = this.#turn;
    const isNewest = () => turn === this.#turn;
    await this.python(tell);
    await this.#rest(isNewest);
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

  /** The tutorial's run, unchanged and at rest. @param {() => boolean} isNewest */
  async #rest(isNewest) {
    const { run, typed, change } = this.#shared;
    const texts = this.#tutorials && textsOf(this.#tutorials);
    if (!texts || !run.value) throw new Error("the network could not be started");
    if (!isNewest()) throw new Elsewhere();
    const isTypedOver = typed.value !== null && differ(typed.value, run.value);
    if (this.#isVisitors || isTypedOver) await this.#actions.reset(texts);
    this.#isLinked = false;
    if (!isNewest()) throw new Elsewhere();
    if (change.value.kind !== "none") this.#actions.undo();
    await this.#actions.pause();
  }
}
