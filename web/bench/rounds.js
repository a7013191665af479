// @ts-check
/**
 * Round after round: all ways in Python's worker, then the yardstick in its own, each while the
 * other has nothing to do. The first rounds do not count: WebAssembly runs at its full speed only
 * when the browser has compiled anew what is called most.
 *
 * @typedef {import("../runtime/messages.js").Bench} Bench
 * @typedef {Bench["rows"][number]} Row
 * @typedef {{deviation: number, perSecond: number}} Yard
 * @typedef {Bench["milestones"]} Milestones
 * @typedef {{rows: Row[], milestones: Milestones, deviation: number, examples: number}} Report
 *   deviation: of the yardstick's errors from Python's, the largest of so many examples
 */

const WARM_UP = 6; // rounds
const COUNTED = 7;

/**
 * @param {() => Promise<Bench>} askPython  for one round
 * @param {(share: number) => void} progress
 * @returns {Promise<Report>}
 */
export async function measure(askPython, progress) {
  const worker = new Worker(new URL("./yardstick-worker.js", import.meta.url), { type: "module" });
  const rounds = [];
  /** @type {Milestones[]} */
  const reached = [];
  let [deviation, examples] = [0, 0];
  for (let done = 1; done <= WARM_UP + COUNTED; done++) {
    const { rows, sample, milestones } = await askPython();
    const yard = await askYardstick(worker, sample);
    if (done > WARM_UP) {
      rounds.push([...rows, rowOf(yard, rows[0])]);
      reached.push(milestones);
    }
    deviation = yard.deviation;
    examples = sample.errors.length;
    progress(done / (WARM_UP + COUNTED));
  }
  worker.terminate();
  const milestones = {
    allPairs: median(reached.map(({ allPairs }) => allPairs)),
    untilProved: median(reached.map(({ untilProved }) => untilProved)),
  };
  return { rows: medians(rounds), milestones, deviation, examples };
}

/**
 * @param {Worker} worker
 * @param {Bench["sample"]} sample
 * @returns {Promise<Yard>}
 */
function askYardstick(worker, sample) {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(sample);
  });
}

/**
 * @param {Yard} yard
 * @param {Row} first
 * @returns {Row}
 */
const rowOf = ({ perSecond }, first) => ({
  name: "hand-written JavaScript",
  perSecond,
  ratio: perSecond / first.perSecond,
});

/** @param {Row[][]} rounds */
function medians(rounds) {
  return rounds[0].map(({ name }, place) => ({
    name,
    perSecond: median(rounds.map((rows) => rows[place].perSecond)),
    ratio: median(rounds.map((rows) => rows[place].ratio)),
  }));
}

/** @param {number[]} numbers  an odd number of them */
const median = (numbers) => numbers.sort((a, b) => a - b)[(numbers.length - 1) / 2];
