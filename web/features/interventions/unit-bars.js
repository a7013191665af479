// @ts-check
/** A bar for every hidden unit: how many sums are right without it. Pressing one silences it. */

import { make, say } from "../../drawing/dom.js";
import { percent } from "../../drawing/format.js";

export class LesionBars {
  #group;
  #choose;
  /** @type {{label: HTMLElement, radio: HTMLInputElement}[]} */
  #units = [];

  /**
   * @param {HTMLElement} group
   * @param {(unit: number) => void} choose
   */
  constructor(group, choose) {
    this.#group = group;
    this.#choose = choose;
  }

  /** @param {number} hidden */
  resize(hidden) {
    this.#units = Array.from({ length: hidden }, (_, unit) => this.#bar(unit));
    this.#group.replaceChildren(...this.#units.map(({ label }) => label));
    this.update(null);
  }

  /** @param {Float64Array | null} exact  share of sums right without each; null: not known */
  update(exact) {
    for (const [unit, { label, radio }] of this.#units.entries()) {
      const words = exact ? `${percent(exact[unit])} right without it` : "not measured";
      radio.ariaLabel = `Silence unit ${unit}: ${words}`;
      label.title = `Unit ${unit}: ${words}`;
      label.style.setProperty("--share", exact ? exact[unit].toFixed(4) : "0");
    }
  }

  /** @param {number | undefined} silenced */
  mark(silenced) {
    for (const [unit, { radio }] of this.#units.entries()) radio.checked = unit === silenced;
  }

  /** @param {number} unit */
  #bar(unit) {
    const label = make("label", "lesion");
    const radio = label.appendChild(make("input"));
    Object.assign(radio, { type: "radio", name: "silenced" });
    radio.addEventListener("change", () => this.#choose(unit));
    label.append(make("i"));
    say(label.appendChild(make("span")), String(unit));
    return { label, radio };
  }
}
