// @ts-check
/**
 * The visitor's text. It is edited in a plain field, and as soon as an editor has come, in that; where
 * none comes the field goes on. The field holds the text in either case.
 *
 * @typedef {import("./python-editor.js").PythonEditor} PythonEditor
 */

import { say } from "../../drawing/dom.js";

export class OwnCode {
  #root;
  #field;
  #changed;
  /** @type {PythonEditor | undefined} */
  #editor;
  #asked = false;

  /**
   * @param {import("../../drawing/root.js").Root} root
   * @param {() => void} changed  whoever did it
   */
  constructor(root, changed) {
    this.#root = root;
    this.#field = root.find("own-code", HTMLTextAreaElement);
    this.#changed = changed;
    this.#field.addEventListener("input", changed);
  }

  get ours() {
    return this.#field.defaultValue;
  }

  get text() {
    return this.#field.value;
  }

  set text(text) {
    this.#field.value = text;
    this.#editor?.put(text);
    this.#changed();
  }

  /** Somebody edits: the editor comes. */
  open() {
    if (this.#asked) return;
    this.#asked = true;
    import("./python-editor.js")
      .then((module) => this.#take(module))
      .catch(() => {
        this.#asked = false; // perhaps it comes the next time
        this.#tell("The editor did not arrive, so this is a plain field.");
      });
  }

  focus() {
    (this.#editor ?? this.#field).focus();
  }

  /** Have a line in sight, and chosen. @param {number} line  from 1 */
  goTo(line) {
    if (this.#editor) return this.#editor.goTo(line);
    const lines = this.text.split("\n");
    const from = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    this.#field.focus();
    this.#field.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
    this.#field.scrollTop = (this.#field.scrollHeight / lines.length) * Math.max(0, line - 6);
  }

  /** @param {typeof import("./python-editor.js")} module */
  #take({ PythonEditor }) {
    const place = this.#root.find("own-editor", HTMLElement);
    const field = this.#field;
    const hadFocus = document.activeElement === field;
    this.#editor = new PythonEditor(place, {
      text: field.value,
      at: field.selectionStart,
      name: field.labels[0]?.textContent ?? "",
      roles: JSON.parse(field.dataset.roles ?? "{}"),
      changed: (text) => {
        if (text === field.value) return;
        field.value = text;
        this.#changed();
      },
      moved: (line) => this.#tell(`Line ${line}`),
    });
    place.hidden = false;
    field.hidden = true;
    if (hadFocus) this.#editor.focus();
  }

  /** @param {string} words */
  #tell(words) {
    say(this.#root.find("own-code-line", HTMLElement), words);
  }
}
