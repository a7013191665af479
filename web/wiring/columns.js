// @ts-check
/**
 * The sum in sight, column by column: the newest example, the pinned sum, or one in slow motion;
 * with what the network remembers of it, and in words.
 *
 * @typedef {import("../line.js").Line} Line
 * @typedef {import("../shared.js").Shared} Shared
 * @typedef {import("../messages.js").CarryReading} CarryReading
 * @typedef {import("../panels/sentence.js").Told} Told
 */

import { painted } from "../breath.js";
import { byId } from "../dom.js";
import { BitGrid } from "../panels/bit-grid.js";
import { columnOf, lessonOf, narrator, openingOf, sentenceOf } from "../panels/sentence.js";
import { Reader } from "../reader.js";
import { measuredByNow } from "../shared.js";
import { wireChangeLabel } from "./change-label.js";
import { Newest } from "./newest.js";
import { Pictures } from "./pictures.js";
import { wirePin } from "./pin.js";

/**
 * @param {Line} line
 * @param {Shared} shared
 * @param {import("../actions.js").Actions} actions
 */
export async function wireColumns(line, shared, actions) {
  const { slow } = actions;
  const label = wireChangeLabel(shared, actions);
  const grid = new BitGrid(byId("bit-grid", HTMLTableElement));
  await painted();
  const pictures = new Pictures(grid, line, shared, (bit) => slow.uncoverUpTo(bit));
  await painted();
  const story = narrator(byId("sentence", HTMLElement), byId("announcement", HTMLElement));

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
    },
    lesson: (scene) => show(scene, scene.reading, lessonOf(scene)),
  });
  new Newest(shared, slow, new Reader(line), (sum, reading) =>
    show(sum, reading, sentenceOf(sum, shared.pinned.value !== null)),
  );
  wirePin(line, shared, actions);
  const announce = () =>
    story.announce(shared.state.value, shared.frame.value?.iteration ?? 0, measuredByNow(shared));
  shared.state.follow(announce);
  shared.measured.follow(announce);
}
