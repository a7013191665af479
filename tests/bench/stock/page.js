// The yardstick of starting: nothing but a worker that imports NumPy, as anybody would write it.
new Worker("./worker.js", { type: "module" }).onmessage = ({ data: { stage, at } }) => {
  performance.mark(`boot: ${stage}`, { startTime: at - performance.timeOrigin });
  if (stage === "ready") document.documentElement.dataset.state = "ready";
};
