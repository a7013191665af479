// @ts-check
/**
 * The line to the worker for many listeners: each hears the kinds of events it asks for, and a
 * request is a promise of its answer. Those that are open when the worker ends are refused.
 *
 * @typedef {import("./messages.js").WorkerEvent | import("./worker-client.js").Download} Heard
 * @typedef {import("./messages.js").About} About
 * @typedef {import("./messages.js").Questions} Questions
 * @typedef {import("./messages.js").Question} Question
 * @typedef {import("./messages.js").Command} Command
 * @typedef {import("./messages.js").Run} Run
 * @typedef {{type: "reset", texts: import("../features/settings/settings-form.js").Texts} | {type: "load", text: string} |
 *   {type: "load", file: Uint8Array}} Beginning  how a run may begin
 * @typedef {import("./stand-in.js").StandIn} StandIn
 */

/**
 * @template {About} Name
 * @typedef {import("./messages.js").AnswerTo<Name>} AnswerTo
 */

import { yieldToBrowser } from "../drawing/yield-to-browser.js";
import { Requests } from "./requests.js";
import { isOfPictures, Place } from "./stand-in.js";
import { Trainer } from "./worker-client.js";

export class Line {
  /** @type {Map<string, {hear(event: Heard): void}[]>} */
  #listeners = new Map();
  #requests = new Requests(this);
  #place = new Place();
  #trainer = new Trainer((event) => this.#hear(event));
  #ended = false; // nobody is there to answer
  /** @type {[event: Heard, standIn: StandIn | null][] | null} */
  #early = []; // what was heard before anybody listened

  constructor() {
    this.on("ready", () => {
      if (!this.#place.hold()) this.takeOver();
    });
    this.on("failed", () => {
      this.takeOver();
      this.#end();
    });
    this.on("rewound", () => {
      this.#ended = false;
    });
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
    this.#place.give(hired);
    return hired;
  }

  /** The worker is ready, and nobody stands in for it any more. */
  takeOver() {
    const held = this.#place.clear();
    if (!held) return;
    // whatever was asked while there was nobody to answer, or one who did not live to do so
    for (const command of this.#requests.commands) this.#trainer.send(command);
    for (const event of held) this.#tell(event, null);
  }

  /** @param {Command} command */
  send(command) {
    if (!isOfPictures(command)) this.takeOver();
    if (!this.#place.takes(command)) this.#trainer.send(command);
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
    const id = this.#requests.next();
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
      if (this.#requests.close(id)) this.send({ type: "cancel", id });
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
    const id = this.#requests.next();
    const begun = new Promise((resolve, reject) => {
      this.#request(id, { command: { ...beginning, id }, resolve, reject, progress: () => {} });
    });
    return { id, begun };
  }

  /**
   * @param {number} id
   * @param {import("./requests.js").Open} request
   */
  #request(id, request) {
    this.#requests.open(id, request);
    this.send(request.command);
    if (this.#ended && !this.#place.isTaken) this.#end();
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
    this.#requests.refuseAll();
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
   * @param {StandIn | null} standIn
   */
  #tell(event, standIn) {
    if (!this.#place.lets(event, standIn)) return;
    for (const listener of this.#listeners.get(event.type) ?? []) listener.hear(event);
  }
}
