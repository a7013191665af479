// @ts-check
/** Chapter "A guess": eight bits to flip, and what the untrained network writes. */

import { isOne } from "../../drawing/bits.js";
import { say } from "../../drawing/dom.js";

const SUM = { first: "127", second: "1" };

/**
 * @param {import("./chapters.js").Place} place
 * @returns {import("./chapters.js").Chapter}
 */
export function guessChapter({ part, run, line }) {
  /** @type {NodeListOf<HTMLButtonElement>} */
  const bits = part("chapter-guess", HTMLElement).querySelectorAll("button[data-bit]");
  const network = [...part("guess-network", HTMLElement).querySelectorAll("[data-bit]")];
  const truth = [...part("guess-truth", HTMLElement).querySelectorAll(".bit")];
  let touched = false;
  for (const bit of bits) {
    bit.disabled = false;
    bit.addEventListener("click", () => {
      touched = true;
      say(bit, bit.textContent === "1" ? "0" : "1");
      bit.ariaLabel = `Bit ${bit.dataset.bit}: ${bit.textContent}`;
    });
  }

  return {
    begin: (tell) => run.prepare(0, tell),
    async reveal(tell) {
      await run.bringTo(0, tell);
      const { outputs } = await line.ask({ about: "add", ...SUM }).answer;
      const said = [...outputs.slice(0, network.length)].reverse();
      for (const [place, cell] of network.entries())
        show(/** @type {HTMLElement} */ (cell), said[place]);
      for (const cell of truth) cell.classList.remove("not-yet");
      const guessed = Array.from(bits, ({ textContent }) => Number(textContent));
      const same = guessed.filter((bit, place) => bit === isOne(said[place])).length;
      const figures = { same: String(same), ...spread(said) };
      const cases = [caseOf(touched, guessed, same, truth), "always"];
      return { cases, figures, guess: touched ? guessed.join("") : "" };
    },
  };
}

/**
 * @param {HTMLElement} cell
 * @param {number} output
 */
function show(cell, output) {
  cell.classList.remove("not-yet");
  cell.classList.add("shaded");
  cell.classList.toggle("one", isOne(output) === 1);
  cell.style.setProperty("--output", output.toFixed(2));
  say(cell, String(isOne(output)));
  cell.dataset.output = output.toFixed(2).replace(/^0/, "");
}

/** @param {number[]} outputs */
function spread(outputs) {
  const [least, most] = [Math.min(...outputs), Math.max(...outputs)];
  return { least: least.toFixed(2), most: most.toFixed(2) };
}

/**
 * @param {boolean} touched  did the visitor guess?
 * @param {number[]} guessed  the highest bit first
 * @param {number} same  how many the network has too
 * @param {Element[]} truth
 */
function caseOf(touched, guessed, same, truth) {
  if (!touched) return "none";
  if (same === guessed.length) return "same";
  return guessed.join("") === truth.map(({ textContent }) => textContent).join("")
    ? "truth"
    : "other";
}
