// @ts-check
/**
 * The page's address and the run stay one: opening a link brings its run back, a run at rest
 * writes itself into the address.
 *
 * @typedef {import("../messages.js").Limit} Limit
 * @typedef {{kind: "settings"} | {kind: "text", net: string} | {kind: "file"}} Origin
 *   what a run began with
 */

import { atMost } from "../at-most.js";
import { byId, say } from "../dom.js";
import { allSettings, readHash, writeHash } from "../hash.js";

const CALM = 1000; // milliseconds between two changes of the address, which browsers ration

export class Address {
  #line;
  #shared;
  #notice = byId("link-notice", HTMLElement);
  /** @type {Record<string, Limit>} */
  #limits = {};
  /** @type {Origin} */
  #origin = { kind: "settings" };
  /** @type {Origin | null} */
  #loading = null; // the origin of a run that has been asked for
  /** @type {import("../hash.js").Link | null} */
  #link = null; // that is being opened
  #goal = 0; // the iteration that it goes to
  #writeCalmly = atMost(CALM, () => this.#write());

  /**
   * @param {import("../line.js").Line} line
   * @param {import("../shared.js").Shared} shared
   */
  constructor(line, shared) {
    this.#line = line;
    this.#shared = shared;
    line.on("ready", ({ limits }) => {
      this.#limits = limits;
    });
    line.on("run", (run) => run.recorded || this.#begin(run));
    line.on("load-refused", ({ message }) => this.#refuse(message));
    line.on("settings-refused", () => this.#giveUp());
    shared.frame.follow((frame) => frame && this.#rest(frame));
    shared.pinned.follow(() => this.#goal || this.#writeCalmly());
    addEventListener("hashchange", () => this.#known && this.#open());
  }

  /** Has Python said what a setting may be? Before that the address is left alone. */
  get #known() {
    return "bits" in this.#limits;
  }

  /** The link to the run as it stands; empty where there can be none. */
  get link() {
    return this.#origin.kind === "file" ? "" : `${location.href.split("#")[0]}#${this.#text}`;
  }

  /**
   * Ask for a run that begins with a saved network.
   * @param {Origin} origin
   * @param {{text?: string, file?: Uint8Array}} content
   */
  load(origin, content) {
    this.#loading = origin;
    this.#line.send({ type: "load", ...content });
  }

  /** What the address is to hold. */
  get #text() {
    const { run, frame, pinned } = this.#shared;
    if (!run.value || this.#origin.kind === "file") return "";
    const net = this.#origin.kind === "text" ? this.#origin.net : "";
    const at = frame.value?.iteration ?? 0;
    return writeHash(
      { settings: run.value, limits: this.#limits },
      { net, at, pinned: pinned.value },
    );
  }

  #write() {
    if (!this.#known) return;
    const text = this.#text;
    const address = text ? `#${text}` : location.pathname + location.search;
    if (text !== location.hash.slice(1)) history.replaceState(null, "", address);
  }

  /** Bring back what the address holds. */
  #open() {
    const link = readHash(location.hash);
    say(this.#notice, "");
    [this.#link, this.#goal] = [link, link.at];
    if (link.net) this.load({ kind: "text", net: link.net }, { text: link.net });
    else this.#shared.wanted.set(allSettings(link, this.#limits));
  }

  /** @param {import("../messages.js").Run} run */
  #begin({ generation, iteration }) {
    const first = generation === 0; // with the defaults: the address may ask for another
    if (first && location.hash.length > 1) return this.#open();
    this.#origin = this.#loading ?? { kind: "settings" };
    if (this.#link) this.#goOn(this.#link.pinned, iteration);
    [this.#loading, this.#link] = [null, null];
    if (!this.#goal && !first) this.#write();
  }

  /**
   * The run that a link asked for has begun: the rest of what the link holds.
   * @param {import("../shared.js").Operands | null} pinned
   * @param {number} iteration  where the run begins
   */
  #goOn(pinned, iteration) {
    this.#shared.pinned.set(pinned);
    if (this.#goal > iteration) {
      this.#line.send({ type: "step", count: this.#goal - iteration });
    } else this.#goal = 0;
  }

  /** @param {import("../messages.js").Frame} frame */
  #rest({ state, iteration }) {
    if (state === "running" || iteration < this.#goal) return;
    this.#goal = 0;
    if (iteration || location.hash) this.#writeCalmly();
  }

  /** @param {string} message */
  #refuse(message) {
    const inLink = this.#loading?.kind === "text";
    if (inLink) say(this.#notice, `The link cannot be opened: ${message}.`);
    this.#giveUp();
  }

  #giveUp() {
    [this.#loading, this.#link, this.#goal] = [null, null, 0];
  }
}
