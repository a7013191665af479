// @ts-check
/**
 * The verdict on numbers of every length: a seal if it is proved, the wrong sum if there is one.
 *
 * @typedef {import("../../runtime/messages.js").Proof} Proof
 * @typedef {{iteration: number, now: number, changed: boolean}} Asked
 *   iteration: of the network that was asked about; now: of the one in sight; changed: an
 *   intervention was on
 */

import { say } from "../../drawing/dom.js";
import { count } from "../../drawing/format.js";

const DIGITS = 24; // a longer number is shortened in its middle

const IDLE = {
  words: "Trying pairs says nothing of longer numbers; arithmetic with intervals can.",
  why: "",
};

export class Seal {
  #box;
  #words;
  #why;
  #date;
  #show;
  #save;
  #saved;
  #ask;
  #canAsk = false;
  /** @type {Proof["failure"]} */
  #failure = null;

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {(failure: {a: string, b: string}) => void} show
   * @param {() => Promise<string>} save  the proof as a file; says what was saved, or why not
   */
  constructor(root, show, save) {
    this.#box = root.find("seal", HTMLElement);
    this.#words = root.find("seal-words", HTMLElement);
    this.#why = root.find("seal-why", HTMLElement);
    this.#date = root.find("seal-date", HTMLElement);
    this.#show = root.find("show-failure", HTMLButtonElement);
    this.#save = root.find("save-certificate", HTMLButtonElement);
    this.#saved = root.find("certificate-words", HTMLElement);
    this.#ask = root.find("ask-proof", HTMLButtonElement);
    this.#show.addEventListener("click", () => this.#failure && show(this.#failure));
    this.#save.addEventListener("click", async () => say(this.#saved, await save()));
    this.clear();
  }

  clear() {
    this.#say("none", IDLE);
  }

  /** There is a network to ask. */
  enable() {
    this.#canAsk = true;
    this.clear();
  }

  /** @param {string} words  it is looked for */
  wait(words) {
    this.#say("asked", { words, why: "" });
  }

  /** @param {string} words  it cannot be known */
  refuse(words) {
    this.#say("none", { words, why: "" });
  }

  /**
   * @param {Proof} proof
   * @param {Asked} asked
   */
  judge(proof, asked) {
    this.#say(proof.verdict, TELL[proof.verdict](proof));
    this.#failure = proof.failure;
    this.#show.hidden = !proof.failure;
    this.#save.hidden = proof.verdict !== "proved";
    this.date(asked);
  }

  /** @param {Asked} asked  of the verdict that stands there */
  date({ iteration, now, changed }) {
    const network = changed ? "The changed network" : "The network";
    const since = now > iteration ? "trained further" : "rewound";
    const then = now === iteration ? "" : `; it has been ${since} since`;
    say(this.#date, `${network} of iteration ${count(iteration)}${then}.`);
    this.#box.classList.toggle("old", now !== iteration);
  }

  /**
   * @param {string} verdict
   * @param {{words: string, why: string}} text
   */
  #say(verdict, { words, why }) {
    this.#box.dataset.verdict = verdict;
    this.#ask.disabled = !this.#canAsk || verdict === "asked";
    this.#failure = null;
    this.#show.hidden = this.#save.hidden = true;
    say(this.#saved, "");
    say(this.#words, words);
    say(this.#why, why);
    say(this.#date, "");
    this.#box.classList.remove("old");
  }
}

/** @type {Record<Proof["verdict"], (proof: Proof) => {words: string, why: string}>} */
const TELL = {
  proved: ({ boxes, margin }) => ({
    words: "Proved: it adds numbers of any length",
    why:
      `${count(boxes)} boxes hold every state that it can ever be in: whatever it reads, each box ` +
      "leads into one of them. In none of them is a bit wrong: the output unit’s input stays " +
      `${margin.toPrecision(2)} or more on its right side of zero.`,
  }),
  fails: ({ failure }) => ({
    words: "It does not add numbers of every length",
    why: failure
      ? `${shortened(failure.a)} + ${shortened(failure.b)} comes out wrong, first at bit ${failure.wrongBit}.`
      : "",
  }),
  "not proved": ({ words }) => ({
    words: "Not proved, and not refuted",
    why: `${words.replace(/^Not proved\. /, "")} No boxes were found that hold all its states and no wrong bit.`,
  }),
};

/** @param {string} number */
const shortened = (number) =>
  number.length > DIGITS
    ? `${number.slice(0, 8)}…${number.slice(-8)} (${number.length} digits)`
    : count(Number(number));
