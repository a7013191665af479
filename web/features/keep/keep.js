// @ts-check
/**
 * Links, files and exports: buttons, the newest link, and one line that says how it went.
 *
 * @typedef {Object} Actions
 * @property {() => void} copyLink
 * @property {() => void} copyTrained
 * @property {() => void} saveFile
 * @property {(file: File) => void} loadFile
 * @property {() => void} table
 * @property {() => void} picture
 * @property {() => void} program
 * @property {() => void} cancel
 */

import { say } from "../../drawing/dom.js";

const BUTTONS = {
  copyLink: "copy-link",
  copyTrained: "copy-trained",
  saveFile: "save-file",
  table: "save-table",
  picture: "save-picture",
  program: "save-program",
  cancel: "cancel-table",
};

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {Actions} actions
 */
export function keepPanel(root, actions) {
  const link = root.find("kept-link", HTMLInputElement);
  const said = root.find("keep-said", HTMLElement);
  const refused = root.find("keep-refused", HTMLElement);
  const progress = root.find("keep-progress", HTMLElement);
  const bar = root.find("keep-bar", HTMLProgressElement);
  const names = /** @type {(keyof typeof BUTTONS)[]} */ (Object.keys(BUTTONS));
  for (const name of names) root.find(BUTTONS[name], HTMLButtonElement).onclick = actions[name];
  wireFile(root, actions.loadFile);
  link.addEventListener("focus", () => link.select());

  /** @param {string} text */
  const tell = (text) => {
    say(refused, "");
    say(said, text);
  };
  return {
    tell,
    /** Another run has begun: the newest link leads elsewhere. */
    forgetLink() {
      link.value = "";
    },
    /** @param {string} text */
    refuse(text) {
      say(said, "");
      say(refused, text);
    },
    /**
     * Copy a link, or leave it selected so that a key press can.
     * @param {string} text
     * @param {string} done  what to say then
     */
    async copy(text, done) {
      link.value = text;
      try {
        await navigator.clipboard.writeText(text);
        tell(done);
      } catch {
        link.focus();
        tell("The link is selected: copy it with the keyboard or the menu.");
      }
    },
    /** @param {number | null} share  of the table that is done; null: none is being made */
    progress(share) {
      progress.classList.toggle("idle", share === null);
      root.find("save-table", HTMLButtonElement).disabled = share !== null;
      bar.value = share ?? 0;
    },
    /** All but the buttons that open and close the sheet. @param {boolean} possible */
    enable(possible) {
      for (const button of root.all(".quiet", HTMLButtonElement)) button.disabled = !possible;
    },
  };
}

/**
 * A button of our own opens the browser's choice of a file; the same file can be chosen twice.
 * @param {import("../../drawing/root.js").Root} root
 * @param {(file: File) => void} load
 */
function wireFile(root, load) {
  const input = root.find("file-to-load", HTMLInputElement);
  root.find("load-file", HTMLButtonElement).onclick = () => input.showPicker();
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) load(file);
    input.value = "";
  });
}
