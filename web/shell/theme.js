// @ts-check
/**
 * Light or dark, decided before the first paint: that is why this script is not a module. It says
 * `data-theme` on the document element, hears "themechoice" and tells "themechange".
 */
{
  const system = matchMedia("(prefers-color-scheme: dark)");
  /** @type {NodeListOf<HTMLMetaElement>} */
  const bars = document.querySelectorAll('meta[name="theme-color"]'); // light, then dark
  const colours = Array.from(bars, ({ content }) => content);
  let choice = "system";
  try {
    choice = localStorage.getItem("theme") ?? choice;
  } catch {} // no storage here: the choice lasts as long as the page

  const show = (/** @type {string} */ theme) => {
    document.documentElement.dataset.theme = theme;
    for (const bar of bars) bar.content = colours[theme === "dark" ? 1 : 0]; // around the page
    dispatchEvent(new Event("themechange"));
  };

  const apply = () => {
    const chosen = choice === "light" || choice === "dark";
    document.documentElement.dataset.themeChoice = chosen ? choice : "system";
    show(chosen ? choice : system.matches ? "dark" : "light");
  };

  apply();
  addEventListener("beforeprint", () => show("light")); // paper is white
  addEventListener("afterprint", apply);
  system.addEventListener("change", apply);
  addEventListener("themechoice", (event) => {
    choice = /** @type {CustomEvent<string>} */ (event).detail;
    try {
      localStorage.setItem("theme", choice);
    } catch {}
    apply();
  });
}
