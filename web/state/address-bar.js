// @ts-check
/**
 * The page's address and the run stay one: opening a link brings its run back, the run writes
 * itself into the address, and a reload finds it where it was.
 *
 * @typedef {import("../runtime/messages.js").Limit} Limit
 * @typedef {import("./page-state.js").Origin} Origin
 * @typedef {import("./page-state.js").Pinned} Pinned
 * @typedef {Object} Place  A moment of a run.
 * @property {Origin} origin
 * @property {import("../features/settings/settings-form.js").Texts | null} texts  its settings; of no matter to a saved network
 * @property {number} at
 * @property {Pinned | null} pinned
 * @property {boolean} [byLink]  does the address ask for it?
 * @typedef {ReturnType<import("../runtime/worker-line.js").Line["begin"]>} Begun
 */

import { atMost } from "../drawing/throttle.js";
import { closed, count } from "../drawing/format.js";
import { allSettings, readHash, writeHash } from "./link.js";
import { linkWords, problemsInQuery } from "./link-words.js";
import { recall, remember } from "./remembered.js";
import { textsOf } from "./setting-text.js";

const CALM = 1000; // milliseconds between two changes of the address, which browsers ration
/** @type {Origin} */
const SETTINGS = { kind: "settings" };
const STILL = { texts: null, at: 0, pinned: null };

export class Address {
  #line;
  #shared;
  /** @type {Record<string, Limit>} */
  #limits = {};
  #reset;
  /** @type {(Place & {id: number}) | null} */
  #going = null; // to the place that was asked for last, by the request of that number
  #seen = location.hash; // what was read there or written there last
  /** @type {Place | null} */
  #here = null;
  /** @type {Place | null} */
  #before = null; // where the run of before stood when this one began
  /** which run of which visit an entry of the browser's history is of */
  #mark = { visit: Math.random(), run: 0 };
  #writeCalmly = atMost(CALM, () => this.#write());

