// @ts-check
/** Every unit silenced in turn, to be compared; one of them silenced until that is undone. */

import { say } from "../../drawing/dom.js";
import { count } from "../../drawing/format.js";
import { LiveQuestion } from "../../runtime/live-question.js";
import { LesionBars } from "./unit-bars.js";

/** @param {import("../../state/actions.js").Given} given */
export function wireLesions({ line, state: shared, actions, root }) {
  const button = root.find("measure-lesions", HTMLButtonElement);
  const bars = new LesionBars(root.find("lesions", HTMLElement), (unit) => {
    actions.change({ kind: "silence", unit });
  });
  const date = root.find("lesions-date", HTMLElement);
  const question = new LiveQuestion(line, "lesions", 0, {
    asked: () => {
      button.disabled = true;
    },
    progress: (share) => say(date, `Measuring: ${Math.round(100 * share)} %`),
    answer: ({ exact, iteration }) => {
      bars.update(exact);
      button.disabled = false;
      say(date, `Measured at iteration ${count(iteration)}.`);
    },
  });
  const forget = () => {
    question.forget(); // it was about another network
    button.disabled = shared.change.value.kind !== "none";
  };
  line.on("ready", () => (button.disabled = false));
  button.addEventListener("click", () => question.ask({}));
  shared.change.follow(({ kind, unit }) => {
    forget();
    bars.mark(kind === "silence" ? unit : undefined);
  });
  shared.run.follow((settings) => {
    forget();
    say(date, "Not measured yet.");
    if (settings) bars.resize(settings.hidden);
  });
}
