// @ts-check
/**
 * What an experiment found, in numbers.
 *
 * @typedef {import("./plans.js").Experiment} Experiment
 * @typedef {import("../../runtime/messages.js").Compared} Compared
 */

import { make } from "../../drawing/dom.js";
import { count, percent } from "../../drawing/format.js";

const HEAD = ["", "perfect", "¼ after", "½ after", "¾ after"];

/**
 * @param {Experiment} experiment
 * @param {Compared | null} compared
 */
export function table({ names }, compared) {
  const details = make("details", "experiment-table");
  const grid = make("table");
  const head = make("tr");
  head.append(...HEAD.map((text) => make("th", "", text)));
  grid.append(head, ...names.map((name, place) => rowOf(name, place, compared)));
  details.append(make("summary", "", "The numbers"), grid);
  return details;
}

/**
 * @param {string} name
 * @param {number} place
 * @param {Compared | null} compared
 */
function rowOf(name, place, compared) {
  const row = make("tr");
  const title = make("th", "", name);
  title.scope = "row";
  row.append(title);
  if (!compared) return row;
  const after = compared.quartiles.subarray(3 * place, 3 * place + 3);
  const cells = [percent(compared.perfectShare[place]), ...Array.from(after, written)];
  row.append(...cells.map((text) => make("td", "", text)));
  return row;
}

const written = (/** @type {number} */ iterations) =>
  Number.isFinite(iterations) ? count(iterations) : "not in time";
