// @ts-check
/**
 * Runs of what the visitor has written, one at a time, and what is seen of them.
 *
 * @typedef {import("../../runtime/messages.js").TrialEvent} TrialEvent
 * @typedef {import("../../runtime/messages.js").Judged} Judged
 * @typedef {import("../../runtime/messages.js").TrialPoint} TrialPoint
 */

import { followTheme } from "../../drawing/colours.js";
import { say } from "../../drawing/dom.js";
import { count, percent } from "../../drawing/format.js";
import { paintPairs } from "../../drawing/pairs-picture.js";
import { startTrial } from "../../runtime/trial-client.js";
import { paintCurves } from "./curves.js";

const LONGEST = 10_000; // sums that it learns from at most

export class Trials {
  #root;
  #state;
  #asked;
  /** @type {(() => void) | null} */
  #stop = null;
  /** @type {TrialPoint[]} */
  #own = [];
  /** what is known of the honest run, and with which settings @type {{of: string, points: TrialPoint[]}} */
  #honest = { of: "", points: [] };
  #last = LONGEST;
  /** @type {Uint8Array | undefined} */
  #map;
  /** called with every verdict @type {(judged: Judged) => void} */
  judged = () => {};

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {import("../../state/page-state.js").Shared} state
   * @param {() => {functions: string, challenge: string}} asked
   */
  constructor(root, state, asked) {
    this.#root = root;
    this.#state = state;
    this.#asked = asked;
    const [run, stop] = ["trial-run", "trial-stop"].map((id) => root.find(id, HTMLButtonElement));
    run.addEventListener("click", () => this.#begin());
    stop.addEventListener("click", () => this.#end("Stopped."));
    state.view.follow((view) => view !== "code" && this.#end("Stopped: you left the Code."));
    const ready = () => this.#allow(this.#stop !== null);
    state.state.follow(ready);
    state.run.follow(ready);
    followTheme(() => this.#paintMap());
    new ResizeObserver(() => this.#paint()).observe(root.find("trial-curves", SVGElement));
    ready();
  }

  /** @param {boolean} running */
  #allow(running) {
    const isReady = this.#state.run.value !== null && this.#state.state.value !== "loading";
    this.#root.find("trial-run", HTMLButtonElement).disabled = running || !isReady;
    this.#root.find("trial-stop", HTMLButtonElement).disabled = !running;
  }

  #begin() {
    const settings = this.#state.run.value;
    if (!settings || this.#stop) return;
    const chosen = { ...settings, iterations: Math.min(settings.iterations, LONGEST) };
    const of = JSON.stringify(chosen);
    if (this.#honest.of !== of) this.#honest = { of, points: [] };
    [this.#own, this.#last, this.#map] = [[], chosen.iterations, undefined];
    this.#root.find("trial-map", HTMLCanvasElement).hidden = true;
    this.#say("Python starts once more, for you alone …", "not yet", "not yet");
    this.#root.find("trial-reached", HTMLElement).hidden = true;
    this.#stop = startTrial({ ...this.#asked(), settings: chosen }, (event) => this.#hear(event));
    this.#allow(true);
    this.#paint();
  }

  /** @param {string} words  why it ends */
  #end(words) {
    if (!this.#stop) return;
    this.#stop();
    this.#stop = null;
    this.#allow(false);
    say(this.#root.find("trial-verdict", HTMLElement), words);
  }

  /** @param {TrialEvent} event */
  #hear(event) {
    if (event.type === "tried" || event.type === "judged") {
      this.#own.push(...event.points);
      this.#paint();
    }
    if (event.type === "tried") this.#tellProgress(event);
    if (event.type === "beside") this.#title("The honest network learns beside it …");
    if (event.type === "gone") this.#end(event.reason);
    if (event.type === "judged") this.#judge(event);
  }

  /** @param {import("../../runtime/messages.js").Tried} tried */
  #tellProgress({ iteration, gradient }) {
    const [, exact] = this.#own.at(-1) ?? [0, 0];
    const so = `${count(iteration)} of ${count(this.#last)} sums`;
    this.#say(so, gradient || "not yet", this.#own.length ? `${percent(exact)} right so far` : "");
  }

  /** @param {Judged} judged */
  #judge(judged) {
    this.#stop = null;
    this.#allow(false);
    this.#honest.points = judged.honest;
    this.#say(judged.title, judged.gradient || "not reached", judged.learning);
    this.#root.find("trial-reached", HTMLElement).hidden = !judged.reached;
    const printed = this.#root.find("trial-printed", HTMLElement);
    printed.hidden = !judged.printed;
    say(printed, judged.printed);
    this.#map = judged.map ? Uint8Array.from(judged.map, Number) : undefined;
    this.#paint();
    this.#paintMap();
    this.judged(judged);
  }

  /** @param {string} title */
  #title(title) {
    say(this.#root.find("trial-verdict", HTMLElement), title);
  }

  /** @param {string} title @param {string} gradient @param {string} learning */
  #say(title, gradient, learning) {
    this.#title(title);
    say(this.#root.find("trial-gradient", HTMLElement), gradient);
    say(this.#root.find("trial-learning", HTMLElement), learning);
  }

  #paint() {
    const picture = this.#root.find("trial-curves", SVGElement);
    paintCurves(picture, { own: this.#own, honest: this.#honest.points, last: this.#last });
    const [at, exact] = this.#own.at(-1) ?? [0, -1];
    picture.ariaLabel =
      exact < 0 ? "Not yet" : `Yours: ${percent(exact)} of the sums right after ${count(at)}`;
  }

  #paintMap() {
    const [canvas, map] = [this.#root.find("trial-map", HTMLCanvasElement), this.#map];
    canvas.hidden = !map;
    if (!map) return;
    const side = Math.sqrt(map.length);
    [canvas.width, canvas.height] = [side, side];
    paintPairs(canvas, map, Math.log2(side) + 1);
    const right = map.filter((wrong) => wrong === 0).length;
    canvas.ariaLabel = `Every pair of numbers: ${count(right)} of ${count(map.length)} sums are right by your network`;
  }
}
