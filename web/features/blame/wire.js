// @ts-check
/** The blame of the sum in sight, while the visitor follows it. */

import { say } from "../../drawing/dom.js";
import { whileSeen } from "../../drawing/when-visible.js";
import { isShown } from "../../state/shown-panels.js";
import { BlamePanel } from "./blame.js";
import { Follower } from "./follower.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire(given) {
  if (!isShown("blame")) return;
  let made = false;
  given.state.blame.follow((open) => {
    if (open && !made) make(given); // its many parts are none of those who never open it
    made ||= open;
  });
  wireOpening(given);
}

/** @param {import("../../state/actions.js").Given} given */
function make(given) {
  const panel = new BlamePanel(given.root, () => follower.askDerivative());
  const follower = new Follower(given, panel);
  whileSeen(given.root.find("blame-picture", HTMLElement), (now) => follower.see(now));
}

/** @param {import("../../state/actions.js").Given} given */
function wireOpening({ line, state: { blame }, actions, root }) {
  const button = root.find("blame-open", HTMLButtonElement);
  const panel = root.find("blame-panel", HTMLElement);
  button.addEventListener("click", () => actions.followBlame(!blame.value));
  line.on("ready", () => (button.disabled = false));
  blame.follow((open) => {
    panel.classList.toggle("whole-room", open);
    root.find("blame-inside", HTMLElement).hidden = !open;
    button.ariaExpanded = String(open);
    say(button, open ? "Close" : "Follow it");
    if (open) panel.scrollIntoView({ block: "nearest" });
  });
  if (document.documentElement.dataset.view) actions.followBlame(true); // a frame has asked for it
}
