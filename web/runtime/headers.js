// @ts-check
/** What a host may say wrongly of a file, so that browsers refuse it or cannot read it. */

/** @type {[file: RegExp, right: RegExp, name: string][]} whatever else, browsers take as it comes */
const NEEDED = [
  [/\.m?js$/, /^(?:text|application)\/(?:x-)?(?:java|ecma)script$/, "text/javascript"],
  [/\.css$/, /^text\/css$/, "text/css"],
];
const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/;

/**
 * Why browsers refuse a file, as a host serves it; "" if they take it.
 * @param {string} file
 * @param {Response} answer
 */
export function refused(file, answer) {
  const type = typeOf(answer);
  const needed = NEEDED.find(([name]) => name.test(file));
  if (!needed || needed[1].test(type)) return "";
  if (PAGE.test(type)) return replaced(answer);
  const said = type ? `as ${type}` : "without a type";
  return `is served ${said}, but browsers take it as ${needed[2]} only (header Content-Type)`;
}

/**
 * What may have happened to a file that is not the one it should be; "" if nothing is known.
 * @param {Response} answer
 * @param {Uint8Array} start  of what came
 */
export function spoilt(answer, start) {
  if (PAGE.test(typeOf(answer))) return replaced(answer);
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  return packed
    ? "arrived packed once more than the host says (gzip, header Content-Encoding)"
    : "";
}

/** @param {Response} answer */
const replaced = (answer) =>
  `is not there: the host sends a page in its place (header Content-Type: ${typeOf(answer)})`;

/** @param {Response} answer */
const typeOf = ({ headers }) =>
  (headers.get("content-type") ?? "").split(";")[0].trim().toLowerCase();

/**
 * What may be the matter with an answer that breaks off; "" if nothing is known.
 * @param {Response} answer
 */
export function unread({ headers }) {
  const packing = headers.get("content-encoding");
  return packing
    ? `, or it is not packed as the host says (header Content-Encoding: ${packing})`
    : "";
}

/**
 * Ask a host once more for a file that has not worked: does it say something wrong of it?
 * @param {string} file
 */
export async function askWhy(file) {
  try {
    const answer = await fetch(`./${file}`);
    if (!answer.ok) return ""; // it is simply not there
    const why = refused(file, answer) || spoilt(answer, new Uint8Array(await answer.arrayBuffer()));
    return why && ` ${file} ${why}.`;
  } catch {
    return ""; // no answer at all
  }
}
