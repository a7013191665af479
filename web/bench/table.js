// @ts-check
/** The table of speeds, on the page and as Markdown. */

import { make } from "../drawing/dom.js";
import { count } from "../drawing/format.js";

/** @typedef {{name: string, perSecond: number, ratio: number}} Row  ratio to the first row */

const BROWSERS = /(Firefox|Edg|Chrome|Version)\/(\d+)/g; // Safari tells its number as its Version
const NAMES = /** @type {Record<string, string>} */ ({
  Edg: "Edge",
  Chrome: "Chromium",
  Version: "Safari",
});

/**
 * @param {HTMLTableSectionElement} body
 * @param {Row[]} rows
 */
export function showRows(body, rows) {
  body.replaceChildren(...rows.map(rowOf));
}

/** @param {Row} row */
function rowOf({ name, perSecond, ratio }) {
  const row = make("tr");
  const head = make("th", "", name);
  head.scope = "row";
  row.append(head, cell(count(perSecond), perSecond), cell(ratio.toFixed(1), ratio));
  return row;
}

/**
 * A number as people read it, and in full for programs.
 * @param {string} text
 * @param {number} number
 */
function cell(text, number) {
  const value = make("data", "", text);
  value.value = String(number);
  const place = make("td");
  place.append(value);
  return place;
}

/**
 * @param {Row[]} rows
 * @param {string} machine
 */
export function markdown(rows, machine) {
  const day = new Date().toISOString().slice(0, 10);
  return [
    `Examples learnt in a second, and the ratio to the first row; ${day}, ${machine}.`,
    "",
    "| way of training | examples a second | ratio |",
    "| --- | ---: | ---: |",
    ...rows.map((row) => `| ${row.name} | ${count(row.perSecond)} | ${row.ratio.toFixed(1)} |`),
    "",
  ].join("\n");
}

/**
 * "Firefox 140": the last name that the browser gives itself is its own.
 * @param {string} userAgent
 */
export function browserName(userAgent) {
  const [, name, version] = [...userAgent.matchAll(BROWSERS)].at(-1) ?? ["", "This browser", ""];
  return `${NAMES[name] ?? name} ${version}`.trim();
}
