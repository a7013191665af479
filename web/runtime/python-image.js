// @ts-check
/**
 * Starts Python from an image of its memory, instead of from nothing: builder/image/README.md tells
 * what that is and why it may be done. The build uses this file too, in Node.
 *
 * @typedef {import("./compile.js").Compiled} Compiled
 * @typedef {Record<string, number>} Places  of functions in the table, by name
 * @typedef {object} About  the image's first part, as JSON
 * @property {number} memory  its size in bytes
 * @property {number} heap  where the heap begins, above the data of all modules
 * @property {number} own  where the memory tells of a function that not every engine has
 * @property {[path: string, bytes: number, table: number, handle: number][]} libraries
 *   table: where its functions begin in the table; handle: what C knows it by
 * @property {Places} places
 * @property {[from: number, bytes: number][]} runs  what of the memory is in the image
 * @property {Record<string, string>} sources  that programs show, by path
 *
 * @typedef {object} Module  what is used of Emscripten's; names that begin with _ are C's
 * @property {WebAssembly.Table} wasmTable
 * @property {(place: number, what: Function) => void} setWasmTableEntry
 * @property {Record<string, WebAssembly.Global>} GOT  places of functions, and of data, by name
 * @property {Uint8Array} HEAPU8
 * @property {Uint32Array} HEAPU32
 * @property {Record<string, object>} preloadedWasm  a library's exports, by path
 * @property {(code: WebAssembly.Module, flags: object, path: string, scope: object) => object} loadWebAssemblyModule
 * @property {(path: string, flags: object, scope: object, handle: number) => void} loadDynamicLibrary
 * @property {(bytes: number) => void} growMemory
 * @property {(name: string) => void} addRunDependency  C's start waits
 * @property {(name: string) => void} removeRunDependency
 * @property {() => number} _emscripten_get_sbrk_ptr
 * @property {number} _timezone
 * @property {number} _daylight
 * @property {number} _tzname
 * @property {(zone: number, daylight: number, winter: number, summer: number) => void} __tzset_js
 *
 * @typedef {{preRun: ((module: Module) => void)[]}} Settings  Emscripten's
 * @typedef {(settings: Settings) => Promise<Module>} Create
 */

/** What Python is told of its surroundings: it stands in the memory, so it is the same everywhere. */
export const SURROUNDINGS = {
  env: { PYTHONHASHSEED: "0", LANG: "C.UTF-8" },
  _sysExecutable: "./this.program", // what a browser calls it
};

/** The parts of an image. */
export class Image {
  /** @param {Uint8Array<ArrayBuffer>} bytes */
  constructor(bytes) {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    this.memory = bytes.subarray(4 + length);
    /** @type {About} */
    this.about = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
    this.codes = this.about.libraries.map(([, size]) => this.#next(size));
  }

  /** @param {number} size */
  #next(size) {
    const part = this.memory.subarray(0, size);
    this.memory = this.memory.subarray(size);
    return part;
  }
}

const BLOCK = 4096; // places of the table: engines add functions of their own, not all the same

/**
 * Where the table has the functions that are known by name.
 * @param {Module} module
 * @returns {Places}
 */
export function placesOf({ GOT, wasmTable }) {
  const places = Object.entries(GOT).map(([name, { value }]) => [name, value]);
  return Object.fromEntries(places.filter(([, place]) => isFunction(wasmTable, place)));
}

/**
 * @param {WebAssembly.Table} table
 * @param {number} place
 */
const isFunction = (table, place) => place > 0 && place < table.length && table.get(place);

/**
 * Have functions where the memory looks for them: an engine may have put them elsewhere.
 * @param {Module} module
 * @param {Places} places
 */
function arrange({ GOT, wasmTable, setWasmTableEntry }, places) {
  const moved = Object.entries(places).filter(([name, place]) => GOT[name].value !== place);
  const functions = moved.map(([name]) => wasmTable.get(GOT[name].value));
  for (const [at, [name, place]] of moved.entries()) {
    setWasmTableEntry(place, functions[at]);
    GOT[name].value = place;
  }
}

