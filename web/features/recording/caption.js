// @ts-check
/** The caption under a recording: that it is one, and what happens next. */

import { say } from "../../drawing/dom.js";

const FAREWELL = 4000; // milliseconds that the caption stays when the network is live, at most

/**
 * @param {HTMLElement} caption
 * @param {Element} tag
 * @param {Element} words
 */
export function recordingCaption(caption, tag, words) {
  const root = document.documentElement;

  /** @param {string} text */
  function play(text) {
    root.dataset.recording = "playing";
    caption.hidden = false;
    say(words, text);
  }

  /** Something else happens meanwhile. @param {string} text */
  const tell = (text) => caption.hidden || say(words, text);

  /** The recording gives way to the network. @param {string} text */
  function giveWay(text) {
    if (caption.hidden) return;
    root.dataset.recording = "over";
    say(tag, "Live");
    say(words, text);
    setTimeout(go, FAREWELL);
  }

  /** It has been said, and something else is to be seen in its place. */
  function go() {
    if (root.dataset.recording !== "over") return;
    caption.hidden = true;
    root.dataset.recording = "gone";
  }

  return { play, tell, giveWay, go };
}
