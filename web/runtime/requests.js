// @ts-check
/**
 * The requests that have not been answered: each has a number, which its answer repeats. They are
 * numbered here and nowhere else, so that no answer goes to another.
 *
 * @typedef {import("./messages.js").Command} Command
 * @typedef {{command: Command, resolve(answer: object): void, reject(error: Error): void,
 *   progress: (done: number) => void}} Open  a request that has not been answered
 */

import { Refusal } from "./refusal.js";

const ENDED = "Python has stopped, so this cannot be answered.";

export class Requests {
  /** @type {Map<number, Open>} */
  #open = new Map();
  #asked = 0;

  /** @param {Pick<import("./worker-line.js").Line, "on">} line  on which the answers come */
  constructor(line) {
    const refuse = (/** @type {{id: number, message: string}} */ { id, message }) =>
      this.close(id)?.reject(new Refusal(message));
    line.on("answer", ({ id, iteration, result }) =>
      this.close(id)?.resolve({ ...result, iteration }),
    );
    line.on("ask-refused", ({ id, message, fields }) =>
      this.close(id)?.reject(new Refusal(message, fields)),
    );
    line.on("progress", ({ id, done }) => this.#open.get(id)?.progress(done));
    line.on("run", (run) => this.close(run.id)?.resolve(run));
    line.on("settings-refused", ({ id, messages }) =>
      this.close(id)?.reject(new Refusal(Object.values(messages).join("; "), messages)),
    );
    line.on("load-refused", refuse);
    line.on("command-refused", refuse);
  }

  /** The number of the next request, from 1; 0 is nobody's. */
  next() {
    this.#asked += 1;
    return this.#asked;
  }

  /**
   * @param {number} id
   * @param {Open} request
   */
  open(id, request) {
    this.#open.set(id, request);
  }

  /** It is answered, or let go: returns it, if it was open. @param {number} id */
  close(id) {
    const request = this.#open.get(id);
    this.#open.delete(id);
    return request;
  }

  /** The commands of those that are open, in the order in which they were asked. */
  get commands() {
    return [...this.#open.values()].map(({ command }) => command);
  }

  /** Nobody is there to answer any. */
  refuseAll() {
    for (const id of [...this.#open.keys()]) this.close(id)?.reject(new Refusal(ENDED));
  }
}
