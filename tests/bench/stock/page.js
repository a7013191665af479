// The yardstick of starting: nothing but a worker that imports NumPy, as anybody would write it.
new Worker("./worker.js", { type: "module" }).onmessage = () => {
  document.documentElement.dataset.state = "ready";
};
