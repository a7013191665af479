// @ts-check
/**
 * The newest checkpoints of the run: from the last one before what is shown a new worker can go on,
 * through the very same numbers.
 *
 * @typedef {import("./messages.js").Checkpoint} Checkpoint
 * @typedef {Checkpoint & {file: Uint8Array}} Kept
 */

const KEPT = 3; // before the newest: what is shown may be a little older than that

export class Checkpoints {
  /** @type {Kept[]} */
  #kept = [];
  /** @type {Uint8Array | null} the run as it began */
  #start = null;
  /** @type {Checkpoint | null} also one that says only where the run still stands */
  newest = null;

  /** Another run begins. */
  clear() {
    [this.#kept, this.#start, this.newest] = [[], null, null];
  }

  /** @param {Checkpoint} checkpoint */
  add(checkpoint) {
    this.newest = checkpoint;
    this.#start = checkpoint.start ?? this.#start;
    if (!checkpoint.file) return;
    this.#kept = [...this.#kept.slice(-KEPT), /** @type {Kept} */ (checkpoint)];
  }

  /** The iteration of the one that has been kept longest. */
  get first() {
    return this.#kept[0]?.iteration ?? 0;
  }

  /**
   * The last one up to an iteration; null: there is none to go on from.
   * @param {number} iteration
   */
  upTo(iteration) {
    if (!this.#start) return null;
    const before = this.#kept.filter((kept) => kept.iteration <= iteration);
    return before.sort((one, other) => one.iteration - other.iteration).at(-1) ?? null;
  }

  /**
   * The command that has a new worker bring back an iteration.
   * @param {number} iteration
   * @returns {import("./messages.js").Restore | null}
   */
  restoreTo(iteration) {
    const checkpoint = this.upTo(iteration);
    if (!checkpoint || !this.newest || !this.#start) return null;
    const { generation, target, furthest } = this.newest;
    const stand = { generation, target, furthest, iteration };
    return { type: "restore", start: this.#start, file: checkpoint.file, ...stand };
  }
}
