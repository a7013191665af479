// @ts-check
/**
 * A visitor's text as a part of a link: packed, and in letters that an address can hold. Whoever opens
 * it sees the text; it is not run unless they press the button.
 */

const NAME = "code"; // in the address
const LONGEST = 200_000; // letters of a text that is taken from a link

/** @param {ReadableStream<Uint8Array>} stream */
const whole = async (stream) => new Uint8Array(await new Response(stream).arrayBuffer());

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream | DecompressionStream} through
 */
const passed = (bytes, through) => whole(new Blob([bytes]).stream().pipeThrough(through));

/**
 * The address of this page with a text.
 * @param {string} text
 */
export async function linkWith(text) {
  const bytes = new TextEncoder().encode(text);
  const packed = await passed(bytes, new CompressionStream("deflate-raw"));
  const letters = btoa(String.fromCharCode(...packed));
  const address = new URL(location.href);
  const safe = letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  address.searchParams.set(NAME, safe);
  return address.href;
}

/**
 * The text that came with the address, which is taken out of it; null: none did.
 * @returns {Promise<string | null>}  a rejection if it is damaged
 */
export async function textInAddress() {
  const address = new URL(location.href);
  const letters = address.searchParams.get(NAME);
  if (letters === null) return null;
  address.searchParams.delete(NAME);
  history.replaceState(history.state, "", address);
  const packed = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
  const text = await passed(bytes, new DecompressionStream("deflate-raw"));
  if (text.length > LONGEST) throw new Error("it is too long");
  return new TextDecoder("utf-8", { fatal: true }).decode(text);
}
