// @ts-check
/**
 * The sum in sight, column by column: the newest example, the pinned sum, or one in slow motion;
 * with what the network remembers of it, and in words.
 *
 * @typedef {import("../../runtime/worker-line.js").Line} Line
 * @typedef {import("../../state/page-state.js").Shared} Shared
 * @typedef {import("../../runtime/messages.js").CarryReading} CarryReading
 * @typedef {import("./sentence.js").Told} Told
 */

import { painted } from "../../drawing/yield-to-browser.js";
import { BitGrid } from "./bit-grid.js";
import { columnOf, lessonOf, narrator, openingOf, sentenceOf } from "./sentence.js";
import { Reader } from "../../state/carry-question.js";
import { measuredByNow } from "../../state/page-state.js";
import { wireChangeLabel } from "./change-label.js";
import { Newest } from "./newest-sum.js";
import { Pictures } from "./column-pictures.js";
import { wireAsking } from "./wire-asking.js";

/** @param {import("../../state/actions.js").Given} given */
export async function wire({ line, state: shared, actions, root }) {
  const { slow } = actions;
  const label = wireChangeLabel(root, shared, actions);
  const grid = new BitGrid(root.find("bit-grid", HTMLTableElement));
  await painted();
  const pictures = new Pictures(root, grid, shared, (bit) => slow.uncoverUpTo(bit));
  await painted();
  const story = narrator(
    root.find("sentence", HTMLElement),
    root.find("announcement", HTMLElement),
  );

  /**
   * @param {Told} sum
   * @param {CarryReading | null} reading
   * @param {string} words
   * @param {number} [shown]
   */
  function show(sum, reading, words, shown) {
    pictures.draw(sum, reading, shown);
    label(sum.change);
    story.tell(words);
  }

  slow.drawWith({
    columns(scene, shown) {
      const words = shown ? columnOf(scene, shown - 1) : openingOf(scene);
      show(scene, scene.reading, words, shown);
      if (!slow.playing) story.speak(words); // else one would talk over the other
    },
    lesson(scene) {
      show(scene, scene.reading, lessonOf(scene));
      if (!slow.playing) story.speak(lessonOf(scene));
    },
  });
  new Newest(shared, slow, new Reader(line), (sum, reading) =>
    show(sum, reading, sentenceOf(sum, shared.pinned.value !== null)),
  );
  wireAsking({ line, state: shared, actions, root }, story.speak);
  const whole = root.find("whole-sum", HTMLAnchorElement);
  whole.addEventListener("click", (event) => {
    event.preventDefault();
    actions.enter("proof");
  });
  const announce = () =>
    story.announce(shared.state.value, shared.frame.value?.iteration ?? 0, measuredByNow(shared));
  shared.state.follow(announce);
  shared.measured.follow(announce);
}
