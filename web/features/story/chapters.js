// @ts-check
/**
 * The chapters, in their order. What each says stands in words/.
 *
 * @typedef {Object} Told  The truth, and what is said of it: of the words' cases those that hold, and
 *   the figures in them, by name.
 * @property {string[]} cases
 * @property {Record<string, string>} figures
 *
 * @typedef {Object} Chapter
 * @property {(tell: (words: string) => void) => Promise<void>} begin  brings the network where the
 *   chapter needs it; told meanwhile is what that takes
 * @property {() => Promise<Told>} reveal  shows the truth beside the guess
 * @property {() => void} leave
 *
 * @typedef {Object} Place  What a chapter is handed.
 * @property {<T extends Element>(id: string, kind: new () => T) => T} part
 * @property {import("./run.js").StoryRun} run
 * @property {import("../../runtime/worker-line.js").Line} line
 * @property {import("../../state/page-state.js").Shared} state
 * @property {import("../../state/actions.js").Actions} actions
 */

import { cutChapter } from "./cut.js";
import { foreverChapter } from "./forever.js";
import { guessChapter } from "./guess.js";
import { learnChapter } from "./learn.js";

/** @type {[id: string, make: (place: Place) => Chapter][]} */
export const CHAPTERS = [
  ["guess", guessChapter],
  ["learn", learnChapter],
  ["cut", cutChapter],
  ["forever", foreverChapter],
];
