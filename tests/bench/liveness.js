// Evaluated in the page: counts frames and changes, notes long tasks, and times clicks from the
// moment that the browser felt them until the page shows their effect.
() => {
  const root = document.documentElement;
  const seen = { frames: 0, changes: 0, longTasks: [], pause: [], add: [] };
  let clicked = { id: "", at: 0 };

  const frame = () => {
    seen.frames += 1;
    requestAnimationFrame(frame);
  };
  const answer = (id) => {
    if (clicked.id !== id) return;
    seen[id].push(performance.now() - clicked.at);
    clicked = { id: "", at: 0 };
  };
  const observe = (id, options, callback) =>
    new MutationObserver(callback).observe(id ? document.getElementById(id) : root, options);

  addEventListener(
    "click",
    (event) => {
      clicked = { id: event.target.id, at: event.timeStamp };
    },
    { capture: true },
  );
  observe("", { attributeFilter: ["data-state"] }, () => {
    if (root.dataset.state === "paused") answer("pause");
  });
  observe("", { attributeFilter: ["data-iteration"] }, () => {
    seen.changes += 1;
  });
  observe("adder-question", { childList: true, characterData: true, subtree: true }, () =>
    answer("add"),
  );
  new PerformanceObserver((list) => {
    seen.longTasks.push(...list.getEntries().map((entry) => entry.duration));
  }).observe({ type: "longtask" });
  requestAnimationFrame(frame);
  window.seen = seen;
}