/**
 * Load libraries before C starts: then their data lies right above that of the main module, and
 * their functions behind its own in the table, at the same place each time.
 * @param {Module} module
 * @param {[path: string, code: WebAssembly.Module][]} libraries
 * @returns {number[]}  where each one's functions begin in the table
 */
export function loadEarly({ wasmTable, preloadedWasm, loadWebAssemblyModule }, libraries) {
  wasmTable.grow(BLOCK - (wasmTable.length % BLOCK));
  return libraries.map(([path, code]) => {
    const begin = wasmTable.length;
    preloadedWasm[path] = loadWebAssemblyModule(code, { nodelete: true }, path, {});
    return begin;
  });
}

/**
 * The memory below the heap, as the modules bring it along; to be asked before C starts.
 * @param {Module} module
 */
export function dataOf(module) {
  const heap = module.HEAPU32[module._emscripten_get_sbrk_ptr() / 4];
  return module.HEAPU8.slice(0, heap);
}

/**
 * Return what Pyodide takes for the maker of its module; the module has the image's memory then.
 * What it returns rejects if the image does not fit.
 * @param {Create} create  Pyodide's own
 * @param {Promise<Image>} arriving  an image, which may be on its way still
 * @param {Compiled} compiled  by another worker; what it lacks is put into it
 * @returns {Create}
 */
export function restored(create, arriving, compiled) {
  return (settings) =>
    new Promise((resolve, reject) => {
      /** @type {(module: Module) => void} */
      let finish;
      settings.preRun.push((module) => {
        module.addRunDependency("image");
        prepare(module, arriving, compiled)
          .then((prepared) => {
            finish = prepared;
            module.removeRunDependency("image"); // C starts
          })
          .catch(reject);
      });
      create(settings)
        .then((module) => {
          finish(module);
          resolve(module);
        })
        .catch(reject);
    });
}

/**
 * @param {Module} module
 * @param {Promise<Image>} arriving
 * @param {Compiled} compiled
 * @returns {Promise<(module: Module) => void>}  to be called when C has started
 */
async function prepare(module, arriving, compiled) {
  const image = await arriving;
  const { libraries, heap, places } = image.about;
  compiled.libraries ??= await Promise.all(image.codes.map((code) => WebAssembly.compile(code)));
  const codes = compiled.libraries;
  arrange(module, places);
  const tables = loadEarly(
    module,
    libraries.map(([path], at) => [path, codes[at]]),
  );
  if (libraries.some(([, , table], at) => table !== tables[at])) {
    throw new Error(`the functions of the libraries begin at ${tables}`);
  }
  const data = dataOf(module);
  if (data.length !== heap) throw new Error(`the heap begins at ${data.length}, not at ${heap}`);
  return () => {
    fill(module, image, data);
    for (const [path, , , handle] of libraries) module.loadDynamicLibrary(path, {}, {}, handle);
    lookAtZone(module);
  };
}

/**
 * Put the memory in its place: what the modules brought along, and over it all that has changed.
 * @param {Module} module
 * @param {Image} image
 * @param {Uint8Array} data  the memory below the heap, as the modules brought it along
 */
function fill(module, { about, memory }, data) {
  const [trampoline] = module.HEAPU32.subarray(about.own / 4);
  if (module.HEAPU8.length < about.memory) module.growMemory(about.memory);
  module.HEAPU8.set(data);
  module.HEAPU8.fill(0, data.length);
  let done = 0;
  for (const [from, bytes] of about.runs) {
    module.HEAPU8.set(memory.subarray(done, done + bytes), from);
    done += bytes;
  }
  module.HEAPU32[about.own / 4] = trampoline;
}

/**
 * The clock's zone is the visitor's; C has looked once, where the image was made.
 * @param {Module} module
 */
function lookAtZone(module) {
  const [winter, summer] = module.HEAPU32.subarray(module._tzname / 4);
  module.__tzset_js(module._timezone, module._daylight, winter, summer);
}
