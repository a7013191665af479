// @ts-check
/**
 * The finite-state machine that the network has become, as a table: from each state, for each pair
 * of bits, the state that follows.
 *
 * @typedef {import("../messages.js").Automaton} Automaton
 */

import { make } from "../dom.js";
import { count, percent } from "../format.js";

const PAIRS = ["0 + 0", "0 + 1", "1 + 0", "1 + 1"];
const MOST = 8; // states; more are no picture

/**
 * @param {HTMLElement} box
 * @param {Automaton} automaton
 * @param {{iteration: number, changed: boolean}} asked
 */
export function showMachine(box, automaton, { iteration, changed }) {
  const { fullAdder, minimal, words, agreement } = automaton;
  const network = changed ? "The changed network" : "The network";
  box.replaceChildren(
    make("h3", "", fullAdder ? "It has become a full adder" : "It is no full adder"),
    make("p", "", `${network} of iteration ${count(iteration)}. ${words}`),
  );
  if (minimal.outputs.length <= MOST) box.append(tableOf(automaton));
  box.append(
    make("p", "", `Network and machine answer ${percent(agreement)} of long random sums alike.`),
  );
}

/** @param {Automaton} automaton */
function tableOf({ minimal: { transitions, outputs }, fullAdder }) {
  const table = make("table");
  const head = table.appendChild(make("thead")).appendChild(make("tr"));
  for (const text of ["state", "writes", ...(fullAdder ? ["carries"] : []), ...PAIRS]) {
    head.appendChild(make("th", "", text)).scope = "col";
  }
  const body = table.appendChild(make("tbody"));
  for (const [state, output] of outputs.entries()) {
    const next = [...transitions.slice(4 * state, 4 * state + 4)];
    const carry = outputs[next[0]]; // a full adder that reads 0 + 0 writes down what it carries
    const row = body.appendChild(make("tr"));
    row.appendChild(make("th", `of-state s${state}`, nameOf(state))).scope = "row";
    row.append(make("td", "", String(output)));
    if (fullAdder) row.append(make("td", "", String(carry)));
    row.append(...next.map((to) => make("td", `of-state s${to}`, `→ ${nameOf(to)}`)));
  }
  return table;
}

/** A, B, C, ... */
const nameOf = (/** @type {number} */ state) => String.fromCharCode(65 + state);
