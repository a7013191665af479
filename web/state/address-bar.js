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
import { closed } from "../drawing/format.js";
import { allSettings, readHash, withoutPlace, writeHash } from "./link.js";
import { linkWords, problemsInQuery, tooEarly } from "./link-words.js";
import { AddressLine } from "./address-line.js";
import { recall, remember, whenLeaving } from "./remembered.js";
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
  /** @type {Place | null} */
  #here = null;
  /** @type {Place | null} */
  #before = null; // where the run of before stood when this one began
  entry = new AddressLine();
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
    addEventListener("hashchange", () => this.#known && this.entry.isNews && this.#open());
    whenLeaving(() => this.#remember());
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
    if (!this.#known || this.#going || this.entry.isNews) return;
    const text = this.#text(this.#at);
    this.entry.write(text);
    this.#shared.written.set(text);
  }

  /** Going back within a run brings another room, never an earlier iteration. @param {unknown} state */
  #comeBack(state) {
    if (!this.entry.isOfThisRun(state)) return;
    this.entry.read();
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
    const link = readHash(this.entry.read());
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
    const chapters = Number(document.documentElement.dataset.chapters);
    const others = problemsInQuery(location.search, chapters);
    this.#say(linkWords(link, others, !refusal), refusal);
  }

  /** @param {string[]} words */
  #say(...words) {
    this.#shared.linkNotice.set(words.filter(Boolean).join(" "));
  }

  /** The first run has the defaults, but the address or a reload may ask for another; do they? */
  #openFirst() {
    const hash = location.hash.slice(1);
    const found = recall();
    const same = found?.run === withoutPlace(hash);
    if (!hash) this.#tell(readHash(""), "");
    const { file, at } = (same && found) || { file: null, at: 0 };
    if (!hash && !file && !at) return false;
    if (file) this.#go({ ...STILL, origin: { kind: "file", file }, at });
    else this.#open(same ? at : undefined);
    return true;
  }

  /** @param {import("../runtime/messages.js").Run} run */
  #begin({ id, generation, iteration, settings }) {
    const { origin, pinned } = this.#shared;
    const going = this.#going?.id === id ? this.#going : null; // else it is not the one on the way
    if (going) this.#going = null;
    this.entry.begin(generation);
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
    this.#say(this.#shared.linkNotice.value, tooEarly(at, iteration));
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
