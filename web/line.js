// @ts-check
/**
 * The line to the worker for many listeners: each hears the kinds of events it asks for, and a
 * question is a promise of its answer.
 *
 * @typedef {import("./messages.js").WorkerEvent | import("./trainer.js").Download} Heard
 * @typedef {import("./messages.js").Question} Question
 * @typedef {import("./messages.js").Command} Command
 * @typedef {{takes: (command: Command) => boolean, stop: () => void}} StandIn
 *   takes: false where a command is for the worker all the same
 */

import { breath } from "./breath.js";
import { Trainer } from "./trainer.js";

const ENDED = "Python has stopped, so this cannot be answered.";

export class Line {
  /** @type {Map<string, ((event: any) => void)[]>} */
  #listeners = new Map();
  /** @type {Map<number, {resolve: (result: any) => void, reject: (error: Error) => void, progress: (done: number) => void}>} */
  #open = new Map();
  #asked = 0;
  /** @type {StandIn | null} */
  #standIn = null;
  #trainer = new Trainer((event) => this.#hear(event));
  #ended = false; // nobody is there to answer
  /** @type {[event: Heard, standIn: StandIn | null][] | null} */
  #early = []; // what was heard before anybody listened

  constructor() {
    this.on("ready", () => {
      this.#standIn?.stop();
      this.#standIn = null;
    });
    this.on("answer", ({ id, iteration, result }) =>
      this.#close(id)?.resolve({ ...result, iteration }),
    );
    this.on("ask-refused", ({ id, message }) => this.#close(id)?.reject(new Error(message)));
    this.on("failed", () => this.#end());
    this.on("rewound", () => {
      this.#ended = false;
    });
    this.on("progress", ({ id, done }) => this.#open.get(id)?.progress(done));
  }

  /**
   * @template {Heard["type"]} Kind
   * @param {Kind} kind
   * @param {(event: Extract<Heard, {type: Kind}>) => void} handler
   */
  on(kind, handler) {
    this.#listeners.set(kind, [...(this.#listeners.get(kind) ?? []), handler]);
  }

  /** All are at their places: from now on they hear what comes, and first what came before. */
  async listen() {
    for (const [event, standIn] of this.#early ?? []) {
      this.#tell(event, standIn);
      await breath();
    }
    this.#early = null;
  }

  /**
   * Until the worker is ready somebody else takes the commands, and tells events in its stead.
   * @template {StandIn} Hired
   * @param {(tell: (event: Heard) => void) => Hired} hire
   */
  lend(hire) {
    /** @type {Hired} */
    const hired = hire((event) => this.#hear(event, hired));
    this.#standIn = hired;
    return hired;
  }

  /** @param {Command} command */
  send(command) {
    if (!this.#standIn?.takes(command)) this.#trainer.send(command);
  }

  /**
   * Ask about the network as it is now. A cancelled question is never answered.
   * @param {Question} question
   * @param {(done: number) => void} [progress]  hears the share that is done, from 0 to 1
   * @returns {{answer: Promise<any>, cancel: () => void}}  the answer says of which `iteration` the
   *   network was; it is a rejection with a sentence if it cannot be
   */
  ask(question, progress = () => {}) {
    this.#asked += 1;
    const id = this.#asked;
    const answer = new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject, progress });
    });
    this.send({ type: "ask", id, ...question });
    if (this.#ended && !this.#standIn) this.#end();
    const cancel = () => {
      if (this.#close(id)) this.send({ type: "cancel", id });
    };
    return { answer, cancel };
  }

  /**
   * After a failure: go on with the run in a new worker.
   * @param {import("./messages.js").Restore} restore  answered by `rewound`
   */
  revive(restore) {
    this.#trainer.revive(restore);
  }

  /** No open question will be answered, nor any until a worker has taken up the run. */
  #end() {
    this.#ended = true;
    for (const id of [...this.#open.keys()]) this.#close(id)?.reject(new Error(ENDED));
  }

  /** @param {number} id */
  #close(id) {
    const open = this.#open.get(id);
    this.#open.delete(id);
    return open;
  }

  /**
   * @param {Heard} event
   * @param {StandIn | null} standIn  who tells it; null: the worker
   */
  #hear(event, standIn = null) {
    if (this.#early) this.#early.push([event, standIn]);
    else this.#tell(event, standIn);
  }

  /**
   * @param {Heard} event
   * @param {StandIn | null} standIn  one that has gone by now is not heard
   */
  #tell(event, standIn) {
    if (standIn && standIn !== this.#standIn) return;
    for (const handler of this.#listeners.get(event.type) ?? []) handler(event);
  }
}
