// @ts-check
/**
 * An editor of Python: CodeMirror, in a shadow root, where its styles keep to the page's strict policy.
 * It comes when somebody edits (own-code.js), and is the only module that knows CodeMirror.
 *
 * @typedef {Record<string, string>} Roles  what the network's names stand for, by name
 * @typedef {object} Wanted
 * @property {string} text
 * @property {number} at  where the cursor stands in it
 * @property {string} name  what a screen reader calls the field
 * @property {Roles} roles
 * @property {(text: string) => void} changed  by the visitor, or by `put`
 * @property {(line: number) => void} moved  the cursor is in another line, counted from 1
 */

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  keymap,
  lineNumbers,
  MatchDecorator,
  ViewPlugin,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";

// The page's own roles of colour: a shadow root inherits its variables, and nothing else of it.
const ROLES = ["input", "memory", "output", "blame"];
const LOOKS = EditorView.theme({
  "&": { height: "100%", fontSize: "inherit", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" }, // the frame around it shows it
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit" },
  ".cm-content": { caretColor: "var(--ink)", padding: "var(--s2) 0" },
  ".cm-gutters": { color: "var(--muted)", backgroundColor: "transparent", border: "0" },
  ".cm-matchingBracket": { backgroundColor: "var(--well)", outline: "1px solid var(--edge)" },
  ".cm-nonmatchingBracket": { color: "var(--wrong)", outline: "1px dashed var(--wrong)" },
  ".of-truth": { fontWeight: "700" },
  ...Object.fromEntries(ROLES.map((role) => [`.of-${role}`, { color: `var(--${role})` }])),
});
const WORDS = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword, tags.controlKeyword], fontWeight: "650" },
  { tag: tags.function(tags.definition(tags.variableName)), fontWeight: "700" },
  { tag: [tags.comment, tags.string], color: "var(--muted)" },
]);

export class PythonEditor {
  #view;

  /**
   * @param {Element} place  an empty element
   * @param {Wanted} wanted
   */
  constructor(place, wanted) {
    const root = place.attachShadow({ mode: "open" });
    const { text: doc, at: anchor } = wanted;
    const state = EditorState.create({
      doc,
      selection: { anchor },
      extensions: extensions(wanted),
    });
    this.#view = new EditorView({ root, parent: root, state });
    // What is typed here is for nobody else; with Alt, views are changed.
    place.addEventListener("keydown", (event) => {
      if (event instanceof KeyboardEvent && !event.altKey) event.stopPropagation();
    });
  }

  /** Put another text in the place of all, which can be undone. @param {string} text */
  put(text) {
    const { length } = this.#view.state.doc;
    this.#view.dispatch({
      changes: { from: 0, to: length, insert: text },
      selection: { anchor: 0 },
    });
  }

  focus() {
    this.#view.focus();
  }

  /** Have a line in sight, and chosen. @param {number} number  from 1 */
  goTo(number) {
    const { doc } = this.#view.state;
    const { from, to } = doc.line(Math.min(Math.max(1, number), doc.lines));
    const effects = EditorView.scrollIntoView(from, { y: "center" });
    this.#view.dispatch({ selection: { anchor: from, head: to }, effects });
    this.focus();
  }
}

/** Tab is left out on purpose: it leaves the field, as it leaves every other. @param {Wanted} wanted */
const extensions = ({ name, roles, changed, moved }) => [
  ...[lineNumbers(), history(), bracketMatching(), closeBrackets(), indentOnInput()],
  ...[indentUnit.of("    "), EditorState.tabSize.of(4), python()],
  ...[syntaxHighlighting(WORDS), rolesOf(roles), LOOKS],
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
  EditorView.contentAttributes.of({
    "aria-label": name,
    tabindex: "0",
    dir: "ltr",
    translate: "no",
  }),
  EditorView.domEventHandlers({ beforeinput: writeOver }),
  EditorView.updateListener.of(({ docChanged, state, startState }) => {
    if (docChanged) changed(state.doc.toString());
    const [is, was] = [state, startState].map(lineOf);
    if (is !== was) moved(is);
  }),
];

/**
 * Where letters replace others, Chromium would write the look of those into the document as a style,
 * which the page's policy refuses. So the editor is told of the letters instead.
 * @param {InputEvent} event
 * @param {EditorView} view
 */
function writeOver({ inputType, data }, view) {
  const { state, composing } = view;
  const { from, to, empty } = state.selection.main;
  if (inputType !== "insertText" || !data || empty || composing) return false;
  const how = { userEvent: "input.type", scrollIntoView: true };
  const typed = () => state.update(state.replaceSelection(data), how);
  const handlers = state.facet(EditorView.inputHandler); // such as that which closes brackets
  if (!handlers.some((handle) => handle(view, from, to, data, typed))) view.dispatch(typed());
  return true;
}

/** @param {EditorState} state */
const lineOf = ({ doc, selection }) => doc.lineAt(selection.main.head).number;

/** The network's names, in the colours that they have everywhere. @param {Roles} roles */
function rolesOf(roles) {
  const names = new MatchDecorator({
    regexp: new RegExp(`\\b(${Object.keys(roles).join("|")})\\b`, "g"),
    decoration: ([name]) => Decoration.mark({ class: `of-${roles[name]}` }),
  });
  return ViewPlugin.define(
    (view) => ({
      marks: names.createDeco(view),
      update(update) {
        this.marks = names.updateDeco(update, this.marks);
      },
    }),
    { decorations: ({ marks }) => marks },
  );
}
