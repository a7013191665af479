// @ts-check
/** The visitor keeps a sum in sight: the one that is shown, or any two numbers. */

import { PinPanel } from "../panels/pin.js";

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 * @param {import("../actions.js").Actions} actions
 */
export function wirePin(line, { pinned, pinWished }, actions) {
  let forget = () => {}; // the newest question: older answers are passed over
  const show = () => panel.show(pinWished.value || pinned.value !== null);

  const panel = new PinPanel({
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
        (/** @type {import("../line.js").Refusal} */ refusal) => panel.refuse(refusal),
      );
    },
  });

  pinned.follow(show);
  pinWished.follow(show);
  line.on("ready", () => panel.enable(true));
  line.on("failed", () => panel.enable(false));
}
