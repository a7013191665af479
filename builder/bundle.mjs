// Bundles modules: node bundle.mjs NODE_MODULES FOLDER OUTPUT SOURCE=ADDRESS..., and OUTPUT/bundle.json tells
// what each script consists of and imports. Names are kept, so that stack traces can be read.
import { readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, folder, outdir, ...entries] = process.argv.slice(2);
const esbuild = await import(pathToFileURL(join(modules, "esbuild", "lib", "main.js")));

/** What is imported by a package's name is its one module; a name is the same in every folder. */
function takePackages(build) {
  build.onResolve({ filter: /^[@\w]/ }, ({ path, kind }) =>
    kind === "entry-point" ? undefined : { path, namespace: "package" },
  );
  build.onLoad({ filter: /./, namespace: "package" }, ({ path }) => {
    const { module, exports } = JSON.parse(readFileSync(join(modules, path, "package.json"), "utf-8"));
    return { contents: readFileSync(join(modules, path, module ?? exports.import), "utf-8") };
  });
}

const { metafile } = await esbuild.build({
  absWorkingDir: folder,
  entryPoints: entries.map((entry) => {
    const [source, address] = entry.split("=");
    return { in: source, out: address.replace(/\.js$/, "") };
  }),
  outdir,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  external: ["./pyscript/*"],
  plugins: [{ name: "packages", setup: takePackages }],
  chunkNames: "[name]-[hash]",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none", // licences.html holds them all
  metafile: true,
  logLevel: "warning",
});

const address = (path) => relative(outdir, resolve(folder, path)).replaceAll(sep, "/");
const scripts = Object.entries(metafile.outputs).map(([path, { inputs, imports }]) => [
  address(path),
  {
    sources: Object.keys(inputs),
    imports: imports
      .filter(({ external, kind }) => !external && kind === "import-statement")
      .map(({ path }) => address(path)),
  },
]);
writeFileSync(join(outdir, "bundle.json"), JSON.stringify(Object.fromEntries(scripts)));
