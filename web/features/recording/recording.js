// @ts-check
/**
 * Stands in for the worker while Python starts: tells a run that was recorded when the site was
 * built, in the worker's own messages and at a pace that can be followed. It answers what the
 * pictures ask about the sum in sight; all else must wait for the network itself.
 *
 * @typedef {import("../../runtime/messages.js").Command} Command
 * @typedef {import("../../runtime/messages.js").WorkerEvent} WorkerEvent
 * @typedef {import("../../runtime/messages.js").Settings} Settings
 * @typedef {import("./recorded-frames.js").Raw} Raw
 * @typedef {import("./recorded-frames.js").Recorded} Recorded
 */

import { frameOf, joined } from "./recorded-frames.js";

const PACE = 400; // milliseconds from one frame that was drawn to the next
const ANSWERING = 60; // not in the frame that asks: a slow machine starts Python meanwhile
const REST = 4000; // at the end, before it begins again

export class Recording {
  #tell;
  /** @type {Settings | undefined} */
  #settings;
  /** @type {Raw[]} */
  #frames = [];
  #next = 0; // of the frames
  /** @type {Recorded | undefined} */
  #frame; // the newest
  #timer = 0;
  #over = false;
  #lasts = false; // Python is ready, and it plays to its end all the same
  #how;

  /**
   * @param {(event: WorkerEvent) => void} tell
   * @param {{isWatched: () => boolean, ended: () => void, gone: () => void}} how  isWatched: is there
   *   somebody who looks on? ended: called at its end if it goes on beside the network; gone: called
   *   when the network is there instead
   */
  constructor(tell, how) {
    this.#tell = tell;
    this.#how = how;
  }

  /**
   * Begin to play, unless Python was faster.
   * @param {{settings: Settings, frames: Raw[]}} recorded  made by binadd/live/recording.py
   * @param {boolean} still  show the end of the run at once, and leave it at that
   */
  play({ settings, frames }, still) {
    if (this.#over) return;
    this.#settings = settings;
    this.#frames = still ? [joined(frames)] : frames;
    this.#begin();
  }

  /** Does it play on although Python is ready? */
  get lasts() {
    return this.#lasts && !this.#over;
  }

  /** Python is ready: does it play to its end, because somebody watches it? */
  stays() {
    this.#lasts = this.#frames.length > 1 && this.#how.isWatched();
    return this.#lasts;
  }

  /** The network takes over. */
  stop() {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#how.gone();
  }

  /**
   * Carry out a command, or let it go; false: it is for the worker.
   * @param {Command} command
   */
  takes(command) {
    if (command.type === "take") this.goOn();
    if (command.type !== "ask") return !this.#lasts || command.type === "take";
    if (command.about === "source") return false;
    if (!this.#frame) return true;
    const { id, about } = command;
    const { reading, weights, example, iteration } = this.#frame;
    const answer = { type: /** @type {const} */ ("answer"), id, iteration };
    if (about === "weights") this.#answer({ ...answer, about, result: { weights } });
    if (about === "reading" && isOf(command, example))
      this.#answer({ ...answer, about, result: reading });
    return true;
  }

  /** A run of its own, each time it is played. */
  #begin() {
    const settings = { .../** @type {Settings} */ (this.#settings) };
    this.#next = 0;
    const first = this.#read();
    this.#tell({ type: "run", id: 0, generation: 0, settings, iteration: 0, recorded: true });
    this.#tell(first);
  }

  #end() {
    if (this.#lasts) this.#how.ended();
    else this.#begin();
  }

  /** @returns {Recorded}  the next frame */
  #read() {
    this.#frame = frameOf(this.#frames[this.#next], /** @type {Settings} */ (this.#settings));
    this.#next += 1;
    return this.#frame;
  }

  /** The last frame has been drawn, or never will be. */
  goOn() {
    if (this.#over || !this.#next) return;
    clearTimeout(this.#timer);
    const show = () => this.#tell(this.#read());
    if (this.#next < this.#frames.length) this.#timer = setTimeout(show, PACE);
    else if (this.#frames.length > 1) this.#timer = setTimeout(() => this.#end(), REST);
  }

  /** @param {import("../../runtime/messages.js").Answer} answer */
  #answer(answer) {
    setTimeout(() => this.#over || this.#tell(answer), ANSWERING);
  }
}

/**
 * Is it a question about just that sum?
 * @param {{a: string, b: string, donor?: unknown}} question
 * @param {import("../../runtime/messages.js").Example | null | undefined} sum
 */
const isOf = ({ a, b, donor }, sum) => a === String(sum?.a) && b === String(sum?.b) && !donor;
