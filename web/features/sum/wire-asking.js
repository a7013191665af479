// @ts-check
/** The one place where a sum is entered: typed here, or chosen elsewhere and shown here. */

import { count, plural, whole } from "../../drawing/format.js";
import { AskingForm } from "./asking-form.js";

/**
 * @param {import("../../state/actions.js").Given} given
 * @param {(words: string) => void} speak  to those who listen to the page
 */
export function wireAsking({ line, state, actions, root }, speak) {
  const { asked, attention, inSight, pinned, pinWished } = state;
  const form = new AskingForm(root, { toggle: actions.togglePin, ask: actions.ask });
  const show = () => form.show(pinWished.value || pinned.value !== null);

  attention.set("sum", () => form.select());
  pinned.follow(show);
  pinWished.follow(show);
  inSight.follow((sum) => form.follow(sum));
  asked.follow((newest, before) => {
    if (!newest) return;
    if (newest.summands !== before?.summands) form.fill(newest.summands);
    newest.answer.then(
      (sum) => {
        if (asked.value !== newest) return;
        form.tell({});
        if (newest.summands !== before?.summands) speak(answerOf(sum));
      },
      (/** @type {import("../../runtime/refusal.js").Refusal} */ refusal) => {
        if (asked.value === newest) form.refuse(refusal);
      },
    );
  });
  line.on("ready", () => form.enable(true));
  line.on("failed", () => form.enable(false));
}

/** @param {import("../../runtime/messages.js").Sum} sum */
function answerOf({ a, b, answer, right, wrongBits, outputs }) {
  const verdict = right
    ? "right"
    : `wrong: ${count(wrongBits)} of ${plural(outputs.length, "bit")}`;
  return `${whole(BigInt(a))} + ${whole(BigInt(b))}: the network says ${whole(BigInt(answer))}, which is ${verdict}.`;
}
