// @ts-check
/**
 * The line to the worker for many listeners: each hears the kinds of events it asks for, and a
 * request is a promise of its answer. Requests are numbered here and nowhere else, so that no answer
 * goes to another; those that are open when the worker ends are refused.
 *
 * @typedef {import("./messages.js").WorkerEvent | import("./worker-client.js").Download} Heard
 * @typedef {import("./messages.js").About} About
 * @typedef {import("./messages.js").Questions} Questions
 * @typedef {import("./messages.js").Question} Question
 * @typedef {import("./messages.js").Command} Command
 * @typedef {import("./messages.js").Run} Run
 * @typedef {{type: "reset", texts: import("../features/settings/settings-form.js").Texts} | {type: "load", text: string} |
 *   {type: "load", file: Uint8Array}} Beginning  how a run may begin
 * @typedef {{command: Command, resolve(answer: object): void, reject(error: Error): void,
 *   progress: (done: number) => void}} Open  a request that has not been answered
 * @typedef {{takes: (command: Command) => boolean, stays: () => boolean, stop: () => void}} StandIn
 *   takes: false where a command is for the worker all the same; stays: the worker is ready: does it
 *   go on to its end, because somebody watches it?
 */

/**
 * @template {About} Name
 * @typedef {import("./messages.js").AnswerTo<Name>} AnswerTo
 */

import { yieldToBrowser } from "../drawing/yield-to-browser.js";
import { Trainer } from "./worker-client.js";

const AT_ONCE = ["boot", "download", "ready", "failed"]; // heard also while a stand-in stays
const BESIDE = ["take", "cancel", "pace", "checkpoint"]; // and what can be sent then
const ENDED = "Python has stopped, so this cannot be answered.";

/** Why a request is refused, and if fields are to blame, what is wrong with each. */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {Record<string, string>} [fields]
   */
  constructor(message, fields = {}) {
    super(message);
    this.fields = fields;
  }

  /**
   * What is wrong with each field.
   * @param {string} otherwise  the field that the sentence belongs to where none is to blame
   * @returns {Record<string, string>}
   */
  by(otherwise) {
    const known = Object.keys(this.fields).length > 0;
    return known ? this.fields : { [otherwise]: this.message };
  }
}

export class Line {
  /** @type {Map<string, {hear(event: Heard): void}[]>} */
  #listeners = new Map();
  /** @type {Map<number, Open>} */
  #open = new Map();
  #asked = 0;
  /** @type {StandIn | null} */
  #standIn = null;
  #trainer = new Trainer((event) => this.#hear(event));
  /** @type {Heard[] | null} what the worker tells while the stand-in stays */
  #held = null;
  #ended = false; // nobody is there to answer
  /** @type {[event: Heard, standIn: StandIn | null][] | null} */
  #early = []; // what was heard before anybody listened

  constructor() {
    this.on("ready", () => {
      this.#held = [];
      if (!this.#standIn?.stays()) this.takeOver();
    });
    this.#hearAnswers();
    this.on("failed", () => {
      this.takeOver();
      this.#end();
    });
    this.on("rewound", () => {
      this.#ended = false;
    });
  }

  #hearAnswers() {
    const refuse = (/** @type {{id: number, message: string}} */ { id, message }) =>
      this.#close(id)?.reject(new Refusal(message));
    this.on("answer", ({ id, iteration, result }) =>
      this.#close(id)?.resolve({ ...result, iteration }),
    );
    this.on("ask-refused", ({ id, message, fields }) =>
      this.#close(id)?.reject(new Refusal(message, fields)),
    );
    this.on("progress", ({ id, done }) => this.#open.get(id)?.progress(done));
    this.on("run", (run) => this.#close(run.id)?.resolve(run));
    this.on("settings-refused", ({ id, messages }) =>
      this.#close(id)?.reject(new Refusal(Object.values(messages).join("; "), messages)),
    );
    this.on("load-refused", refuse);
    this.on("command-refused", refuse);
  }

  /**
   * @template {Heard["type"]} Kind
   * @param {Kind} kind
   * @param {(event: Extract<Heard, {type: Kind}>) => void} handler
   */
  on(kind, handler) {
    this.#listeners.set(kind, [...(this.#listeners.get(kind) ?? []), { hear: handler }]);
  }

  /** All are at their places: from now on they hear what comes, and first what came before. */
  async listen() {
    for (const [event, standIn] of this.#early ?? []) {
      this.#tell(event, standIn);
      await yieldToBrowser();
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

  /** The worker is ready, and nobody stands in for it any more. */
  takeOver() {
    const [held, standIn] = [this.#held, this.#standIn];
    if (!held) return;
    [this.#held, this.#standIn] = [null, null];
    standIn?.stop();
    // whatever was asked while there was nobody to answer, or one who did not live to do so
    for (const { command } of this.#open.values()) this.#trainer.send(command);
    for (const event of held) this.#tell(event, null);
  }

  /** @param {Command} command */
  send(command) {
    if (!isOfPictures(command)) this.takeOver();
    if (!this.#standIn?.takes(command)) this.#trainer.send(command);
  }

  /**
   * Ask of the network or the run as it is now. A cancelled question is never answered.
   * @template {About} Name
   * @param {{about: Name} & Questions[Name]["details"]} question
   * @param {(done: number) => void} [progress]  hears the share that is done, from 0 to 1
   * @returns {{answer: Promise<AnswerTo<Name>>, cancel: () => void}}  the answer is a rejection with
   *   a `Refusal` if it cannot be
   */
  ask(question, progress = () => {}) {
    const id = this.#next();
    const command = {
      type: /** @type {const} */ ("ask"),
      id,
      .../** @type {Question} */ (question),
    };
    /** @type {Promise<AnswerTo<Name>>} */
    const answer = new Promise((resolve, reject) => {
      this.#request(id, { command, resolve, reject, progress });
    });
    const cancel = () => {
      if (this.#close(id)) this.send({ type: "cancel", id });
    };
    return { answer, cancel };
  }

  /**
   * Begin another run.
   * @param {Beginning} beginning
   * @returns {{id: number, begun: Promise<Run>}}  the number, which the run repeats; a rejection with
   *   a `Refusal` if it cannot be
   */
  begin(beginning) {
    const id = this.#next();
    const begun = new Promise((resolve, reject) => {
      this.#request(id, { command: { ...beginning, id }, resolve, reject, progress: () => {} });
    });
    return { id, begun };
  }

  #next() {
    this.#asked += 1;
    return this.#asked;
  }

  /**
   * @param {number} id
   * @param {Open} open
   */
  #request(id, open) {
    this.#open.set(id, open);
    this.send(open.command);
    if (this.#ended && !this.#standIn) this.#end();
  }

  /**
   * After a failure: go on with the run in a new worker.
   * @param {import("./messages.js").Restore} restore  answered by `rewound`
   */
  revive(restore) {
    this.#trainer.revive(restore);
  }

  /** No open request will be answered, nor any until a worker has taken up the run. */
  #end() {
    this.#ended = true;
    for (const id of [...this.#open.keys()]) this.#close(id)?.reject(new Refusal(ENDED));
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
    if (!standIn && this.#held && !AT_ONCE.includes(event.type)) {
      this.#held.push(event);
      return;
    }
    for (const listener of this.#listeners.get(event.type) ?? []) listener.hear(event);
  }
}

/**
 * Is it sent by what draws, whoever tells what to draw? All else is meant for the network itself.
 * @param {Command} command
 */
const isOfPictures = (command) =>
  BESIDE.includes(command.type) ||
  (command.type === "ask" && ["reading", "weights", "source"].includes(command.about));
