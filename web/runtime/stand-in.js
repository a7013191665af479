// @ts-check
/**
 * Who stands in for the worker until it is ready: a recording, which takes commands and tells events.
 * While somebody watches it, it stays beyond that, and what the worker tells is held back.
 *
 * @typedef {import("./worker-line.js").Heard} Heard
 * @typedef {import("./messages.js").Command} Command
 * @typedef {{takes: (command: Command) => boolean, stays: () => boolean, stop: () => void}} StandIn
 *   takes: false where a command is for the worker all the same; stays: the worker is ready: does it
 *   go on to its end, because somebody watches it?
 */

const AT_ONCE = ["boot", "download", "ready", "failed"]; // heard also while a stand-in stays
const BESIDE = ["take", "cancel", "pace", "checkpoint"]; // and what can be sent then

/** The place before the worker: empty, or taken by one who stands in for it. */
export class Place {
  /** @type {StandIn | null} */
  #standIn = null;
  /** @type {Heard[] | null} what the worker has told since it was ready; null: it is not, or is heard */
  #held = null;

  /** @param {StandIn} standIn */
  give(standIn) {
    this.#standIn = standIn;
  }

  /** Does anybody stand in for the worker? */
  get isTaken() {
    return this.#standIn !== null;
  }

  /** The worker is ready: from now on hold what it tells. Returns whether the place stays taken. */
  hold() {
    this.#held = [];
    return this.#standIn?.stays() ?? false;
  }

  /**
   * Nobody stands in any more, if the worker is ready.
   * @returns {Heard[] | null}  what was held back; null: the worker is not ready, or had taken over
   */
  clear() {
    const [held, standIn] = [this.#held, this.#standIn];
    if (!held) return null;
    [this.#held, this.#standIn] = [null, null];
    standIn?.stop();
    return held;
  }

  /** Does the stand-in carry out a command? @param {Command} command */
  takes(command) {
    return this.#standIn?.takes(command) ?? false;
  }

  /**
   * May an event be told now? One of the worker that may not is held.
   * @param {Heard} event
   * @param {StandIn | null} teller  null: the worker; a stand-in that has gone by now is not heard
   */
  lets(event, teller) {
    if (teller) return teller === this.#standIn;
    if (!this.#held || AT_ONCE.includes(event.type)) return true;
    this.#held.push(event);
    return false;
  }
}

/**
 * Is it sent by what draws, whoever tells what to draw? All else is meant for the network itself.
 * @param {Command} command
 */
export const isOfPictures = (command) =>
  BESIDE.includes(command.type) ||
  (command.type === "ask" && ["reading", "weights", "start", "source"].includes(command.about));
