// @ts-check
/** Every unit silenced in turn, to be compared; one of them silenced until that is undone. */

import { byId, say } from "../dom.js";
import { count } from "../format.js";
import { LiveQuestion } from "../live-question.js";
import { LesionBars } from "../panels/lesions.js";

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 * @param {import("../actions.js").Actions} actions
 */
export function wireLesions(line, shared, actions) {
  const button = byId("measure-lesions", HTMLButtonElement);
  const bars = new LesionBars(byId("lesions", HTMLElement), (unit) => {
    actions.change({ kind: "silence", unit });
  });
  const date = byId("lesions-date", HTMLElement);
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
