// @ts-check
/** Changing the network's functions: an editor, a run of the visitor's own, and a verdict. */

import { say } from "../../drawing/dom.js";
import { saveAs } from "../../drawing/save-as.js";
import { linkWith, textInAddress } from "./code-link.js";
import { challengeBox, edited } from "./challenge.js";
import { keepText, keptText, solve, solved } from "./kept.js";
import { Trials } from "./trials.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state, root }) {
  if (document.documentElement.dataset.view) return;
  const field = root.find("own-code", HTMLTextAreaElement);
  const ours = field.defaultValue;
  field.value = keptText() ?? ours;
  const isOurs = () => field.value === ours;
  const changed = () => {
    keepText(isOurs() ? null : field.value);
    say(root.find("code-changed", HTMLElement), isOurs() ? "These are ours." : "Changed by you.");
  };
  field.addEventListener("input", changed);
  /** @param {string} text */
  function put(text) {
    field.value = text;
    changed();
  }

  const open = wireEditing(root);
  const chosen = wireChallenges(root, (edits) => {
    put(edited(ours, edits));
    const [was, is] = [ours, field.value].map((text) => text.split("\n"));
    const first = is.findIndex((each, place) => each !== was[place]);
    goTo(field, first < 0 ? backwardIn(is) : first + 1);
  });
  const trials = new Trials(root, state, () => ({
    functions: field.value,
    challenge: chosen.name,
  }));
  trials.judged = ({ reached, line: wrong }) => {
    chosen.answer();
    if (reached) chosen.solve();
    showLine(root, field, wrong);
  };
  root.find("code-ours", HTMLButtonElement).addEventListener("click", () => put(ours));
  root.find("code-take", HTMLButtonElement).addEventListener("click", async () => {
    const { text } = await line.ask({ about: "script", functions: field.value }).answer;
    saveAs("mine.py", text, "text/x-python");
  });
  const tell = (/** @type {string} */ words) => say(root.find("code-changed", HTMLElement), words);
  root.find("code-link", HTMLButtonElement).addEventListener("click", async () => {
    const address = await linkWith(field.value);
    await navigator.clipboard.writeText(address).then(
      () => tell("Copied: who opens the link sees this code, and runs it if they want to."),
      () => tell(`The browser does not let it be copied: ${address}`),
    );
  });
  takeFromLink(put, tell, open);
  if (!isOurs()) changed();
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

/** The editor takes the place of the listing; returned is what opens it. @param {import("../../drawing/root.js").Root} root */
function wireEditing(root) {
  const edit = root.find("code-edit", HTMLButtonElement);
  const parts = ["code-editing", "trial-buttons", "trial"].map((id) => root.find(id, Element));
  const show = (/** @type {boolean} */ begins) => {
    edit.setAttribute("aria-expanded", String(begins));
    say(edit, begins ? "Read" : "Edit");
    document.documentElement.dataset.code = begins ? "change" : "read";
    for (const part of parts) /** @type {HTMLElement} */ (part).hidden = !begins;
  };
  edit.addEventListener("click", () => {
    const begins = edit.getAttribute("aria-expanded") !== "true";
    show(begins);
    if (begins) root.find("own-code", HTMLTextAreaElement).focus();
  });
  return () => show(true);
}

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {(edits: import("./challenge.js").Edits) => void} load
 */
function wireChallenges(root, load) {
  const select = root.find("challenge", HTMLSelectElement);
  const boxes = root.all(".challenge", HTMLElement);
  const made = new Map(boxes.map((box) => [box.id, challengeBox(box, load)]));
  const mark = () => {
    for (const option of select.options) {
      const title = option.text.replace(/^✓ /, "");
      say(option, solved().has(option.value) ? `✓ ${title}` : title);
    }
  };
  select.addEventListener("change", () => {
    for (const box of boxes) box.hidden = box.id !== `challenge-${select.value}`;
  });
  mark();
  return {
    get name() {
      return select.value;
    },
    answer: () => made.get(`challenge-${select.value}`)?.answer(),
    solve() {
      solve(select.value);
      mark();
    },
  };
}

/**
 * A button that leads to the line that is wrong.
 * @param {import("../../drawing/root.js").Root} root
 * @param {HTMLTextAreaElement} field
 * @param {number} line  0: none
 */
function showLine(root, field, line) {
  const button = root.find("trial-line", HTMLButtonElement);
  button.hidden = line === 0;
  say(button, `Show line ${line}`);
  button.onclick = () => goTo(field, line);
}

/**
 * Have a line in sight, and chosen.
 * @param {HTMLTextAreaElement} field
 * @param {number} line
 */
function goTo(field, line) {
  const lines = field.value.split("\n");
  const from = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  field.focus();
  field.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  field.scrollTop = (field.scrollHeight / lines.length) * Math.max(0, line - 6);
}
