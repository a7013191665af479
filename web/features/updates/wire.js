// @ts-check
/** The page kept for use without a network, and a quiet sentence when there is a new version. */

import { say } from "../../drawing/dom.js";
import { keepOffline, takeWaitingVersion } from "../../runtime/keep-offline.js";
import { updateNotice } from "./update-notice.js";

const NEW = "A new version of this page is here.";
const ELSEWHERE =
  "Another tab has loaded a new version of this page. This one is still the old one.";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state: shared, root }) {
  const kept = root.find("kept", HTMLElement);
  let load = () => location.reload();
  const notice = updateNotice(root, () => load());
  let news = "";
  const tell = (/** @type {string} */ what) => {
    news = what;
    notice.tell(`${what} ${losses(shared)}`);
  };
  const keep = async () => {
    load = await keepOffline({
      kept: () => say(kept, "Kept in this browser: it opens without a network, too."),
      notKept: (why) => say(kept, why),
      waiting: () => tell(NEW),
      replaced: () => tell(ELSEWHERE),
    });
  };
  const mend = () => news && notice.mend(`${news} ${losses(shared)}`);
  shared.state.follow(mend);
  shared.written.follow(mend); // a run at rest stands in the address a moment later
  takeWaitingVersion();
  line.on("ready", () => whenIdle(keep));
}

/**
 * What becomes of the run when the page is loaded again: one at rest stands in the address.
 * @param {import("../../state/page-state.js").Shared} shared
 */
function losses({ frame, state }) {
  if (!frame.value?.iteration) return "Loading it loses nothing.";
  if (state.value === "running")
    return "Loading it ends this run: pause first, and it trains back to where you are.";
  if (location.hash) return "Once loaded, it trains back to where you are.";
  return "Loading it ends this run: save the network first if you want to keep it.";
}

/** @param {() => void} work */
function whenIdle(work) {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 5_000 });
  else setTimeout(work, 1_000);
}
