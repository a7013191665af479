// Runs the page's yardstick natively: for every sample, a line of JSON, one measurement.
import { createInterface } from "node:readline";
import { deviation, speed } from "../../web/bench/yardstick.js";

function revived({ weights, pairs, errors, ...rest }) {
  const arrays = Object.entries(weights).map(([name, values]) => [name, Float64Array.from(values)]);
  return {
    ...rest,
    weights: Object.fromEntries(arrays),
    pairs: Int32Array.from(pairs),
    errors: Float64Array.from(errors),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const sample = revived(JSON.parse(line));
  console.log(JSON.stringify({ deviation: deviation(sample), perSecond: speed(sample) }));
}
