// @ts-check
/**
 * What more than one part of the page looks at; each store says who sets it. What a visitor can do
 * is in actions.js.
 *
 * @typedef {import("../runtime/messages.js").Settings} Settings
 * @typedef {import("../runtime/messages.js").Frame} Frame
 * @typedef {import("../runtime/messages.js").Measurement} Measurement
 * @typedef {import("../runtime/messages.js").Accuracy} Accuracy
 * @typedef {import("../features/sum/sentence.js").State} State
 * @typedef {import("../features/settings/settings-form.js").Texts} Texts
 * @typedef {{a: number, b: number}} Pair  two numbers of the training's width
 * @typedef {{a: bigint, b: bigint}} Operands  of any length
 * @typedef {Operands & {graft?: Operands & {step: number}}} Pinned
 *   graft: before bit `step`, the memory of another sum takes the place of its own
 * @typedef {{kind: "settings"} | {kind: "text", net: string} | {kind: "file", file: Uint8Array}} Origin
 *   what a run began with
 * @typedef {{kind: "none" | "no-memory" | "silence", unit?: number}} Change
 * @typedef {number | "bit"} StepSize  iterations, or one column of a sum
 * @typedef {number | "bit" | "watch" | null} Speed  iterations a second, or bit by bit; watch: slow where
 *   there is most to see; null: full
 * @typedef {{texts: Texts, by: "visitor" | "training" | "page", id: number,
 *   begun: Promise<import("../runtime/messages.js").Run>}} Request
 *   by: visitor: by Reset; training: whatever trains; page: not as it stands in the form
 * @typedef {"story" | "lab" | "code"} View
 * @typedef {"learning" | "memory" | "proof" | "experiments"} Room
 * @typedef {{first: string, second: string}} Summands  as they were typed
 * @typedef {{summands: Summands, answer: Promise<import("../runtime/messages.js").Sum>, refused: boolean}} Asked
 *   summands: the same object if they are asked again
 * @typedef {Object} Columns
 * @property {number} columns  how many are in sight
 * @property {number} low  the bit of the lowest
 * @property {number} [shown]  how many of the sum are uncovered; all if left out
 * @property {import("../runtime/messages.js").CarryReading | null} reading  of the whole sum
 * @property {boolean} untrained  is it of the true network, before any training?
 */

import { Store } from "./store.js";

export class Shared {
  /** how the network is looked at; this and the next two are set by actions and from the address */
  view = new Store(/** @type {View} */ ("lab"));
  /** the chapter of the Story in sight, from 1 */
  chapter = new Store(1);
  /** the room of the Lab in sight */
  room = new Store(/** @type {Room} */ ("learning"));
  /** where training stands; set by the training's wiring, also on the document element */
  state = new Store(/** @type {State} */ ("loading"));
  /** is training going on in slow motion? the worker rests meanwhile; set by slow-motion.js */
  slowly = new Store(false);
  /** was Train pressed before Python is ready, and is remembered? */
  eager = new Store(false);
  /** how fast training goes */
  speed = new Store(/** @type {Speed} */ (null));
  /** how far a step goes; set by its field */
  stepSize = new Store(/** @type {StepSize} */ (1));
  /** settings of the run; a new object for every run, also after a reset to the same settings */
  run = new Store(/** @type {Settings | null} */ (null));
  /** what the run began with; set by the address, which is asked for all that is not settings */
  origin = new Store(/** @type {Origin} */ ({ kind: "settings" }));
  /** the iteration that a link or a reload goes to; 0: none; set by the address */
  goal = new Store(0);
  /** what the address holds of the run; set by the address */
  written = new Store("");
  /** what the address asks for that is not understood, or cannot be opened; set by the address */
  linkNotice = new Store("");
  /** the settings as they stand in the form; set by it */
  typed = new Store(/** @type {Texts | null} */ (null));
  /** the newest request for a run with certain settings; null: a saved network was asked for since */
  request = new Store(/** @type {Request | null} */ (null));
  /** the newest frame that was drawn; null at the beginning of a run and after a rewind */
  frame = new Store(/** @type {Frame | null} */ (null));
  /** the measurement of exact accuracy that is in sight: all that shows it changes at once */
  measured = new Store(/** @type {Measurement | null} */ (null));
  /** all measurements of the run; kept by its curve */
  measurements = new Store(/** @type {import("./measurements.js").Measurements | null} */ (null));
  /** the sum that the visitor wants to keep in sight, instead of the newest example */
  pinned = new Store(/** @type {Pinned | null} */ (null));
  /** was a sum to be pinned when there was none yet? */
  pinWished = new Store(false);
  /** the sum that the grid shows; set by the pictures */
  inSight = new Store(/** @type {Operands | null} */ (null));
  /** the columns of it that are in sight, and what is remembered there; set by the pictures */
  columns = new Store(/** @type {Columns | null} */ (null));
  /** the sum that the network was asked last; null: none of this run */
  asked = new Store(/** @type {Asked | null} */ (null));
  /** the intervention on the network that is asked; training always goes on with the true one */
  change = new Store(/** @type {Change} */ ({ kind: "none" }));
  /** how the changed network does, as of late; null while nothing is changed */
  changed = new Store(/** @type {Accuracy | null} */ (null));
  /** the hidden unit that the visitor has chosen, wherever units have rows; null: none yet */
  unit = new Store(/** @type {number | null} */ (null));
  /** what stands with the words about a failure; set by the recording, which goes on beside them */
  besideFailure = new Store(/** @type {HTMLElement | null} */ (null));
  /** how the keyboard is led to a control, from elsewhere; set by whose control it is */
  attention = new Map(/** @type {["train" | "sum" | "chapter", () => void][]} */ ([]));
  /** the pictures of a saved page, in their order on it; set by those who draw them */
  pictures = new Map(/** @type {[string, () => Iterable<HTMLCanvasElement>][]} */ ([]));
  /** does the visitor follow the blame of the sum in sight? set by an action */
  blame = new Store(false);
}

/**
 * The newest measurement that the run has come to by now: after a rewind, that of a later iteration
 * says nothing of the network as it is.
 * @param {Shared} shared
 */
export function measuredByNow({ measured, frame }) {
  const newest = measured.value;
  return newest && newest.iteration <= (frame.value?.iteration ?? 0) ? newest : null;
}
