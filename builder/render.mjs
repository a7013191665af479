// Draws SVG files as PNG: node render.mjs <folder of resvg-wasm> [<svg> <width> <png>] ...
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...words] = process.argv.slice(2);
const { initWasm, Resvg } = await import(pathToFileURL(join(folder, "index.mjs")));
await initWasm(await readFile(join(folder, "index_bg.wasm")));

while (words.length) {
  const [svg, width, png] = words.splice(0, 3);
  const fitTo = { mode: "width", value: Number(width) };
  await writeFile(png, new Resvg(await readFile(svg, "utf8"), { fitTo }).render().asPng());
}
