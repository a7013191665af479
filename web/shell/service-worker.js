// @ts-check
/**
 * Keeps the whole page for use without a network. build.py puts Workbox and the list of all files,
 * with their digests, in front of this script (builder/offline.py): one file says what a version is.
 *
 * All files of a version are fetched before it counts, and a file that is not the one on the list
 * ends the attempt: there is never half of each. A new version waits until no tab shows the old
 * one, or until the visitor asks for it.
 *
 * @typedef {{request: Request}} Asked
 * @typedef {{url: string, integrity: string}} Listed  a file of the page
 * @typedef {Object} Workbox  What is used of it.
 * @property {{setCacheNameDetails: (names: {prefix: string}) => void, clientsClaim: () => void,
 *   cacheNames: {precache: string}}} core
 * @property {{cleanupOutdatedCaches: () => void, getCacheKeyForURL: (url: string) => string,
 *   addPlugins: (plugins: {requestWillFetch: (asked: Asked) => Promise<Request>}[]) => void,
 *   precacheAndRoute: (files: Listed[], options: {ignoreURLParametersMatching: RegExp[]}) => void,
 * }} precaching
 * @property {{registerRoute: (isMeant: (asked: Asked) => unknown,
 *   answer: (asked: Asked) => Promise<Response>) => void}} routing
 * @typedef {{workbox: Workbox, FILES: Listed[], skipWaiting: () => void,
 *   addEventListener: (kind: "message", hear: (event: MessageEvent) => void) => void}} Scope
 */
{
  const worker = /** @type {Scope} */ (/** @type {unknown} */ (self));
  const { core, precaching, routing } = worker.workbox;

  core.setCacheNameDetails({ prefix: "binadd" });
  core.clientsClaim(); // so that the first visit's tab, too, hears of a new version
  precaching.cleanupOutdatedCaches();

  // What the browser has from loading the page is asked about, but not fetched twice.
  const ask = async (/** @type {Asked} */ { request }) =>
    new Request(request, { cache: "no-cache" });
  precaching.addPlugins([{ requestWillFetch: ask }]);

  // A page that finds a file damaged asks for it afresh (file-check.js): then what is kept is damaged.
  const isAfresh = (/** @type {Asked} */ { request }) =>
    request.cache === "reload" &&
    request.mode !== "navigate" &&
    precaching.getCacheKeyForURL(request.url);
  routing.registerRoute(isAfresh, async ({ request }) => {
    const key = precaching.getCacheKeyForURL(request.url);
    const listed = worker.FILES.find(({ url }) => new URL(url, location.href).href === request.url);
    const answer = await fetch(request.url, { cache: "reload", integrity: listed?.integrity });
    const kept = await caches.open(core.cacheNames.precache);
    await kept.put(key, answer.clone());
    return answer;
  });

  // The editor comes when somebody edits, and is kept from then on: its name holds its digest.
  const isEditor = (/** @type {Asked} */ { request }) =>
    /\/python-editor-\w+\.js$/.test(new URL(request.url).pathname);
  routing.registerRoute(isEditor, async ({ request }) => {
    const editors = await caches.open("binadd-editor");
    const kept = await editors.match(request);
    if (kept) return kept;
    const answer = await fetch(request);
    for (const old of answer.ok ? await editors.keys() : []) await editors.delete(old);
    if (answer.ok) await editors.put(request, answer.clone());
    return answer;
  });

  // `?embed=...` and the like are the page's own affair: the file is the same.
  precaching.precacheAndRoute(worker.FILES, { ignoreURLParametersMatching: [/./] });

  worker.addEventListener("message", ({ data }) => {
    if (data?.type === "SKIP_WAITING") worker.skipWaiting();
  });
}
