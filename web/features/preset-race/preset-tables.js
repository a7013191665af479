// @ts-check
/**
 * What became of the presets, in a table; and their curves in numbers.
 *
 * @typedef {import("../../runtime/messages.js").PresetOutcome} PresetOutcome
 * @typedef {import("../../runtime/messages.js").Proof} Proof
 */

import { make } from "../../drawing/dom.js";
import { count, percent, plural, whole } from "../../drawing/format.js";

export const NAMES = ["2015", "fixed"]; // in the order in which they are trained
const TRIED = 1024; // bits of the longest carries that are tried, as binadd/judging/counterexample.py

/** @type {[string, (row: PresetOutcome) => string][]} */
const FACTS = [
  ["learning rate", ({ settings }) => String(settings.alpha)],
  ["biases", ({ settings }) => (settings.biases ? "yes" : "no")],
  ["examples", ({ settings }) => count(settings.iterations)],
  ["every sum right after", ({ perfect }) => (Number.isFinite(perfect) ? count(perfect) : "never")],
  ["longest carry survived", ({ longestCarry }) => carryOf(longestCarry)],
  ["numbers of any length", ({ proof }) => verdictOf(proof)],
];

/** @param {PresetOutcome[] | null} rows  null: not known yet */
export function outcomeTable(rows) {
  const table = make("table", "preset-outcomes");
  table.append(headOf(["", ...(rows?.map(({ name }) => name) ?? NAMES)]));
  for (const [name, tell] of FACTS) {
    const line = make("tr");
    const heading = line.appendChild(make("th", "", name));
    heading.scope = "row";
    line.append(
      ...(rows ? rows.map((row) => make("td", "", tell(row))) : [make("td"), make("td")]),
    );
    table.append(line);
  }
  return table;
}

/** @param {number} bits */
const carryOf = (bits) =>
  bits === TRIED ? `over ${count(bits)} bits and more` : plural(bits, "bit");

/** @param {Proof} proof */
function verdictOf({ verdict, failure }) {
  if (verdict === "proved") return "✓ proved";
  if (!failure) return "neither proved nor refuted";
  const sum = `${whole(BigInt(failure.a))} + ${whole(BigInt(failure.b))}`;
  return `✗ ${sum} is wrong at bit ${failure.wrongBit}`;
}

/** @param {PresetOutcome[] | null} rows */
export function curveTable(rows) {
  const details = make("details", "preset-numbers");
  const box = make("section", "scrolling");
  Object.assign(box, { tabIndex: 0, ariaLabel: "Both curves" });
  const table = make("table");
  table.append(headOf((rows ?? []).flatMap(({ name }) => ["examples", `“${name}” right`])));
  for (const at of rows?.[0].evaluated.keys() ?? []) {
    const line = make("tr");
    const cells = (rows ?? []).flatMap(({ evaluated, exact }) =>
      at < exact.length ? [count(evaluated[at]), percent(exact[at])] : ["", ""],
    );
    line.append(...cells.map((text) => make("td", "", text)));
    table.append(line);
  }
  box.append(table);
  details.append(make("summary", "", "The curves in numbers"), box);
  return details;
}

/** @param {string[]} names */
function headOf(names) {
  const head = make("tr");
  for (const name of names) {
    const cell = head.appendChild(make(name ? "th" : "td", "", name));
    if (name) cell.setAttribute("scope", "col");
  }
  return head;
}
