// @ts-check
/** The one place where a sum is entered: typed here, or chosen elsewhere and shown here. */

import { AskingForm } from "./asking-form.js";

/** @param {import("../../state/actions.js").Given} given */
export function wireAsking({
  line,
  state: { asked, attention, pinned, pinWished },
  actions,
  root,
}) {
  const form = new AskingForm(root, { toggle: actions.togglePin, ask: actions.ask });
  const show = () => form.show(pinWished.value || pinned.value !== null);

  attention.set("sum", () => form.select());
  pinned.follow(show);
  pinWished.follow(show);
  asked.follow((newest, before) => {
    if (!newest) return;
    if (newest.summands !== before?.summands) form.fill(newest.summands);
    newest.answer.then(
      () => asked.value === newest && form.tell({}),
      (/** @type {import("../../runtime/worker-line.js").Refusal} */ refusal) => {
        if (asked.value === newest) form.refuse(refusal);
      },
    );
  });
  line.on("ready", () => form.enable(true));
  line.on("failed", () => form.enable(false));
}
