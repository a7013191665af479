// @ts-check
/**
 * Every unit silenced in turn, to be compared, whenever the run rests in sight; and one of them
 * silenced, until that is undone.
 */

import { say } from "../../drawing/dom.js";
import { count } from "../../drawing/format.js";
import { scrollTogether } from "../../drawing/unit-rows.js";
import { whileSeen } from "../../drawing/when-visible.js";
import { LiveQuestion } from "../../runtime/live-question.js";
import { onceEntered } from "../../state/entering.js";
import { isShown } from "../../state/shown-panels.js";
import { LesionRows } from "./lesion-rows.js";

const EVERY = 1000; // milliseconds, while single steps follow each other

/** @param {import("../../state/actions.js").Given} given */
export function wireLesions({ line, state: shared, actions, root }) {
  const [body] = root.find("lesions", HTMLTableElement).tBodies;
  const rows = new LesionRows(body, {
    reach: (unit) => actions.choose(unit),
    press(unit) {
      actions.choose(unit);
      const { kind, unit: silenced } = shared.change.value;
      if (kind === "silence" && silenced === unit) actions.undo();
      else actions.change({ kind: "silence", unit });
    },
  });
  let isMade = false;
  onceEntered(shared, "memory", () => {
    isMade = true;
    rows.resize(shared.run.value?.hidden ?? 16);
  });
  scrollTogether(root.find("lesions-scroll", HTMLElement));
  shared.unit.follow((unit) => rows.choose(unit));
  shared.change.follow(({ kind, unit }) => rows.mark(kind === "silence" ? unit : undefined));
  shared.run.follow((settings) => settings && isMade && rows.resize(settings.hidden));
  wireMeasuring({ line, state: shared, actions, root }, rows);
}

/**
 * @param {import("../../state/actions.js").Given} given
 * @param {LesionRows} rows
 */
function wireMeasuring({ line, state: shared, root }, rows) {
  const date = root.find("lesions-date", HTMLElement);
  let [seen, measured] = [false, -1]; // measured: iteration; -1: none of this run
  const question = new LiveQuestion(line, "lesions", EVERY, {
    progress: (share) => measured < 0 && say(date, `Measuring: ${Math.round(100 * share)} %`),
    answer: ({ exact, iteration }) => {
      measured = iteration;
      rows.update(exact);
      say(date, `Measured at iteration ${count(iteration)}.`);
    },
  });
  const rests = () => ["ready", "paused", "finished"].includes(shared.state.value);
  const ask = () => {
    const isTrue = shared.change.value.kind === "none"; // it must not be about another network
    if (!rests() || !isTrue) return question.forget();
    const iteration = shared.frame.value?.iteration;
    if (seen && iteration !== undefined && iteration !== measured) question.ask({});
  };
  for (const store of [shared.frame, shared.state, shared.change]) store.follow(ask);
  shared.run.follow(() => {
    question.forget();
    measured = -1;
    say(date, "Not measured yet.");
  });
  whileSeen(root.find("surgery-panel", HTMLElement), (now) => {
    seen = now && isShown("surgery");
    ask();
  });
}
