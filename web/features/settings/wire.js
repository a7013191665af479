// @ts-check
/** The settings: to the worker, and as it has taken them. */

import { SettingsForm } from "./settings-form.js";

/**
 * The form asks for a run, a link too; the worker begins it or refuses.
 * @param {import("../../state/actions.js").Given} given
 */
export function wire({ line, state: shared, actions, root }) {
  const untouched = () => shared.state.value === "ready" && shared.frame.value?.iteration === 0;
  const goBack = () => {
    shared.attention.get("train")?.(); // the button that was pressed goes
    actions.goBack();
  };
  const typed = (/** @type {import("./settings-form.js").Texts} */ texts) =>
    shared.typed.set(texts);
  const form = new SettingsForm(root, { reset: actions.reset, typed, goBack }, untouched);
  line.on("ready", ({ limits, presets }) => form.offer(limits, presets));
  line.on("run", (run) => form.accept(run));
  shared.request.follow((request) => request && form.expect(request));
}
