// @ts-check
/**
 * The page's only acquaintance with its service worker: has the page kept for use without a
 * network, and hears of new versions. Nothing here is needed: where the browser has no service
 * workers or forbids them, as in some private windows, the page goes on without.
 *
 * @typedef {object} Told
 * @property {() => void} kept  everything is here: the page opens without a network from now on
 * @property {(why: string) => void} notKept  why not, in a sentence
 * @property {() => void} waiting  a new version is here, whole, and waits
 * @property {() => void} replaced  another tab has let a new version in
 */

const SCRIPT = "./service-worker.js";
const UNABLE = "This browser cannot keep the page for use without a network.";
const UNASKED = "Not kept for use without a network: build.py serve does that with --offline only.";
const OFTEN_ENOUGH = 3_600_000; // milliseconds between two looks for a new version

const { serviceWorker } = navigator; // undefined where there are none

/**
 * Keep the page; to be called when it has started, so that it does not wait for this.
 * @param {Told} told
 * @returns {Promise<() => void>}  loads the page again, in the version that waits if there is one
 */
export async function keepOffline(told) {
  if (document.documentElement.dataset.offline === "off") {
    told.notKept(UNASKED); // builder/unkept.py has put the mark there
    return () => location.reload();
  }
  try {
    const registration = await serviceWorker.register(SCRIPT);
    hearOfVersions(registration, told);
    lookAgain(registration);
    return hearOfTheSwitch(registration, told);
  } catch {
    told.notKept(UNABLE);
    return () => location.reload();
  }
}

/** Somebody who loads the page again wants the newest version: take the one that waits, if any. */
export async function takeWaitingVersion() {
  const [visit] = performance.getEntriesByType("navigation");
  if (/** @type {PerformanceNavigationTiming} */ (visit)?.type !== "reload") return;
  const registration = await serviceWorker?.getRegistration().catch(() => undefined);
  if (!registration?.waiting) return;
  serviceWorker.addEventListener("controllerchange", () => location.reload());
  letIn(registration.waiting);
}

/** @param {ServiceWorker} waiting */
const letIn = (waiting) => waiting.postMessage({ type: "SKIP_WAITING" });

/**
 * @param {ServiceWorkerRegistration} registration
 * @param {Told} told
 */
function hearOfVersions(registration, told) {
  const follow = () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && registration.active) told.waiting();
      if (coming.state === "activated") told.kept();
      if (coming.state === "redundant" && !registration.active) told.notKept(UNABLE);
    });
  };
  if (registration.active) told.kept();
  if (registration.waiting) told.waiting();
  follow();
  registration.addEventListener("updatefound", follow);
}

/**
 * Hear when another version becomes responsible for this page: because it was let in here, which
 * the function returned does, or in another tab. The first of all comes unasked.
 * @param {ServiceWorkerRegistration} registration
 * @param {Told} told
 */
function hearOfTheSwitch(registration, told) {
  let [first, leaving] = [!serviceWorker.controller, false];
  serviceWorker.addEventListener("controllerchange", () => {
    if (leaving) location.reload();
    else if (!first) told.replaced();
    first = false;
  });
  return () => {
    leaving = true;
    if (registration.waiting) letIn(registration.waiting);
    else location.reload();
  };
}

/** @param {ServiceWorkerRegistration} registration */
function lookAgain(registration) {
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - last < OFTEN_ENOUGH) return;
    last = Date.now();
    registration.update().catch(() => {}); // without a network there is nothing new
  });
}
