// @ts-check
/** The visitor keeps a sum in sight: the one that is shown, or any two numbers. */

import { PinPanel } from "./pin-form.js";

/** @param {import("../../state/actions.js").Given} given */
export function wirePin({ line, state: { pinned, pinWished }, actions, root }) {
  let forget = () => {}; // the newest question: older answers are passed over
  const show = () => panel.show(pinWished.value || pinned.value !== null);

  const panel = new PinPanel(root, {
    toggle: actions.togglePin,
    ask(first, second) {
      forget();
      const asked = line.ask({ about: "add", first, second });
      forget = asked.cancel;
      asked.answer.then(
        ({ a, b }) => {
          panel.tell({});
          actions.pin({ a: BigInt(a), b: BigInt(b) });
        },
        (/** @type {import("../../runtime/worker-line.js").Refusal} */ refusal) =>
          panel.refuse(refusal),
      );
    },
  });

  pinned.follow(show);
  pinWished.follow(show);
  line.on("ready", () => panel.enable(true));
  line.on("failed", () => panel.enable(false));
}
