import assert from "node:assert/strict";
import { test } from "node:test";
import { isOfPictures, Place } from "./stand-in.js";

const READY = /** @type {const} */ ({ type: "rewound", generation: 1, iteration: 0 });

/** A stand-in that takes every command, and stays if it is watched. */
function standIn(watched = true) {
  const it = { stopped: 0, takes: () => true, stays: () => watched, stop: () => void it.stopped++ };
  return it;
}

test("while a stand-in stays, what the worker tells is held, and told when it goes", () => {
  const [place, played] = [new Place(), standIn()];
  place.give(played);
  assert.equal(place.clear(), null); // the worker is not ready
  assert.equal(place.hold(), true);
  assert.equal(place.lets(READY, null), false);
  assert.equal(place.lets({ type: "failed", reason: "", detail: "" }, null), true); // never held
  assert.deepEqual(place.clear(), [READY]);
  assert.equal(played.stopped, 1);
  assert.equal(place.clear(), null); // the worker has taken over
  assert.equal(place.lets(READY, null), true);
});

test("a stand-in is heard and takes commands until it has gone", () => {
  const [place, played] = [new Place(), standIn(false)];
  place.give(played);
  assert.equal(place.isTaken && place.lets(READY, played), true);
  assert.equal(place.takes({ type: "train" }), true);
  assert.equal(place.hold(), false); // nobody watches
  place.clear();
  assert.equal(place.isTaken || place.lets(READY, played), false);
  assert.equal(place.takes({ type: "train" }), false);
});

test("a stand-in goes only for what is meant for the network itself", () => {
  assert.equal(isOfPictures({ type: "take" }), true);
  assert.equal(isOfPictures({ type: "ask", id: 1, about: "weights" }), true);
  assert.equal(isOfPictures({ type: "ask", id: 1, about: "proof" }), false);
  assert.equal(isOfPictures({ type: "train" }), false);
});
