/* Types of the modules that build.py puts beside the page; read by the type checker alone. */

declare module "*/vendor/uPlot.esm.js" {
  export { default } from "uplot";
}

declare module "*/pyodide/pyodide.mjs" {
  export * from "pyodide";
}

declare module "*/pyscript/core.js" {
  /** A worker that PyScript prepares for Python; `ready` resolves when the script has run. */
  export interface PythonWorker extends Worker {
    ready: Promise<unknown>;
    sync: Record<string, (...values: unknown[]) => unknown>;
  }

  export interface WorkerOptions {
    /** absolute address of the module that exports `loadPyodide` and `version` */
    version?: string;
    config?: object;
    async?: boolean;
    type?: string;
  }

  /** Starts a Python script in a worker; resolves when the script has run. */
  export function PyWorker(file: string, options?: WorkerOptions): Promise<PythonWorker>;

  export function whenDefined(type: string): Promise<{ type: string; xworker: PythonWorker }>;

  /** The places where PyScript calls back; only what the page uses. */
  export const hooks: {
    main: { onWorker: Set<(wrap: unknown, worker: PythonWorker) => void> };
    worker: { onBeforeRunAsync: Set<() => void> };
  };
}

declare module "*/wires.js" {
  /** The wiring of every feature by its name, in the order of the list (builder/features.py). */
  export const WIRES: [
    name: string,
    wire: (given: import("./state/actions.js").Given) => unknown,
  ][];
}
