// @ts-check
/** Changing the network's functions: an editor, a run of the visitor's own, and a verdict. */

import { say } from "../../drawing/dom.js";
import { saveAs } from "../../drawing/save-as.js";
import { linkWith, textInAddress } from "./code-link.js";
import { challengeBox, edited } from "./challenge.js";
import { keepText, keptText, solve, solved } from "./kept.js";
import { OwnCode } from "./own-code.js";
import { wireSolved } from "./solved.js";
import { Trials } from "./trials.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state, root }) {
  if (document.documentElement.dataset.view) return;
  const code = new OwnCode(root, () => {
    const isOurs = code.text === code.ours;
    keepText(isOurs ? null : code.text);
    say(root.find("code-changed", HTMLElement), isOurs ? "These are ours." : "Changed by you.");
  });
  const put = (/** @type {string} */ text) => {
    code.text = text;
  };
  const open = wireEditing(root, code);
  const chosen = wireChallenges(root, code.ours, (edits) => {
    put(edited(code.ours, edits));
    const [was, is] = [code.ours, code.text].map((text) => text.split("\n"));
    const first = is.findIndex((each, place) => each !== was[place]);
    code.goTo(first < 0 ? backwardIn(is) : first + 1);
  });
  const trials = new Trials(root, state, () => ({
    functions: code.text,
    challenge: chosen.name,
  }));
  trials.judged = ({ reached, line: wrong }) => {
    chosen.answer();
    if (reached) chosen.solve(code.text);
    showLine(root, code, wrong);
  };
  root.find("code-ours", HTMLButtonElement).addEventListener("click", () => put(code.ours));
  root.find("code-take", HTMLButtonElement).addEventListener("click", async () => {
    const { text } = await line.ask({ about: "script", functions: code.text }).answer;
    saveAs("mine.py", text, "text/x-python");
  });
  const tell = (/** @type {string} */ words) => say(root.find("code-changed", HTMLElement), words);
  root.find("code-link", HTMLButtonElement).addEventListener("click", async () => {
    const address = await linkWith(code.text);
    await navigator.clipboard.writeText(address).then(
      () => tell("Copied: who opens the link sees this code, and runs it if they want to."),
      () => tell(`The browser does not let it be copied: ${address}`),
    );
  });
  takeFromLink(put, tell, open);
  const kept = keptText();
  if (kept !== null) put(kept);
}

/**
 * A text that came with the link is shown; it is not run.
 * @param {(text: string) => void} put
 * @param {(words: string) => void} tell
 * @param {() => void} open
 */
async function takeFromLink(put, tell, open) {
  try {
    const text = await textInAddress();
    if (text === null) return;
    open();
    put(text);
    tell("This code came with the link. It has not been run: read it first.");
  } catch {
    open();
    tell("The code in this link is damaged, so it is left out. Ask for the link once more.");
  }
}

/** The line at which `backward` begins. @param {string[]} lines */
const backwardIn = (lines) => lines.findIndex((each) => each.startsWith("def backward(")) + 1;

/**
 * The editor takes the place of the listing; returned is what opens it.
 * @param {import("../../drawing/root.js").Root} root
 * @param {OwnCode} code
 */
function wireEditing(root, code) {
  const edit = root.find("code-edit", HTMLButtonElement);
  const parts = ["code-editing", "trial-buttons", "trial"].map((id) => root.find(id, Element));
  const show = (/** @type {boolean} */ begins) => {
    edit.setAttribute("aria-expanded", String(begins));
    say(edit, begins ? "Read" : "Edit");
    document.documentElement.dataset.code = begins ? "change" : "read";
    for (const part of parts) /** @type {HTMLElement} */ (part).hidden = !begins;
    if (begins) code.open();
  };
  edit.addEventListener("click", () => {
    const begins = edit.getAttribute("aria-expanded") !== "true";
    show(begins);
    if (begins) code.focus();
  });
  return () => show(true);
}

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {string} ours
 * @param {(edits: import("./challenge.js").Edits) => void} load
 */
function wireChallenges(root, ours, load) {
  const select = root.find("challenge", HTMLSelectElement);
  const boxes = root.all(".challenge", HTMLElement);
  const made = new Map(boxes.map((box) => [box.id, challengeBox(box, load)]));
  const mark = () => {
    for (const option of select.options) {
      const title = option.text.replace(/^✓ /, "");
      say(option, solved().has(option.value) ? `✓ ${title}` : title);
    }
  };
  const tellSolved = wireSolved(root, titled(select, boxes), ours);
  select.addEventListener("change", () => {
    for (const box of boxes) box.hidden = box.id !== `challenge-${select.value}`;
  });
  mark();
  return {
    get name() {
      return select.value;
    },
    answer: () => made.get(`challenge-${select.value}`)?.answer(),
    /** @param {string} text  that did it */
    solve(text) {
      solve(select.value, text);
      mark();
      tellSolved();
    },
  };
}

/**
 * What the challenges are called, and what is to be reached.
 * @param {HTMLSelectElement} select
 * @param {HTMLElement[]} boxes
 */
const titled = (select, boxes) =>
  boxes.map((box) => {
    const name = box.id.replace("challenge-", "");
    const option = [...select.options].find(({ value }) => value === name);
    const goal = box.querySelector(".goal")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
    return { name, title: option?.text.replace(/^✓ /, "") ?? name, goal };
  });

/**
 * A button that leads to the line that is wrong.
 * @param {import("../../drawing/root.js").Root} root
 * @param {OwnCode} code
 * @param {number} line  0: none
 */
function showLine(root, code, line) {
  const button = root.find("trial-line", HTMLButtonElement);
  button.hidden = line === 0;
  say(button, `Show line ${line}`);
  button.onclick = () => code.goTo(line);
}
