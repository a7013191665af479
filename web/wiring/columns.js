// @ts-check
/**
 * The sum in sight, column by column: the newest example, the pinned sum, or one in slow motion;
 * with what the network remembers of it, and in words.
 *
 * @typedef {import("../line.js").Line} Line
 * @typedef {import("../shared.js").Shared} Shared
 * @typedef {import("../messages.js").CarryReading} CarryReading
 * @typedef {import("../panels/sentence.js").Told} Told
 * @typedef {import("../slow-motion.js").Scene} Scene
 */

import { byId } from "../dom.js";
import { BitGrid } from "../panels/bit-grid.js";
import { CarryMeter } from "../panels/carry-meter.js";
import { HiddenStates } from "../panels/hidden-states.js";
import { pinButton } from "../panels/pin.js";
import { columnOf, lessonOf, narrator, openingOf, sentenceOf } from "../panels/sentence.js";
import { Reader } from "../reader.js";
import { isShown } from "../shown.js";
import { SlowMotion } from "../slow-motion.js";

// A grid that changes faster cannot be read, and must not flash more than three times a second.
const EVERY = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1000 : 400;
const UNITS = 24; // with more hidden units, reading them costs more and is done less often
const PATIENCE = 500; // milliseconds; later the sum is shown without what is remembered of it
const WEIGHTS_EVERY = 1000; // milliseconds

/**
 * @param {Line} line
 * @param {Shared} shared
 * @returns {SlowMotion}
 */
export function wireColumns(line, shared) {
  const reader = new Reader(line);
  const pictures = wirePictures(line, shared);
  const story = narrator(byId("sentence", HTMLElement), byId("announcement", HTMLElement));
  const slow = new SlowMotion(line, shared, reader, {
    columns(scene, shown) {
      pictures.draw(scene, scene.reading, shown);
      story.tell(shown ? columnOf(scene, shown - 1) : openingOf(scene));
    },
    lesson(scene) {
      pictures.draw(scene, scene.reading);
      story.tell(lessonOf(scene));
    },
  });
  wireNewest(shared, slow, reader, (sum, reading) => {
    pictures.draw(sum, reading);
    story.tell(sentenceOf(sum, shared.pinned.value !== null));
  });
  wirePin(shared, pictures.inSight);
  const announce = () =>
    story.announce(
      shared.state.value,
      shared.frame.value?.iteration ?? 0,
      shared.measured.value?.exact,
    );
  shared.state.follow(announce);
  shared.measured.follow(announce);
  return slow;
}

/**
 * The pictures that show a sum, all of them the same one.
 * @param {Line} line
 * @param {Shared} shared
 */
function wirePictures(line, shared) {
  const grid = new BitGrid(byId("bit-grid", HTMLTableElement));
  const meter = new CarryMeter();
  const states = new HiddenStates(wireWeights(line, (weights) => states.showWeights(weights)));
  /** @type {import("../shared.js").Pair | null} */
  let shownPair = null;

  shared.run.follow((settings) => {
    shownPair = null;
    if (!settings) return;
    grid.resize(settings.bits);
    states.resize(settings.bits);
    meter.clear();
  });

  /**
   * @param {Told} sum
   * @param {CarryReading | null} reading  null: not known in time
   * @param {number} [shown]
   */
  function draw(sum, reading, shown) {
    shownPair = { a: sum.a, b: sum.b };
    grid.update({ ...sum, hidden: reading?.hidden ?? null }, shown);
    if (!reading) return states.clear();
    states.update(reading, shown);
    meter.update(reading, sum.outputs.length, shared.frame.value?.iteration === 0);
  }

  return { draw, inSight: () => shownPair };
}

/**
 * The newest example, or the pinned sum as the network answers it now: at every rest, and while
 * training goes on slowly enough to be seen. One picture is of one moment.
 * @param {Shared} shared
 * @param {SlowMotion} slow
 * @param {Reader} reader
 * @param {(sum: Told, reading: CarryReading | null) => void} show
 */
function wireNewest(shared, slow, reader, show) {
  /** @type {Told | null} */
  let newest = null;
  let [askedAt, asked, late] = [0, "", 0];

  function refresh() {
    const [example, pinned, frame] = [newest, shared.pinned.value, shared.frame.value];
    const sum = pinned ?? example;
    if (slow.on) asked = ""; // its picture takes the place of ours
    if (!sum || !frame || slow.on || !(isShown("grid") || isShown("states"))) return;
    const what = JSON.stringify([pinned, sum.a, sum.b, frame.iteration, shared.change.value]);
    if (what === asked) return; // asked, or even answered, before
    clearTimeout(late);
    asked = what;
    askedAt = performance.now();
    if (example && !pinned) late = setTimeout(() => slow.on || show(example, null), PATIENCE);
    reader.read(sum, (reading) => {
      clearTimeout(late);
      if (slow.on) return;
      const { a, b, outputs, iteration } = { ...frame, ...reading, ...sum };
      show({ a, b, outputs, iteration }, reading);
    });
  }

  shared.frame.follow((frame) => {
    if (!frame) return;
    newest = frame.example ?? newest;
    const units = shared.run.value?.hidden ?? 0;
    const every = EVERY * Math.ceil(units / UNITS);
    const due = performance.now() - askedAt >= every && !reader.busy;
    if (due || frame.state !== "running") refresh();
  });
  shared.run.follow(() => {
    [newest, asked] = [null, ""];
    clearTimeout(late);
    reader.forget();
  });
  shared.pinned.follow(refresh);
  shared.change.follow(refresh);
}

/**
 * @param {Shared} shared
 * @param {() => import("../shared.js").Pair | null} inSight
 */
function wirePin(shared, inSight) {
  const show = pinButton(() => shared.pinned.set(shared.pinned.value ? null : inSight()));
  shared.pinned.follow((pair) => show(pair !== null));
  shared.run.follow((settings) => {
    const pair = shared.pinned.value;
    const most = 2 ** ((settings?.bits ?? 1) - 1);
    if (pair && Math.max(pair.a, pair.b) >= most) shared.pinned.set(null);
  });
  shared.state.follow((state) => show(shared.pinned.value !== null, state !== "failed"));
}

/**
 * The weights, asked for when a unit is looked at; once a second at most.
 * @param {Line} line
 * @param {(weights: import("../messages.js").Weights) => void} show
 * @returns {() => void}
 */
function wireWeights(line, show) {
  let [resting, again] = [true, false];

  function ask() {
    if (!resting) {
      again = true;
      return;
    }
    [resting, again] = [false, false];
    line.ask({ about: "weights" }).answer.then(({ weights }) => show(weights));
    setTimeout(() => {
      resting = true;
      if (again) ask();
    }, WEIGHTS_EVERY);
  }
  return ask;
}
