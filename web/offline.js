// @ts-check
/**
 * The page's only acquaintance with its service worker: has the page kept for use without a
 * network, and hears of new versions. Nothing here is needed: where the browser has no service
 * workers or forbids them, as in some private windows, the page goes on without.
 *
 * @typedef {object} Told
 * @property {() => void} kept  everything is here: the page opens without a network from now on
 * @property {() => void} notKept  this browser does not allow it, or has no room
 * @property {() => void} waiting  a new version is here, whole, and waits
 * @property {() => void} replaced  another tab has let a new version in
 */

const SCRIPT = "./service-worker.js";
const OFTEN_ENOUGH = 3_600_000; // milliseconds between two looks for a new version

const container = () => (isSecureContext ? navigator.serviceWorker : undefined);

/**
 * Keep the page; to be called when it has started, so that it does not wait for this.
 * @param {Told} told
 * @returns {Promise<() => void>}  lets the version that waits in, and loads the page again
 */
export async function keepOffline(told) {
  try {
    const { Workbox } = await import("./vendor/workbox-window.js");
    const workbox = new Workbox(SCRIPT);
    hearOf(workbox, told);
    await workbox.register();
    lookAgain(() => workbox.update().catch(() => {})); // without a network there is nothing new
    return () => {
      container()?.addEventListener("controllerchange", () => location.reload());
      workbox.messageSkipWaiting();
    };
  } catch {
    told.notKept();
    return () => location.reload();
  }
}

/** Somebody who loads the page again wants the newest version: take the one that waits, if any. */
export async function takeWaitingVersion() {
  const [visit] = performance.getEntriesByType("navigation");
  if (/** @type {PerformanceNavigationTiming} */ (visit)?.type !== "reload") return;
  const registration = await container()
    ?.getRegistration()
    .catch(() => undefined);
  if (!registration?.waiting) return;
  container()?.addEventListener("controllerchange", () => location.reload());
  registration.waiting.postMessage({ type: "SKIP_WAITING" });
}

/**
 * @param {import("workbox-window").Workbox} workbox
 * @param {Told} told
 */
function hearOf(workbox, told) {
  let controlled = Boolean(container()?.controller);
  workbox.active.then(told.kept);
  workbox.addEventListener("redundant", () => container()?.controller || told.notKept());
  workbox.addEventListener("waiting", told.waiting);
  workbox.addEventListener("controlling", () => {
    if (controlled) told.replaced();
    controlled = true;
  });
}

/** @param {() => void} look */
function lookAgain(look) {
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - last < OFTEN_ENOUGH) return;
    last = Date.now();
    look();
  });
}
