// @ts-check
/** While Python starts, or if it does not: the tutorial's run, recorded, in the same pictures. */

import { recordingCaption } from "./caption.js";
import { Recording } from "./recording.js";

const asked = fetch("./recording.json").catch(() => null); // beside the page
const STILL = matchMedia("(prefers-reduced-motion: reduce)").matches;
const WAITS = STILL
  ? "This is how the tutorial’s run ends. Python is starting."
  : "This is the tutorial’s own run. Python is starting.";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state: shared, root }) {
  const place = root.find("recording", HTMLElement);
  const caption = recordingCaption(
    place,
    root.find("recording-tag", HTMLElement),
    root.find("recording-words", HTMLElement),
  );
  const words = () => {
    if (shared.state.value === "failed") return "The tutorial’s own run. Python did not start.";
    return shared.eager.value ? "Training begins as soon as Python is ready." : WAITS;
  };
  const recording = line.lend((tell) => new Recording(tell));
  begin(recording);
  line.on("frame", ({ recorded }) => recorded && caption.play(words()));
  shared.state.follow((state) => {
    if (state !== "failed") return;
    shared.besideFailure.set(place);
    caption.tell(words());
    recording.goOn();
  });
  line.on("ready", () => caption.giveWay("Python is ready. From here on the network is live."));
  shared.eager.follow(() => shared.state.value === "loading" && caption.tell(words()));
}

/** Without the file the page waits for Python as it is. @param {Recording} recording */
async function begin(recording) {
  const answer = await asked;
  const recorded = answer?.ok && (await answer.json().catch(() => null));
  if (recorded) recording.play(recorded, STILL);
}
