// @ts-check
/** The challenges that this visitor has solved, and how: a sheet to be looked at and printed. */

import { make, say } from "../../drawing/dom.js";
import { plural } from "../../drawing/format.js";
import { changedLines } from "./changed-lines.js";
import { solution, solved } from "./kept.js";

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {{name: string, title: string, goal: string}[]} challenges  in their order
 * @param {string} ours  the text that they begin from
 * @returns {() => void}  to be called when one more is solved
 */
export function wireSolved(root, challenges, ours) {
  const opener = root.find("open-solved", HTMLButtonElement);
  const sheet = root.find("solved", HTMLDialogElement);
  const list = root.find("solved-list", HTMLElement);
  const done = () => challenges.filter(({ name }) => solved().has(name));
  opener.addEventListener("click", () => {
    list.replaceChildren(...done().map((challenge) => rowOf(challenge, ours)));
    sheet.showModal();
  });
  root.find("solved-print", HTMLButtonElement).addEventListener("click", () => print());
  const show = () => {
    const count = done().length;
    opener.hidden = count === 0;
    say(opener, `${plural(count, "challenge")} solved`);
  };
  show();
  return show;
}

/**
 * @param {{name: string, title: string, goal: string}} challenge
 * @param {string} ours
 */
function rowOf({ name, title, goal }, ours) {
  const row = make("li");
  row.append(make("h3", "", title), make("p", "asked", goal));
  const text = solution(name);
  if (text === null) return row;
  const { gone, come } = changedLines(ours, text);
  const code = make("pre", "code-lines");
  const lines = [...gone.map((line) => `− ${line}`), ...come.map((line) => `+ ${line}`)];
  code.textContent = lines.join("\n");
  [code.dir, code.translate] = ["ltr", false];
  row.append(code);
  return row;
}
