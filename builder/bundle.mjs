// Bundles modules: node bundle.mjs NODE_MODULES FOLDER OUTPUT ENTRY..., in which OUTPUT/bundle.json
// then tells what each file was made of. Names are kept, so that stack traces can be read.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, folder, outdir, ...entries] = process.argv.slice(2);
const esbuild = await import(pathToFileURL(join(modules, "esbuild", "lib", "main.js")));

const { metafile } = await esbuild.build({
  absWorkingDir: folder,
  entryPoints: entries,
  outbase: ".",
  outdir,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  external: ["./pyscript/*"],
  chunkNames: "part-[hash]",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none", // licences.html holds them all
  metafile: true,
  logLevel: "warning",
});
writeFileSync(join(outdir, "bundle.json"), JSON.stringify(metafile));
