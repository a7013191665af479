// @ts-check
/** The visitor keeps a sum in sight: the one that is shown, or any two numbers. */

import { PinPanel } from "../panels/pin.js";
import { operandsOf } from "../sum-in-sight.js";

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 * @param {() => import("../shared.js").Operands | null} inSight
 */
export function wirePin(line, shared, inSight) {
  let wished = false; // pinning was asked for before there was a sum to pin
  /** @type {import("../shared.js").Operands | null} the sum that will be in sight */
  let newest = null;
  let forget = () => {}; // the newest question: older answers are passed over
  const show = () => panel.show(wished || shared.pinned.value !== null);

  const panel = new PinPanel({
    toggle() {
      const sum = shared.pinned.value || wished ? null : (inSight() ?? newest);
      wished = !shared.pinned.value && !wished && !sum;
      shared.pinned.set(sum);
      show();
    },
    ask(first, second) {
      forget();
      const asked = line.ask({ about: "add", first, second });
      forget = asked.cancel;
      asked.answer.then(
        ({ a, b }) => {
          panel.tell({});
          shared.pinned.set({ a: BigInt(a), b: BigInt(b) });
        },
        (/** @type {import("../line.js").Refusal} */ refusal) => panel.tell(refusal.by("first")),
      );
    },
  });

  shared.run.follow(() => {
    newest = null;
  });
  shared.frame.follow((frame) => {
    if (frame?.example) newest = operandsOf(frame.example);
    if (wished && newest) shared.pinned.set(newest);
  });
  shared.pinned.follow(() => {
    wished = false;
    show();
  });
  line.on("ready", () => panel.enable(true));
  line.on("failed", () => panel.enable(false));
}
