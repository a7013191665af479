// @ts-check
/**
 * The page's address and the run stay one: opening a link brings its run back, a run at rest
 * writes itself into the address.
 *
 * @typedef {import("../messages.js").Limit} Limit
 * @typedef {{kind: "settings"} | {kind: "text", net: string} | {kind: "file"}} Origin
 *   what a run began with
 */

import { byId, say } from "../dom.js";
import { allSettings, readHash, writeHash } from "../hash.js";

const CALM = 1000; // milliseconds between two changes of the address, which browsers ration

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 */
export function wireAddress(line, shared) {
  const notice = byId("link-notice", HTMLElement);
  /** @type {Record<string, Limit>} */
  let limits = {};
  /** @type {Origin} */
  let origin = { kind: "settings" };
  /** @type {Origin | null} */
  let loading = null; // the origin of a run that has been asked for
  /** @type {import("../hash.js").Link | null} */
  let link = null; // that is being opened
  let goal = 0; // the iteration that it goes to
  let hold = true; // a first run with the defaults has nothing to write

  const textAt = (/** @type {number} */ at) => {
    const settings = shared.run.value;
    if (!settings || origin.kind === "file") return "";
    const net = origin.kind === "text" ? origin.net : "";
    return writeHash({ settings, limits }, { net, at, pinned: shared.pinned.value });
  };
  const write = () => {
    const text = textAt(shared.frame.value?.iteration ?? 0);
    const address = text ? `#${text}` : location.pathname + location.search;
    if (text !== location.hash.slice(1)) history.replaceState(null, "", address);
  };
  const writeCalmly = atIntervals(CALM, write);

  /** Bring back what the address holds. */
  function open() {
    link = readHash(location.hash);
    say(notice, "");
    goal = link.at;
    if (link.net) load({ kind: "text", net: link.net }, { text: link.net });
    else shared.wanted.set(allSettings(link, limits));
  }

  /**
   * The run that a link asked for has begun: the rest of what it holds.
   * @param {import("../shared.js").Pair | null} pinned
   * @param {number} iteration  where the run begins
   */
  function goOn(pinned, iteration) {
    shared.pinned.set(pinned && fits(pinned, shared.run.value?.bits ?? 0) ? pinned : null);
    if (goal > iteration) line.send({ type: "step", count: goal - iteration });
    else goal = 0;
  }

  function giveUp() {
    loading = link = null;
    goal = 0;
  }

  /**
   * @param {Origin} from
   * @param {{text?: string, file?: Uint8Array}} content
   */
  function load(from, content) {
    loading = from;
    line.send({ type: "load", ...content });
  }

  line.on("ready", (event) => {
    limits = event.limits;
  });
  line.on("run", ({ generation, iteration }) => {
    if (generation === 0 && location.hash.length > 1) return open();
    origin = loading ?? { kind: "settings" };
    loading = null;
    hold = generation === 0;
    if (link) goOn(link.pinned, iteration);
    link = null;
    if (!goal && !hold) write();
  });
  line.on("load-refused", ({ message }) => {
    if (loading?.kind === "text") say(notice, `The link cannot be opened: ${message}.`);
    giveUp();
  });
  line.on("settings-refused", giveUp);
  shared.frame.follow((frame) => {
    if (!frame || frame.state === "running" || frame.iteration < goal) return;
    goal = 0;
    if (frame.iteration || !hold) writeCalmly();
  });
  shared.pinned.follow(() => !goal && writeCalmly());
  addEventListener("hashchange", () => shared.run.value && open());

  return {
    load,
    /** The link to the run as it stands; empty where there can be none. */
    link() {
      if (origin.kind === "file") return "";
      return `${location.href.split("#")[0]}#${textAt(shared.frame.value?.iteration ?? 0)}`;
    },
  };
}

/**
 * @param {import("../shared.js").Pair} pair
 * @param {number} bits  of the sums
 */
const fits = ({ a, b }, bits) => Math.max(a, b) < 2 ** (bits - 1);

/**
 * A function that calls `action` at once, but never twice within so many milliseconds: the last
 * call of several comes at the end of that time.
 * @param {number} milliseconds
 * @param {() => void} action
 */
function atIntervals(milliseconds, action) {
  let waiting = 0;
  let last = Number.NEGATIVE_INFINITY;
  const act = () => {
    waiting = 0;
    last = performance.now();
    action();
  };
  return () => {
    const wait = Math.max(0, last + milliseconds - performance.now());
    if (!waiting) waiting = setTimeout(act, wait);
  };
}
