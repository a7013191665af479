// @ts-check
/**
 * Gets a file and looks whether it is the one that the site was built with. What is damaged or
 * does not come is asked for once more, past every cache.
 *
 * @typedef {{bytes: number, sha256: string}} Wanted  as files.json has it
 */

import { count } from "./format.js";

export class FileError extends Error {
  /**
   * @param {string} file
   * @param {string} what  happened to it
   * @param {string} [detail]
   */
  constructor(file, what, detail = "") {
    super(`${file} ${what}`);
    this.file = file;
    this.detail = detail;
  }
}

/**
 * @param {string} name
 * @param {RequestInit} [how]
 */
export async function request(name, how) {
  const answer = await fetch(`./${name}`, how).catch(() => null);
  if (!answer) throw new FileError(name, "cannot be fetched: there was no answer");
  if (!answer.ok) {
    throw new FileError(name, `cannot be fetched: the server answered ${answer.status}`);
  }
  return answer;
}

/**
 * Read a body to its end.
 * @param {string} name
 * @param {Response} answer
 * @param {(bytes: number) => void} arrived
 */
export async function drain(name, answer, arrived) {
  const reader = answer.body?.getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  for (;;) {
    const part = await reader?.read().catch(() => {
      throw new FileError(name, "did not come whole: the connection broke off");
    });
    if (!part || part.done) return new Blob(parts);
    parts.push(part.value);
    arrived(part.value.length);
  }
}

/**
 * Throws a FileError unless the content is what it should be. Digests need a secure context,
 * which a page has on https and on this machine; elsewhere the size must do.
 * @param {string} name
 * @param {Blob} content
 * @param {Wanted} wanted
 */
export async function check(name, content, { bytes, sha256 }) {
  if (content.size !== bytes) {
    throw new FileError(
      name,
      `arrived damaged, with ${count(content.size)} bytes and not ${count(bytes)}`,
    );
  }
  if (!globalThis.crypto?.subtle) return;
  const found = hex(await crypto.subtle.digest("SHA-256", await content.arrayBuffer()));
  if (found !== sha256) {
    const detail = `Its sha256 is ${found}, and was ${sha256} when the site was built.`;
    throw new FileError(name, "arrived damaged, or is not of this version of the page", detail);
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
