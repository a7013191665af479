// @ts-check
/** A drawing in the pixels of its place: letters and marks keep their size, whatever room there is. */

import { whenSeen } from "./when-visible.js";

/**
 * @typedef {{width: number, height: number, letter: number}} Room  in CSS pixels; letter: the size
 *   of its type
 */

/**
 * @param {SVGSVGElement} svg  its style says how large it is
 * @param {(room: Room) => Element[]} draw  what there is to see
 * @returns {() => void}  call it whenever there is something new to draw
 */
export function fittedDrawing(svg, draw) {
  /** @type {Room} */
  let room = { width: 0, height: 0, letter: 0 };

  const redraw = whenSeen(svg, () => {
    if (!room.width) measure(); // out of sight until now, it was not laid out
    if (!room.width || !room.height) return;
    svg.setAttribute("viewBox", `0 0 ${room.width} ${room.height}`);
    svg.replaceChildren(...draw(room));
  });

  function measure() {
    const letter = Number.parseFloat(getComputedStyle(svg).fontSize);
    room = { width: svg.clientWidth, height: svg.clientHeight, letter };
  }

  new ResizeObserver(() => {
    measure();
    redraw();
  }).observe(svg);
  return redraw;
}
