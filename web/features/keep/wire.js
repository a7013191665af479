// @ts-check
/** What a visitor keeps, sends or takes along: links, files, a table, a picture, a program. */

import { closed, count, percent, plural } from "../../drawing/format.js";
import { keepPanel } from "./keep.js";
import { drawAll } from "../../drawing/when-visible.js";
import { picture } from "../../drawing/export-picture.js";
import { painted } from "../../drawing/yield-to-browser.js";
import { measuredByNow } from "../../state/page-state.js";
import { saveAs } from "../../drawing/save-as.js";

/**
 * @typedef {import("../../runtime/worker-line.js").Line} Line
 * @typedef {import("../../state/page-state.js").Shared} Shared
 * @typedef {import("../../runtime/refusal.js").Refusal} Refusal
 */

const LARGEST = 1_000_000; // bytes of a file worth sending to Python, which refuses far smaller ones

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state: shared, actions, root }) {
  const sheet = root.find("keep-panel", HTMLDialogElement);
  root.find("open-keep", HTMLButtonElement).addEventListener("click", () => sheet.showModal());
  const table = tableMaker(line, () => panel);

  const panel = keepPanel(root, {
    copyLink() {
      const link = actions.link();
      if (link) panel.copy(link, `Copied. ${opens(shared)}`);
      else panel.refuse("A network from a file has no short link. Save it as a file again.");
    },
    async copyTrained() {
      const { text, refusal } = await save(line);
      if (!text) return panel.refuse(`No link was made: ${closed(refusal)}`);
      const link = `${location.href.split("#")[0]}#net=${text}`;
      panel.copy(link, `Copied: ${count(link.length)} characters, weights rounded to 32 bits.`);
    },
    async saveFile() {
      const { file, refusal } = await save(line);
      if (!file) return panel.refuse(`Nothing was saved: ${closed(refusal)}`);
      saveAs("network.npz", file, "application/octet-stream");
      panel.tell("Saved: network.npz holds the settings and every weight, exact.");
    },
    async loadFile(file) {
      if (file.size > LARGEST) return panel.refuse(`${file.name} is too large to be a network.`);
      const content = new Uint8Array(await file.arrayBuffer());
      await actions.load(content).then(
        ({ iteration }) =>
          panel.tell(`Loaded ${file.name}, ${plural(iteration, "iteration")} trained.`),
        (/** @type {Refusal} */ { message }) =>
          panel.refuse(`${file.name} was not loaded: ${closed(message)} Nothing has changed.`),
      );
    },
    table: table.make,
    cancel: table.cancel,
    async picture() {
      actions.enter("learning"); // where the charts are
      await painted();
      panel.tell(await savePicture(shared));
    },
    program: () => saveProgram(line).then(panel.tell, (error) => panel.refuse(error.message)),
  });
  line.on("ready", () => panel.enable(true));
  line.on("failed", () => panel.enable(false));
  shared.run.follow(() => panel.forgetLink());
}

/**
 * The table takes as long as the run took: it tells how far it is, and can be stopped.
 * @param {Line} line
 * @param {() => ReturnType<typeof keepPanel>} panel
 */
function tableMaker(line, panel) {
  let stop = () => {};

  async function make() {
    const { tell, refuse, progress } = panel();
    const asked = line.ask({ about: "history" }, progress);
    const end = (/** @type {(text: string) => void} */ say, /** @type {string} */ text) => {
      progress(null);
      say(text);
    };
    stop = () => {
      asked.cancel();
      end(tell, "Stopped: no table was made.");
    };
    tell("");
    progress(0);
    try {
      const { csv, iterations } = await asked.answer;
      saveAs("training.csv", csv, "text/csv");
      end(tell, `Saved: training.csv holds ${plural(iterations, "iteration")}.`);
    } catch (error) {
      end(refuse, /** @type {Error} */ (error).message);
    }
  }

  return { make, cancel: () => stop() };
}

/** @param {Line} line */
async function saveProgram(line) {
  const { text } = await line.ask({ about: "script" }).answer;
  saveAs("learn_to_add.py", text, "text/x-python");
  return "Saved: run it with “python learn_to_add.py”; it needs Python 3.9 or newer, and NumPy.";
}

/**
 * The network as it is now; what cannot be made of it is null.
 * @param {Line} line
 */
const save = (line) =>
  line.ask({ about: "save" }).answer.catch((/** @type {Refusal} */ { message }) => ({
    text: null,
    file: null,
    refusal: message,
  }));

/** @param {Shared} shared */
function opens({ frame }) {
  const { iteration = 0 } = frame.value ?? {};
  return iteration
    ? `It opens this very run, trained to iteration ${count(iteration)}.`
    : "It opens this very run, before its first iteration.";
}

/** @param {Shared} shared */
async function savePicture(shared) {
  const { run, frame, pictures } = shared;
  const { bits, hidden, alpha, seed } = run.value ?? {};
  const newest = measuredByNow(shared);
  const share =
    newest && `; after ${count(newest.iteration)}, ${percent(newest.exact)} of all sums right`;
  drawAll();
  const canvases = [...pictures.values()].flatMap((drawn) => [...drawn()]);
  const content = await picture(canvases, {
    title: document.title,
    caption: `${count(frame.value?.iteration ?? 0)} iterations${share ?? ""}`,
    note: `${bits} bits, ${hidden} hidden units, learning rate ${alpha}, seed ${seed}`,
  });
  saveAs("training.png", content, "image/png");
  return "Saved: training.png shows the charts as they stand.";
}
