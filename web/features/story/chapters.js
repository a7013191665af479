// @ts-check
/**
 * What each chapter does, by its name. Their order stands in order.html, what each says in words/.
 *
 * @typedef {Object} Told  The truth, and what is said of it: of the words' cases those that hold, and
 *   the figures in them, by name.
 * @property {string[]} cases
 * @property {Record<string, string>} figures
 * @property {string} [guess]  the visitor's, in words; empty: none. Left out: the choice that was made
 * @property {string} [truth]  the value of the choice that is true, where one of several was to be made
 * @property {Promise<{cases: string[], figures: Record<string, string>}>} [later]  what takes longer,
 *   and is said where words wait for it (`data-later`)
 *
 * @typedef {Object} Chapter
 * @property {(tell: (words: string) => void) => Promise<void>} begin  brings the network where the
 *   chapter needs it; told meanwhile is what that takes
 * @property {(tell: (words: string) => void) => Promise<Told>} reveal  shows the truth beside the guess
 *
 * @typedef {Object} Place  What a chapter is handed.
 * @property {<T extends Element>(id: string, kind: new () => T) => T} part
 * @property {import("./run.js").StoryRun} run
 * @property {import("../../runtime/worker-line.js").Line} line
 * @property {import("../../state/page-state.js").Shared} state
 * @property {import("../../state/actions.js").Actions} actions
 */

import { blameChapter } from "./blame.js";
import { breakChapter } from "./break.js";
import { cutChapter } from "./cut.js";
import { foreverChapter } from "./forever.js";
import { guessChapter } from "./guess.js";
import { learnChapter } from "./learn.js";
import { pushChapter } from "./push.js";
import { whereChapter } from "./where.js";
import { youChapter } from "./you.js";

/** @type {Record<string, (place: Place) => Chapter>} */
export const MAKERS = {
  guess: guessChapter,
  you: youChapter,
  learn: learnChapter,
  cut: cutChapter,
  push: pushChapter,
  blame: blameChapter,
  where: whereChapter,
  forever: foreverChapter,
  break: breakChapter,
};
