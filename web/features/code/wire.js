// @ts-check
/**
 * The Code view: the functions of the network as they stand, with what every line computes for the sum
 * in sight, pass by pass.
 *
 * @typedef {import("../../runtime/messages.js").AnswerTo<"lines">} Answer
 */

import { say } from "../../drawing/dom.js";
import { count, plural } from "../../drawing/format.js";
import { LiveQuestion } from "../../runtime/live-question.js";
import { operandsOf } from "../../state/sum-in-sight.js";
import { paintColumns } from "./columns.js";
import { Listings } from "./listing.js";
import { wireLight, wireNames } from "./names.js";
import { passes } from "./passes.js";
import { wireTabs } from "./tabs.js";

const PAUSE = 500; // milliseconds between two questions while it trains

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state, root }) {
  if (document.documentElement.dataset.view) return;
  const picture = root.find("code-picture", SVGElement);
  const view = /** @type {HTMLElement} */ (picture.closest(".code-view"));
  const panels = root.all("[role=tabpanel]", HTMLElement);
  const listings = new Listings(panels);
  const slider = root.find("pass", HTMLInputElement);
  /** @type {import("./columns.js").Scene | null} */
  let scene = null;
  const { light, again } = wireLight(view);
  const paint = () => {
    if (scene) paintColumns(picture, scene, slider.valueAsNumber);
    again();
  };
  const asking = wireAsking(view, root, listings, light);
  const show = () => {
    listings.show(slider.valueAsNumber);
    asking.again();
    paint();
  };
  const words = root.find("pass-words", HTMLElement);
  const track = passes({ slider, dots: root.find("pass-dots", SVGElement), words }, show);
  wireTabs(root.all("[role=tab]", HTMLButtonElement), panels);
  wireNames(view, {
    ours: root.find("names-ours", HTMLButtonElement),
    theirs: root.find("names-theirs", HTMLButtonElement),
  });
  new ResizeObserver(paint).observe(picture);

  follow({ line, state }, (answer, sum, bits) => {
    listings.take(answer, bits);
    track.resize(bits);
    scene = sceneOf(answer, sum, bits);
    say(root.find("code-sum", HTMLElement), `${count(Number(sum.a))} + ${count(Number(sum.b))}`);
    say(root.find("code-after", HTMLElement), `after ${plural(answer.iteration, "sum")}`);
    picture.ariaLabel =
      "The sum in columns, up to the pass in sight; the table of values is the code";
    show();
  });
}

/**
 * Ask whenever the network or the sum is another, while the view is in sight.
 * @param {Pick<import("../../state/actions.js").Given, "line" | "state">} given
 * @param {(answer: Answer, sum: import("../../state/page-state.js").Operands, bits: number) => void} hear
 */
function follow({ line, state }, hear) {
  let asked = { sum: { a: 0n, b: 0n }, bits: 0 };
  const question = new LiveQuestion(line, "lines", PAUSE, {
    answer: (answer) => hear(answer, asked.sum, asked.bits),
  });
  const ask = () => {
    const [settings, frame] = [state.run.value, state.frame.value];
    const newest = frame?.coming ?? frame?.example;
    if (state.view.value !== "code" || !settings || frame?.recorded || !newest) return;
    const fits = (/** @type {bigint} */ number) => number < 1n << BigInt(settings.bits - 1);
    const { pinned } = state;
    const wanted = pinned.value && fits(pinned.value.a) && fits(pinned.value.b);
    asked = {
      sum: wanted && pinned.value ? pinned.value : operandsOf(newest),
      bits: settings.bits,
    };
    question.ask({ a: String(asked.sum.a), b: String(asked.sum.b) });
  };
  state.run.follow(() => question.forget());
  for (const store of [state.view, state.frame, state.pinned]) store.follow(ask);
  ask();
}

/**
 * @param {Answer} answer
 * @param {import("../../state/page-state.js").Operands} sum
 * @param {number} steps
 * @returns {import("./columns.js").Scene}
 */
function sceneOf({ notes }, { a, b }, steps) {
  const last = (/** @type {string} */ name, /** @type {number} */ size) =>
    notes.findLast((note) => note.name === name && note.shape[0] === size)?.value ??
    new Float64Array();
  const hidden = last("hidden", steps + 1);
  const units = hidden.length / (steps + 1);
  const outputs = last("outputs", steps);
  return { steps, a, b, hidden: hidden.subarray(units), outputs, blame: last("d_hidden", steps) };
}

/**
 * "What is this?": a press on a line, or the arrow keys.
 * @param {HTMLElement} view
 * @param {import("../../drawing/root.js").Root} root
 * @param {Listings} listings
 * @param {(name: string | undefined) => void} light
 */
function wireAsking(view, root, listings, light) {
  const [title, words, values] = ["what-line", "what-words", "what-values"].map((id) =>
    root.find(id, HTMLElement),
  );
  /** @type {HTMLElement | null} */
  let asked = null;
  const tell = () => {
    if (!asked) return;
    const about = listings.about(asked);
    say(title, `${about.title}.`);
    words.replaceChildren(...about.words.cloneNode(true).childNodes);
    say(values, about.values);
  };
  const ask = (/** @type {HTMLElement} */ item) => {
    asked?.classList.remove("asked");
    asked = item;
    asked.classList.add("asked");
    tell();
    light(item.querySelector("[data-name]")?.getAttribute("data-name") ?? undefined);
  };
  view.addEventListener("click", ({ target }) => {
    const item = target instanceof Element ? target.closest("li[data-line]") : null;
    if (item instanceof HTMLElement) ask(item);
  });
  view.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const { target } = event;
    const from = target instanceof Element ? target.closest("li[data-line]") : null;
    if (!step || !from) return;
    const to = step > 0 ? from.nextElementSibling : from.previousElementSibling;
    const button = to?.querySelector("button");
    if (!(to instanceof HTMLElement) || !button) return;
    event.preventDefault();
    for (const other of view.querySelectorAll(".ask")) other.setAttribute("tabindex", "-1");
    button.tabIndex = 0;
    button.focus();
    ask(to);
  });
  return { again: tell };
}
