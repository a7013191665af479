// @ts-check
/** While Python starts, or if it does not: the tutorial's run, recorded, in the same pictures. */

import { recordingCaption } from "./caption.js";
import { Recording } from "./recording.js";

const asked = fetch("./recording.json").catch(() => null); // beside the page
const LATELY = 8000; // milliseconds since a sign of somebody who looks on
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
    if (recording.lasts) return "Python is ready. The network goes live when this has ended.";
    return shared.eager.value ? "Training begins as soon as Python is ready." : WAITS;
  };
  const live = root.find("go-live", HTMLButtonElement);
  const recording = line.lend(
    (tell) =>
      new Recording(tell, {
        isWatched: signsOfLife(shared),
        ended: () => line.takeOver(),
        gone() {
          live.hidden = true;
          caption.giveWay("Python is ready. From here on the network is live.");
        },
      }),
  );
  begin(recording);
  live.addEventListener("click", () => {
    line.takeOver();
    shared.attention.get("train")?.(); // the button goes
  });
  line.on("frame", ({ recorded }) => recorded && caption.play(words()));
  shared.state.follow((state) => {
    if (state !== "failed") return;
    shared.besideFailure.set(place);
    caption.tell(words());
    recording.goOn();
  });
  shared.change.follow(caption.go); // what the guide tells of it comes first
  line.on("ready", () => {
    live.hidden = !recording.lasts;
    if (recording.lasts) caption.tell(words());
  });
  shared.eager.follow((eager) => {
    if (shared.state.value === "loading") caption.tell(words());
    if (eager) line.takeOver();
  });
}

/** Without the file the page waits for Python as it is. @param {Recording} recording */
async function begin(recording) {
  const answer = await asked;
  const recorded = answer?.ok && (await answer.json().catch(() => null));
  if (recorded) recording.play(recorded, STILL);
}

/**
 * Does anybody look on? Whoever has just moved, touched or pressed something does.
 * @param {import("../../state/page-state.js").Shared} shared
 */
function signsOfLife({ view, eager }) {
  let newest = Number.NEGATIVE_INFINITY;
  const note = () => {
    newest = performance.now();
  };
  for (const sign of ["pointermove", "pointerdown", "keydown", "wheel", "touchmove"]) {
    addEventListener(sign, note, { passive: true });
  }
  return () =>
    view.value === "lab" && !eager.value && !document.hidden && performance.now() - newest < LATELY;
}
