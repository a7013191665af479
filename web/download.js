// @ts-check
/**
 * Fetches Python's big files ahead of the worker: for the loading bar, which thereby counts real
 * bytes, and into the browser's cache, where the worker finds them. It begins when this module is
 * first imported, while the page's other modules are still on their way.
 *
 * @typedef {{loaded: number, total: number}} Bytes  total is 0 until it is known
 */

const FOLDER = "./pyodide/";
const CORE = ["pyodide.asm.wasm", "python_stdlib.zip", "pyodide.asm.mjs"];

// A host that compresses a file tells only its compressed length, so the bar needs the true one.
/** @type {Record<string, number>} */
const UNPACKED = { "pyodide.asm.wasm": 9_596_386, "pyodide.asm.mjs": 1_249_500 };

/** @type {(bytes: Bytes) => void} */
let report = () => {};
const whole = download();
whole.catch(() => {}); // whoever calls downloadRuntime hears of it

/**
 * Hear how far it is; rejects with the name of a file that does not come.
 * @param {(bytes: Bytes) => void} hear
 */
export function downloadRuntime(hear) {
  report = hear;
  return whole;
}

async function download() {
  const answers = (await Promise.all([requestAll(CORE), wheels().then(requestAll)])).flat();
  const total = answers.reduce((sum, { name, answer }) => sum + lengthOf(name, answer), 0);
  let loaded = 0;
  const arrived = (/** @type {number} */ bytes) => {
    loaded += bytes;
    report({ loaded: Math.min(loaded, total), total });
  };
  await Promise.all(answers.map(({ name, answer }) => drain(name, answer, arrived)));
}

/**
 * The names of the packages' files, as Pyodide's lock file has them.
 * @returns {Promise<string[]>}
 */
async function wheels() {
  const { packages } = await (await request("pyodide-lock.json")).json();
  return Object.values(packages).map((entry) => entry.file_name);
}

/** @param {string[]} names */
function requestAll(names) {
  return Promise.all(names.map(async (name) => ({ name, answer: await request(name) })));
}

/** @param {string} name */
async function request(name) {
  const answer = await fetch(FOLDER + name).catch(() => null);
  if (!answer) throw new Error(`there was no answer to the request for ${name}`);
  if (!answer.ok) throw new Error(`the answer to the request for ${name} was ${answer.status}`);
  return answer;
}

/**
 * @param {string} name
 * @param {Response} answer
 */
function lengthOf(name, answer) {
  const compressed = answer.headers.has("content-encoding");
  return (!compressed && Number(answer.headers.get("content-length"))) || (UNPACKED[name] ?? 0);
}

/**
 * Read a body to its end, keeping nothing.
 * @param {string} name
 * @param {Response} answer
 * @param {(bytes: number) => void} arrived
 */
async function drain(name, answer, arrived) {
  const reader = answer.body?.getReader();
  for (;;) {
    const part = await reader?.read().catch(() => {
      throw new Error(`the connection broke off while ${name} was being fetched`);
    });
    if (!part || part.done) return;
    arrived(part.value.length);
  }
}
