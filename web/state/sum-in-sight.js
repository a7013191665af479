// @ts-check
/**
 * The sum in sight and the network that adds it, which may be a changed one.
 *
 * @typedef {import("./page-state.js").Shared} Shared
 * @typedef {import("../runtime/messages.js").CarryReading} CarryReading
 */

import { whole } from "../drawing/format.js";

const COLUMNS = 8; // of a sum that is wider than those of the training

/**
 * Two numbers of a message as operands of any length.
 * @param {{a: number | string, b: number | string}} sum
 */
export const operandsOf = ({ a, b }) => ({ a: BigInt(a), b: BigInt(b) });

/**
 * What is done to the network that adds the sum in sight, as in "with its memory cut"; or nothing.
 * @param {Shared} shared
 */
export function changeIn({ change, pinned }) {
  const graft = pinned.value?.graft;
  return [
    changeOf(change.value),
    graft && `with the memory of ${whole(graft.a)} + ${whole(graft.b)} from bit ${graft.step} on`,
  ]
    .filter(Boolean)
    .join(" and ");
}

/** What is done to the network that is asked. @param {import("./page-state.js").Change} change */
export function changeOf({ kind, unit }) {
  if (kind === "silence") return `with unit ${unit} silenced`;
  return kind === "no-memory" ? "with its memory cut" : "";
}

/** The same as a sentence. @param {import("./page-state.js").Change} change */
export function changeSentence({ kind, unit }) {
  if (kind === "silence") return `Unit ${unit} is silenced.`;
  return kind === "no-memory" ? "Its memory is cut." : "";
}

/**
 * How many columns of a sum are in sight.
 * @param {number} width  of the sum
 * @param {number} trained  the width of the training
 */
export const columnsOf = (width, trained) => Math.min(width, Math.max(trained, COLUMNS));

/**
 * The part of a reading that belongs to the columns in sight.
 * @param {CarryReading} reading
 * @param {number} low  the lowest of them
 * @param {number} columns
 * @returns {CarryReading}
 */
export function partOf(reading, low, columns) {
  const width = reading.outputs.length;
  const units = reading.hidden.length / width;
  if (columns === width) return reading;
  const end = low + columns;
  return {
    ...reading,
    hidden: reading.hidden.subarray(low * units, end * units),
    outputs: reading.outputs.subarray(low, end),
    carry: reading.carry.subarray(low, end),
    byAll: reading.byAll.subarray(low, end),
    byUnit: reading.byUnit.subarray(low * units, end * units),
  };
}
