// @ts-check
/** In a frame on another page: chosen panels alone, a plain word if one is unknown, a way out. */

import { byId, say } from "../../drawing/dom.js";
import { FEATURES } from "../../shell/features.js";
import { isShown } from "../../state/shown-panels.js";

export function wire() {
  const { view, shown = "" } = document.documentElement.dataset;
  if (view !== "embed") return;
  say(byId("embed-notice", HTMLElement), noticeOf(shown.split(" ").filter(Boolean)));
  if (!isShown("grid")) forgetBits();
  wireWayOut(byId("whole-page", HTMLAnchorElement));
}

/** @param {string[]} names  that the address asks for */
function noticeOf(names) {
  const all = FEATURES.flatMap(([, panel]) => panel ?? []);
  const unknown = names.filter((name) => !all.includes(name)).map((name) => `“${name}”`);
  const there = `There are: ${all.join(", ")}.`;
  if (!names.length) return `The address names no panel. ${there}`;
  if (!unknown.length) return "";
  const none = unknown.length > 1 ? "No panels here are called" : "No panel here is called";
  return `${none} ${unknown.join(", ")}. ${there}`;
}

/** Without the grid, nothing would show a single bit. */
function forgetBits() {
  for (const id of ["step-size", "pace"]) {
    byId(id, HTMLSelectElement).querySelector("[value=bit]")?.remove();
  }
}

/** The whole page opens with the run as it stands here. @param {HTMLAnchorElement} link */
function wireWayOut(link) {
  const aim = () => {
    link.href = location.pathname + location.hash;
  };
  for (const event of ["pointerenter", "focus", "click"]) link.addEventListener(event, aim);
}
