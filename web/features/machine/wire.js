// @ts-check
/** The machine that the network has become, when the visitor wants to know. */

import { LiveQuestion } from "../../runtime/live-question.js";
import { standing } from "../../state/standing.js";
import { machinePicture } from "./machine.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state: shared, root }) {
  const button = root.find("ask-machine", HTMLButtonElement);
  const picture = machinePicture(root);
  let asked = standing(shared);
  const question = new LiveQuestion(line, "automaton", 0, {
    asked: () => {
      asked = standing(shared);
      picture.wait("Sorting its hidden states into groups …");
    },
    answer: (automaton) => picture.show(automaton, { ...asked, iteration: automaton.iteration }),
    refusal: picture.wait,
  });
  const forget = () => {
    question.forget();
    picture.clear();
  };
  line.on("ready", () => (button.disabled = false));
  button.addEventListener("click", () => question.ask({}));
  shared.run.follow(forget);
  shared.change.follow(forget);
}
