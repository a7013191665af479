// @ts-check
/** The measurements behind the error trace, as a table that is filled only while it is open. */

import { make, say } from "../../drawing/dom.js";
import { count, percent } from "../../drawing/format.js";

/** @typedef {import("../../runtime/messages.js").Measurement} Measurement */

const ROWS = 100; // more are thinned out evenly; the newest is always there
const EVERY = 500; // milliseconds between two fillings

/** @param {import("../../drawing/root.js").Root} root */
export function measurementTable(root) {
  const disclosure = root.find("trace-table", HTMLDetailsElement);
  const body = root.find("trace-rows", HTMLElement);
  /** @type {Pick<Measurement, "iteration" | "exact" | "pairs">[]} */
  let measured = [];
  let waiting = 0;

  const fill = () => {
    waiting = 0;
    say(root.find("trace-caption", HTMLElement), captionOf(measured.length));
    if (disclosure.open) body.replaceChildren(...thinned(measured).map(rowOf));
  };
  const fillSoon = () => {
    if (disclosure.open && !waiting) waiting = setTimeout(fill, EVERY);
  };
  disclosure.addEventListener("toggle", fill);

  return {
    clear() {
      measured = [];
      fillSoon();
    },
    /** @param {number} iteration  where the run has gone back to */
    cutAt(iteration) {
      measured = measured.filter((each) => each.iteration <= iteration);
      fillSoon();
    },
    /** @param {Measurement[]} newest  those of the curve are taken, each once */
    append(newest) {
      const last = measured.at(-1)?.iteration ?? -1;
      const fresh = newest.filter(({ onCurve, iteration }) => onCurve && iteration > last);
      measured.push(...fresh.map(({ iteration, exact, pairs }) => ({ iteration, exact, pairs })));
      if (fresh.length) fillSoon();
    },
  };
}

/**
 * @template T
 * @param {T[]} all
 * @returns {T[]}
 */
function thinned(all) {
  const stride = Math.ceil(all.length / ROWS);
  return all.filter((_, place) => (all.length - 1 - place) % stride === 0);
}

/** @param {number} length */
const captionOf = (length) =>
  length > ROWS ? `Every ${Math.ceil(length / ROWS)}th measurement` : "Every measurement";

/** @param {Pick<Measurement, "iteration" | "exact" | "pairs">} measurement */
function rowOf({ iteration, exact, pairs }) {
  const row = make("tr");
  const head = make("th", "", count(iteration));
  head.scope = "row";
  row.append(head, make("td", "", percent(exact)), make("td", "", count(pairs)));
  return row;
}
