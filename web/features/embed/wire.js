// @ts-check
/** In a frame on another page: chosen panels alone, a plain word if one is unknown, a way out. */

import { say } from "../../drawing/dom.js";
import { FEATURES } from "../../shell/features.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ root }) {
  const { view, shown = "" } = document.documentElement.dataset;
  if (view !== "embed") return;
  say(root.find("embed-notice", HTMLElement), noticeOf(shown.split(" ").filter(Boolean)));
  wireWayOut(root.find("whole-page", HTMLAnchorElement));
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

/** The whole page opens with the run as it stands here. @param {HTMLAnchorElement} link */
function wireWayOut(link) {
  const aim = () => {
    link.href = location.pathname + location.hash;
  };
  for (const event of ["pointerenter", "focus", "click"]) link.addEventListener(event, aim);
}
