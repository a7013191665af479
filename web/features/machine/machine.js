// @ts-check
/**
 * The finite-state machine that the network has become: a diagram, and behind it the table of the
 * state that follows each state for each pair of bits.
 *
 * @typedef {import("../../runtime/messages.js").Automaton} Automaton
 * @typedef {{iteration: number, changed: boolean}} Asked
 */

import { make, say } from "../../drawing/dom.js";
import { count, percent } from "../../drawing/format.js";
import { diagramOf, nameOf, PAIRS } from "./machine-diagram.js";

const MOST = 8; // states; more are no picture
const IDLE = {
  lead: "A machine with a few states, perhaps.",
  words:
    "To add, it is enough to know the bit to write and the carry. Ask, and its hidden states are " +
    "sorted into groups: do these follow one another like the states of a machine?",
};

/** @param {import("../../drawing/root.js").Root} root */
export function machinePicture(root) {
  const lead = root.find("machine-lead", HTMLElement);
  const about = root.find("machine-words", HTMLElement);
  const box = root.find("machine", HTMLElement);

  /**
   * @param {string} headline
   * @param {string} words
   */
  function tell(headline, words) {
    say(lead, headline);
    say(about, words);
  }

  return {
    clear() {
      tell(IDLE.lead, IDLE.words);
      box.replaceChildren();
    },
    /** @param {string} words */
    wait: (words) => tell(words, ""),
    /**
     * @param {Automaton} automaton
     * @param {Asked} asked
     */
    show(automaton, { iteration, changed }) {
      const { fullAdder, minimal, words, agreement } = automaton;
      const network = changed ? "The changed network" : "The network";
      tell(
        fullAdder ? "It has become a full adder" : "It is no full adder",
        `${network} of iteration ${count(iteration)}. ${words} ` +
          `Network and machine answer ${percent(agreement)} of long random sums alike.`,
      );
      const states = minimal.outputs.length;
      const none = make(
        "p",
        "machine-empty",
        `${count(states)} states are too many for a picture.`,
      );
      box.replaceChildren(
        ...(states > MOST ? [none] : [diagramOf(minimal, fullAdder), tableOf(automaton)]),
      );
    },
  };
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
    row.appendChild(make("th", "of-state", nameOf(state))).scope = "row";
    row.append(make("td", "", String(output)));
    if (fullAdder) row.append(make("td", "", String(carry)));
    row.append(...next.map((to) => make("td", "of-state", `→ ${nameOf(to)}`)));
  }
  return table;
}
