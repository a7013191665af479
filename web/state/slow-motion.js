// @ts-check
/**
 * Training at human speed: the sum that comes next is shown column by column, from the right; then
 * the worker trains on it, one iteration, and the next sum begins. In between the worker rests.
 *
 * @typedef {import("../runtime/messages.js").CarryReading} CarryReading
 * @typedef {import("../runtime/messages.js").Frame} Frame
 * @typedef {import("./page-state.js").Pair} Pair
 * @typedef {import("./page-state.js").Shared} Shared
 * @typedef {import("../features/sum/sentence.js").Told} Told
 *
 * @typedef {Told & {reading: CarryReading, lesson: Pair}} Scene
 *   one sum, and the one that the network learns from next
 * @typedef {"off" | "waiting" | "opening" | "columns" | "learning" | "learnt"} Phase
 *   waiting: for the worker to come to rest; opening: for its answer
 */

import { changeIn, operandsOf } from "./sum-in-sight.js";

const BIT = 600; // milliseconds for a column
const ANSWER = 1600; // for the whole sum
const LESSON = 2000; // for what an iteration does

export class SlowMotion {
  #line;
  #shared;
  #reader;
  /** @type {{columns: (scene: Scene, shown: number) => void, lesson: (scene: Scene) => void}} */
  #draw = { columns: () => {}, lesson: () => {} };
  /** @type {Phase} */
  #phase = "off";
  #playing = false;
  #until = Infinity; // the iteration at which playing ends
  #at = 0; // the iteration that the picture belongs to
  #shown = 0; // columns that are uncovered
  #first = 0; // columns that the next scene begins with
  #pressed = false; // a step was asked for during the lesson
  #timer = 0;
  /** @type {Scene | null} */
  #scene = null;

  /**
   * @param {import("../runtime/worker-line.js").Line} line
   * @param {Shared} shared
   * @param {import("./carry-question.js").Reader} reader
   */
  constructor(line, shared, reader) {
    this.#line = line;
    this.#shared = shared;
    this.#reader = reader;
    shared.frame.follow((frame) => this.#hear(frame));
    shared.pinned.follow(() => this.#changeSum());
    shared.change.follow(() => this.#changeSum());
  }

  /** @param {{columns: (scene: Scene, shown: number) => void, lesson: (scene: Scene) => void}} draw */
  drawWith(draw) {
    this.#draw = draw;
  }

  /** Does it go on by itself? */
  get playing() {
    return this.#playing;
  }

  /** Does the picture belong to slow motion? */
  get on() {
    return this.#phase !== "off";
  }

  play() {
    const { iteration = 0, target = 0 } = this.#shared.frame.value ?? {};
    this.#until = iteration < target ? target : Infinity;
    this.#playing = true;
    this.#shared.slowly.set(true);
    this.#shared.state.set("running");
    this.#advance(0);
  }

  pause() {
    clearTimeout(this.#timer);
    if (!this.#playing) return;
    this.#playing = false;
    this.#shared.slowly.set(false);
    this.#shared.state.set(this.#shared.frame.value?.state ?? "paused");
  }

  /** Go on by one column; after the last one, by one iteration. */
  step() {
    this.pause();
    this.#pressed = this.#phase === "learning";
    this.#advance(1);
  }

  /** Leave slow motion. */
  drop() {
    this.pause();
    if (this.#phase === "opening") this.#reader.forget();
    this.#phase = "off";
  }

  /** @param {number} first  columns that a new scene begins with */
  #advance(first) {
    if (this.#phase === "off" || this.#phase === "learnt") this.#open(first);
    else if (this.#phase === "columns") this.#goOn();
  }

  #goOn() {
    const scene = /** @type {Scene} */ (this.#scene);
    if (this.#shown < scene.outputs.length) this.#uncover(this.#shown + 1);
    else this.#learn(scene);
  }

  /** Show the sum that comes next, or the pinned one. @param {number} first */
  #open(first) {
    this.#first = first;
    const frame = this.#shared.frame.value;
    const coming = frame?.coming;
    this.#phase = coming ? "opening" : "waiting";
    if (!coming) return;
    const sum = this.#shared.pinned.value ?? operandsOf(coming);
    const told = { iteration: frame.iteration, a: sum.a, b: sum.b, change: changeIn(this.#shared) };
    this.#at = frame.iteration;
    this.#reader.read(sum, (reading) => {
      this.#scene = { ...told, outputs: reading.outputs, reading, lesson: coming };
      this.#phase = "columns";
      this.#uncover(first);
    });
  }

  /** Uncover all columns up to one, if the sum is being shown. @param {number} bit */
  uncoverUpTo(bit) {
    if (this.#phase === "columns" && bit >= this.#shown) this.#uncover(bit + 1);
  }

  /** @param {number} shown */
  #uncover(shown) {
    const scene = /** @type {Scene} */ (this.#scene);
    this.#shown = shown;
    this.#draw.columns(scene, shown);
    this.#wait(shown < scene.outputs.length ? BIT : ANSWER);
  }

  /** @param {Scene} scene */
  #learn(scene) {
    this.#phase = "learning";
    this.#pressed = false;
    this.#draw.lesson(scene);
    this.#line.send({ type: "step", count: 1 });
  }

  /** @param {number} pause  milliseconds until it goes on by itself, if it is playing */
  #wait(pause) {
    clearTimeout(this.#timer);
    if (this.#playing) this.#timer = setTimeout(() => this.#advance(0), pause);
  }

  /** @param {Frame | null} frame */
  #hear(frame) {
    const resting = frame !== null && frame.state !== "running";
    const expected = this.#phase === "learning" || this.#phase === "waiting";
    if (!this.on) return;
    if (!frame || (!resting && !expected)) this.drop();
    else if (resting && this.#phase === "waiting") this.#open(this.#first);
    else if (resting && this.#phase === "learning") this.#endLesson(frame);
    else if (resting && frame.iteration !== this.#at) this.drop();
  }

  /** @param {Frame} frame */
  #endLesson(frame) {
    if (frame.iteration <= this.#at) return; // of before the iteration
    [this.#phase, this.#at] = ["learnt", frame.iteration];
    if (this.#pressed) this.#advance(1);
    else if (this.#playing && frame.iteration >= this.#until) this.pause();
    else this.#wait(LESSON);
  }

  /** Another sum is pinned, or none any more; or another network is asked. */
  #changeSum() {
    if (this.#phase === "learning" || this.#phase === "waiting" || !this.on) return;
    clearTimeout(this.#timer);
    if (this.#playing) this.#open(0);
    else this.drop();
  }
}
