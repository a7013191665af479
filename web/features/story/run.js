// @ts-check
/** Brings the run to where a chapter needs it, from wherever it is. */

import { count } from "../../drawing/format.js";
import { differ, textsOf } from "../../state/setting-text.js";

export class StoryRun {
  #shared;
  #actions;
  /** @type {import("../../runtime/messages.js").Settings | null} */
  #tutorials = null;

  /** @param {import("../../state/actions.js").Given} given */
  constructor({ line, state, actions }) {
    this.#shared = state;
    this.#actions = actions;
    line.on("ready", ({ presets }) => {
      this.#tutorials = presets[2015];
    });
  }

  /**
   * @param {number} iteration  of the tutorial's own run
   * @param {(words: string) => void} tell  what is going on meanwhile; empty at the end
   */
  async bringTo(iteration, tell) {
    const { state } = this.#shared;
    if (state.value === "loading") tell("Python is starting …");
    await state.when((now) => now !== "loading");
    await this.#rest();
    const at = this.#shared.frame.value?.iteration ?? 0;
    if (at > iteration) this.#actions.rewind(iteration);
    else if (at < iteration) this.#actions.step(iteration - at);
    const end = this.#shared.frame.follow((frame) => {
      if (frame) tell(`Training first: ${count(frame.iteration)} of ${count(iteration)} sums`);
    });
    await this.#shared.frame.when(
      (frame) => frame !== null && frame.iteration === iteration && frame.state !== "running",
    );
    end();
    tell("");
  }

  /** The tutorial's run, unchanged and at rest. */
  async #rest() {
    const { run, origin, change, frame } = this.#shared;
    const texts = this.#tutorials && textsOf(this.#tutorials);
    if (!texts || !run.value) throw new Error("the network could not be started");
    if (differ(texts, run.value) || origin.value.kind !== "settings") {
      await this.#actions.reset(texts);
    }
    if (change.value.kind !== "none") this.#actions.undo();
    const now = await frame.when((newest) => newest !== null && !newest.recorded);
    if (now?.state === "running") await this.#actions.pause();
  }
}
