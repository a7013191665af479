// @ts-check
/**
 * Gets a file and looks whether it is the one that the site was built with. What is damaged or
 * does not come is asked for once more, past every cache.
 *
 * @typedef {{bytes: number, sha256: string[], only?: "image" | "plain"}} Wanted  as files.json has
 *   it: a digest of each part; only: one of the two ways to start Python needs the file
 */

import { count } from "../drawing/format.js";
import { refused, spoilt, unread } from "./headers.js";

const PART = 1 << 19; // bytes, as in builder/manifest.py; a whole file at once would hold up the page
const DIGESTS = globalThis.crypto?.subtle;

export class FileError extends Error {
  /**
   * @param {string} file
   * @param {string} what  happened to it
   * @param {string} [detail]
   */
  constructor(file, what, detail = "") {
    super(`${file} ${what}`);
    this.file = file;
    this.what = what;
    this.detail = detail;
  }
}

/**
 * @param {string} name
 * @param {RequestInit} [how]
 */
export async function request(name, how) {
  const answer = await fetch(`./${name}`, { priority: "low", ...how }).catch(() => null);
  if (!answer) throw new FileError(name, "cannot be fetched: there was no answer");
  if (!answer.ok) {
    throw new FileError(name, `cannot be fetched: the server answered ${answer.status}`);
  }
  const why = refused(name, answer);
  if (why) throw new FileError(name, why);
  return answer;
}

/**
 * Read a body to its end. Throws a FileError unless the content is what it should be. Digests need
 * a secure context, which a page has on https and on this machine; elsewhere the size must do.
 * @param {string} name
 * @param {Response} answer
 * @param {Wanted} wanted
 * @param {(bytes: number) => void} arrived
 */
export async function check(name, answer, { bytes, sha256 }, arrived) {
  const digester = new Digester();
  let came = 0;
  let why = "";
  for await (const part of partsOf(name, answer)) {
    if (!came) why = spoilt(answer, part);
    digester.add(part);
    came += part.length;
    arrived(part.length);
  }
  if (came !== bytes) {
    const sizes = `with ${count(came)} bytes and not ${count(bytes)}`;
    throw new FileError(name, why ? `${why}, ${sizes}` : `arrived damaged, ${sizes}`);
  }
  if (!DIGESTS) return;
  const found = await digester.digests();
  const damaged = found.findIndex((digest, place) => digest !== sha256[place]);
  if (damaged < 0) return;
  const detail =
    `The sha256 of its part ${damaged + 1} of ${found.length} is ${found[damaged]}, ` +
    `and was ${sha256[damaged]} when the site was built.`;
  const unknown = "arrived damaged, or is not of this version of the page";
  throw new FileError(name, why || unknown, detail);
}

/**
 * @param {string} name
 * @param {Response} answer
 */
async function* partsOf(name, answer) {
  const reader = answer.body?.getReader();
  for (;;) {
    const part = await reader?.read().catch(() => {
      throw new FileError(name, `did not come whole: the connection broke off${unread(answer)}`);
    });
    if (!part || part.done) return;
    yield part.value;
  }
}

/** Takes bytes as they come and digests them in parts of one size. */
class Digester {
  #part = new Uint8Array(PART);
  #filled = 0;
  /** @type {Promise<ArrayBuffer>[]} */
  #found = [];

  /** @param {Uint8Array} bytes */
  add(bytes) {
    for (let rest = bytes; rest.length; ) {
      const fitting = rest.subarray(0, PART - this.#filled);
      this.#part.set(fitting, this.#filled);
      this.#filled += fitting.length;
      rest = rest.subarray(fitting.length);
      if (this.#filled === PART) this.#finish();
    }
  }

  #finish() {
    // the bytes are copied at once, so that the next may take their place
    if (DIGESTS) this.#found.push(DIGESTS.digest("SHA-256", this.#part.subarray(0, this.#filled)));
    this.#filled = 0;
  }

  async digests() {
    if (this.#filled) this.#finish();
    return (await Promise.all(this.#found)).map(hex);
  }
}

/**
 * Have every cache give up a file and fetch it anew.
 * @param {string} name
 */
export async function requestAfresh(name) {
  try {
    for (const key of await caches.keys()) {
      await (await caches.open(key)).delete(`./${name}`, { ignoreSearch: true });
    }
  } catch {} // no such caches here
  return request(name, { cache: "reload" });
}

/** @param {ArrayBuffer} digest */
const hex = (digest) =>
  [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