  /**
   * @param {import("../runtime/worker-line.js").Line} line
   * @param {import("./page-state.js").Shared} shared
   * @param {(texts: import("../features/settings/settings-form.js").Texts) => Begun} reset
   */
  constructor(line, shared, reset) {
    this.#line = line;
    this.#shared = shared;
    this.#reset = reset;
    line.on("ready", ({ limits }) => {
      this.#limits = limits;
    });
    line.on("run", (run) => run.recorded || this.#begin(run));
    shared.frame.follow((frame) => frame && !frame.recorded && this.#follow(frame));
    shared.pinned.follow(() => this.#shared.goal.value || this.#writeCalmly());
    addEventListener("popstate", ({ state }) => this.#comeBack(state));
    addEventListener("hashchange", () => this.#known && location.hash !== this.#seen && this.#open());
    addEventListener("pagehide", () => this.#remember());
    document.addEventListener("visibilitychange", () => document.hidden && this.#remember());
  }

  /** Has Python said what a setting may be? Before that the address is left alone. */
  get #known() {
    return "bits" in this.#limits;
  }

  /** The link to the run as it stands; empty where there can be none. */
  get link() {
    const isFile = this.#shared.origin.value.kind === "file";
    return isFile ? "" : `${location.href.split("#")[0]}#${this.#text(this.#at)}`;
  }

  get #at() {
    return this.#shared.goal.value || (this.#here?.at ?? 0);
  }

  /** @param {Uint8Array} file  a saved network to begin a run with */
  loadFile(file) {
    return this.#go({ ...STILL, origin: { kind: "file", file } });
  }

  /** Back to the run that was there before this one, and to where it stood. */
  goBack() {
    if (this.#before) this.#go(this.#before);
  }

  /**
   * What the address is to hold.
   * @param {number} at
   */
  #text(at) {
    const { run, origin, pinned } = this.#shared;
    if (!run.value || origin.value.kind === "file") return "";
    const net = origin.value.kind === "text" ? origin.value.net : "";
    const rest = { net, at, pinned: pinned.value };
    return writeHash({ settings: run.value, limits: this.#limits }, rest);
  }

  #write() {
    // An address that has just been changed by hand is heard of a moment later, and must still be there.
    if (!this.#known || this.#going || location.hash !== this.#seen) return;
    const text = this.#text(this.#at);
    const address = text ? `#${text}` : location.pathname + location.search;
    if (text !== location.hash.slice(1)) history.replaceState(this.#mark, "", address);
    this.#seen = location.hash;
    this.#shared.written.set(text);
  }

  /** The entry of the browser's history that is in sight is one of the run that is there. */
  stamp() {
    history.replaceState(this.#mark, "", location.href);
  }

  /** Going back within a run brings another room, and never an earlier iteration. @param {typeof this.#mark | null} mark */
  #comeBack(mark) {
    if (mark?.visit !== this.#mark.visit || mark.run !== this.#mark.run) return;
    this.#seen = location.hash;
    this.#write();
  }

  #remember() {
    if (!this.#here || this.#going) return;
    const { value } = this.#shared.origin;
    const file = value.kind === "file" ? value.file : null;
    remember({ run: this.#text(0), at: this.#at, file });
  }

  /** Bring back what the address holds. @param {number} [at]  where a reload found the run */
  #open(at) {
    this.#seen = location.hash;
    const link = readHash(this.#seen);
    this.#tell(link, "");
    const origin = link.net ? { kind: /** @type {const} */ ("text"), net: link.net } : SETTINGS;
    const texts = allSettings(link, this.#limits);
    this.#go({ origin, texts, at: at ?? link.at, pinned: link.pinned, byLink: true });
  }

  /**
   * What is not understood of the address, and why it cannot be opened.
   * @param {ReturnType<typeof readHash>} link
   * @param {string} refusal
   */
  #tell(link, refusal) {
    const words = linkWords(link, problemsInQuery(location.search), !refusal);
    this.#shared.linkNotice.set([words, refusal].filter(Boolean).join(" "));
  }

  /** The first run has the defaults, but the address or a reload may ask for another; do they? */
  #openFirst() {
    const hash = location.hash.slice(1);
    const found = recall();
    const same = found && found.run === hash.replace(/(^|&)at=\d+/, "").replace(/^&/, "");
    if (!hash) this.#tell(readHash(""), "");
    if (!hash && !(same && (found.file || found.at))) return false;
    if (!same) this.#open();
    else if (found.file)
      this.#go({ ...STILL, origin: { kind: "file", file: found.file }, at: found.at });
    else this.#open(found.at);
    return true;
  }

  /** @param {import("../runtime/messages.js").Run} run */
  #begin({ id, generation, iteration, settings }) {
    const { origin, pinned } = this.#shared;
    const going = this.#going?.id === id ? this.#going : null; // else it is not the one on the way
    if (going) this.#going = null;
    this.#mark = { ...this.#mark, run: generation };
    this.#before = this.#here;
    origin.set(going?.origin ?? SETTINGS);
    const texts = textsOf(settings);
    this.#here = { origin: origin.value, texts, at: iteration, pinned: pinned.value };
    if (generation === 0 && this.#openFirst()) return;
    if (going) this.#goOn(going, iteration);
    else if (!this.#going) this.#shared.goal.set(0);
    if (!this.#shared.goal.value && generation) this.#write();
  }

  /**
   * The run that was asked for has begun: on to the moment of it.
   * @param {Place} place
   * @param {number} iteration  where the run begins
   */
  #goOn({ at, pinned }, iteration) {
    this.#shared.pinned.set(pinned);
    if (at > iteration) return this.#line.send({ type: "step", count: at - iteration });
    this.#shared.goal.set(0);
    if (at && at < iteration) {
      const early = `“at=${at}” lies before iteration ${count(iteration)}, where its network stands.`;
      const { linkNotice } = this.#shared;
      linkNotice.set([linkNotice.value, early].filter(Boolean).join(" "));
    }
  }

  /** @param {import("../runtime/messages.js").Frame} frame */
  #follow({ state, iteration }) {
    const { goal, pinned } = this.#shared;
    if (this.#going || !this.#here) return;
    Object.assign(this.#here, { at: iteration, pinned: pinned.value });
    const onTheWay = iteration < goal.value && ["ready", "running"].includes(state);
    if (onTheWay) return;
    goal.set(0);
    if (iteration || location.hash) this.#writeCalmly();
  }

  /**
   * @param {number} id
   * @param {string} reason
   */
  #refuse(id, reason) {
    if (this.#going?.id !== id) return; // another place has been asked for since
    const { byLink } = this.#going;
    const refusal = `The link cannot be opened: ${closed(reason)}`;
    if (byLink) this.#tell(readHash(location.hash), refusal);
    this.#going = null;
    this.#shared.goal.set(0);
  }

  /** Ask for a run, and go to a moment of it. @param {Place} place */
  #go(place) {
    this.#shared.goal.set(place.at);
    const { id, begun } = this.#request(place);
    this.#going = { ...place, id };
    begun.catch((/** @type {Error} */ { message }) => this.#refuse(id, message));
    return begun;
  }

  /** @param {Place} place @returns {Begun} */
  #request({ origin, texts }) {
    if (texts && origin.kind === "settings") return this.#reset(texts);
    this.#shared.request.set(null);
    if (origin.kind === "file") return this.#line.begin({ type: "load", file: origin.file });
    return this.#line.begin({ type: "load", text: origin.kind === "text" ? origin.net : "" });
  }
}
