// @ts-check
/** The page kept for use without a network, and a quiet sentence when there is a new version. */

import { byId, say } from "../dom.js";
import { keepOffline, takeWaitingVersion } from "../offline.js";
import { updateNotice } from "../panels/update-notice.js";

const NEW = "A new version of this page is here.";
const ELSEWHERE =
  "Another tab has loaded a new version of this page. This one is still the old one.";

/**
 * @param {import("../line.js").Line} line
 * @param {import("../shared.js").Shared} shared
 */
export function wireOffline(line, shared) {
  const kept = byId("kept", HTMLElement);
  let load = () => location.reload();
  const notice = updateNotice(() => load());
  const tell = (/** @type {string} */ what) => notice.tell(`${what} ${losses(shared)}`);
  const keep = async () => {
    load = await keepOffline({
      kept: () => say(kept, "Kept in this browser: it opens without a network, too."),
      notKept: () => say(kept, "This browser cannot keep the page for use without a network."),
      waiting: () => tell(NEW),
      replaced: () => tell(ELSEWHERE),
    });
  };
  takeWaitingVersion();
  line.on("ready", () => whenIdle(keep));
}

/** @param {import("../shared.js").Shared} shared */
function losses({ frame }) {
  return frame.value?.iteration
    ? "Loading it ends this run: its settings stay in the address, its weights only if you save them."
    : "Loading it loses nothing.";
}

/** @param {() => void} work */
function whenIdle(work) {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 5_000 });
  else setTimeout(work, 1_000);
}
