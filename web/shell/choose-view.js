// @ts-check
/**
 * What is shown of the page, decided before the first paint: that is why this script is not a
 * module. `?embed=grid,trace` shows these panels alone, for a frame in another page: the document
 * element has `data-view`, and in `data-shown` the panels' names. Otherwise it has `data-shows`, the
 * Story, the Lab or the Code (`?view=code`), `data-chapter` (`?chapter=2`) and `data-room`
 * (`?room=memory`); `?stage` is the Story, and `data-view` says so. A panel's names
 * stand in its `data-panel`.
 */
{
  const WAYS = ["story", "lab", "code"];
  const ROOMS = ["learning", "memory", "proof", "experiments"];
  const given = new URLSearchParams(location.search);
  const view = ["stage", "embed"].find((name) => given.has(name));

  /** The panels of a frame. */
  function choose() {
    const names = (given.get("embed") ?? "").toLowerCase().split(/[\s,]+/);
    document.documentElement.dataset.shown = names.filter(Boolean).join(" ");
  }

  /** The Story, the Lab or the Code: as asked for, or where what is asked for is, or as chosen last. */
  function way() {
    const asked = given.get("view") ?? "";
    if (view) return "story"; // on a stage
    if (WAYS.includes(asked)) return asked;
    if (given.has("chapter")) return "story";
    if (given.has("room") || location.hash.length > 1) return "lab";
    try {
      const last = localStorage.getItem("view") ?? "";
      return WAYS.includes(last) ? last : "story";
    } catch {
      return "story"; // no storage here
    }
  }

  /** As it is asked for, if there is such a chapter; the page says how many there are. */
  function chapter() {
    const asked = given.get("chapter") ?? "";
    const isOne = /^[1-9]\d*$/.test(asked);
    return isOne && Number(asked) <= Number(document.documentElement.dataset.chapters)
      ? asked
      : "1";
  }

  /** What nobody has opened waits in templates, where it costs nothing. @param {string} [place] */
  function bring(place) {
    for (const each of document.querySelectorAll("template")) {
      if (each.dataset.until === place) each.replaceWith(each.content);
    }
  }

  /** In a frame any panel can be asked for. */
  function bringRooms() {
    for (const room of ROOMS) bring(room);
  }

  /** The page is there, and none of its other scripts: say where one is, and show what is there. */
  function mark() {
    const { shows, room, chapter } = document.documentElement.dataset;
    for (const place of [shows, room, chapter]) bring(place);
    for (const way of document.querySelectorAll(".views a, .rooms a")) {
      const to = /** @type {HTMLElement} */ (way).dataset.to;
      if (to === shows || to === room) way.setAttribute("aria-current", "page");
      else way.removeAttribute("aria-current");
    }
  }

  /** Loaded again, it is there again, also when a run stands behind "#". @param {string} shows */
  function stay(shows) {
    if (view || given.has("view") || location.protocol === "file:") return;
    const search = `${location.search ? `${location.search}&` : "?"}view=${shows}`;
    history.replaceState(history.state, "", location.pathname + search + location.hash);
  }

  /** A failure stands in the grid's place, and must be seen whatever was chosen. */
  function hideTheRest() {
    const names = (document.documentElement.dataset.shown ?? "").split(" ");
    const named = names.filter((name) => /^[a-z][a-z-]*$/.test(name));
    const kept = [".deck, .guide", ...named.map((name) => `[data-panel~="${name}"]`)].join(", ");
    const fine = ".instrument:not(:has(#failure:not([hidden])))";
    const failed = ".instrument:has(#failure:not([hidden]))";
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :root[data-view] ${fine} > :not(${kept}),
      :root[data-view] ${failed} > :not(.deck, .grid-panel) { display: none; }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  /** The Story stands first in the page, and need not wait for what comes after its first chapter. */
  function paintEarly() {
    if (chapter() !== "1") return;
    const waits = /** @type {HTMLLinkElement | null} */ (document.querySelector("[rel=expect]"));
    if (waits) waits.href = "#story-next";
  }

  /** Neither browser-check.js nor start.js has come: the page says so as if there were no script. */
  function tellIfAlone() {
    const { dataset } = document.documentElement;
    if (!("checked" in dataset) && !("started" in dataset)) delete dataset.theme;
  }

  /** What start.js needs need not wait until it has come; but the first paint goes before it. */
  function askForModules() {
    const named = /** @type {HTMLMetaElement} */ (document.querySelector("[name=modules]"));
    for (const name of named.content.split(" ")) {
      const link = document.createElement("link");
      document.head.append(Object.assign(link, { rel: "modulepreload", href: `./${name}` }));
    }
  }

  requestAnimationFrame(() => setTimeout(askForModules));
  document.addEventListener("DOMContentLoaded", tellIfAlone);
  addEventListener("wanted", (event) => bring(/** @type {CustomEvent<string>} */ (event).detail));
  if (view) document.documentElement.dataset.view = view;
  if (view !== "embed") {
    const asked = given.get("room") ?? "";
    document.documentElement.dataset.room = ROOMS.includes(asked) ? asked : ROOMS[0];
    document.documentElement.dataset.shows = way();
    if (document.documentElement.dataset.shows === "story") paintEarly();
    if (document.documentElement.dataset.shows !== "lab")
      stay(document.documentElement.dataset.shows);
    document.addEventListener("readystatechange", mark, { once: true });
    document.documentElement.dataset.chapter = chapter();
  } else {
    choose();
    hideTheRest();
    document.addEventListener("readystatechange", bringRooms, { once: true });
  }
}
