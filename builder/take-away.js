// What `build.py serve` answers in the place of the page's service worker. A browser that has kept
// the page asks for that script again at every visit, finds this one, and is rid of both: of what
// was kept, and of the service worker, which would answer for whatever is served here later.
self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(takeAway()));

async function takeAway() {
  const own = (await caches.keys()).filter((name) => name.startsWith("binadd"));
  await Promise.all(own.map((name) => caches.delete(name)));
  await self.clients.claim(); // only then may it have the tabs load what is here now
  const tabs = await self.clients.matchAll({ type: "window" });
  await self.registration.unregister();
  await Promise.all(tabs.map((tab) => tab.navigate(tab.url)));
}
