// Zeroes what nobody will read again: what programs leave behind does not compress.

/**
 * @param {Uint8Array} memory  will be swept
 * @param {object} module  Emscripten's, whose memory it is a copy of
 * @param {number} heap  where the heap begins
 */
export function sweep(memory, module, heap) {
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length / 4);
  const end = words[module._emscripten_get_sbrk_ptr() / 4];
  memory.fill(0, module._emscripten_stack_get_end(), module.stackSave());
  sweepHeap(memory, words, heap, end);
}

const BEFORE_IN_USE = 1; // of the three bits below a chunk's size
const IN_USE = 2;

/**
 * All that is free of C's heap, which is dlmalloc's, and Python has no other. Of a free chunk are
 * read its size and the places of its neighbours, at its beginning.
 */
function sweepHeap(memory, words, heap, end) {
  let inUse = IN_USE;
  for (let at = heap, size; at < end; at += size) {
    const head = words[at / 4 + 1];
    size = head & ~7;
    if (size < 16 || at + size > end || Boolean(head & BEFORE_IN_USE) !== Boolean(inUse)) {
      throw new Error(`no chunk of the heap begins at ${at} of ${heap} to ${end}: ${[...words.subarray(at/4-2, at/4+6)]}`);
    }
    inUse = head & IN_USE;
    if (!inUse) memory.fill(0, at + Math.min(size, 32), at + size);
  }
}
