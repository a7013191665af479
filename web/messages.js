// @ts-check
/**
 * Every message between the page and the worker, and nothing else: types only.
 *
 * Commands go from trainer.js to worker.py and are verbs; events come back and say what happened.
 * Bits and time steps run from the lowest bit up in every array. Arrays arrive as typed
 * arrays. `generation` is the number of the run a message belongs to: each accepted
 * `reset` starts the next one, and trainer.js drops what an older one still sends.
 *
 * @typedef {"bits" | "hidden" | "alpha" | "iterations" | "seed" | "biases" | "batch"} SettingName
 *
 * @typedef {Object} Limit  What one setting may be (binadd/settings.py).
 * @property {string} label
 * @property {boolean} [whole]  missing, like the range, where it is yes or no
 * @property {number} [low]
 * @property {number} [high]
 * @property {string} wanted  the range in words
 * @property {number | boolean} initial  the default
 *
 * @typedef {Record<Exclude<SettingName, "biases">, number> & {biases: boolean}} Settings
 * @typedef {"2015" | "fixed"} PresetName
 *
 * ---- commands -----------------------------------------------------------------------------------
 *
 * @typedef {{type: "reset", texts: Partial<Record<SettingName, string>>}} Reset
 *   Check the settings as they were typed, those left out being the defaults; start a new run, or
 *   answer `settings-refused`.
 * @typedef {{type: "train"}} Train  Go on; after the last iteration, for as many again.
 * @typedef {{type: "pause"}} Pause
 * @typedef {{type: "step", count: number}} Step  Do `count` iterations, then pause.
 * @typedef {{type: "add", id: number, first: string, second: string}} Add
 *   Add two numbers, as they were typed, with the network as it is now.
 * @typedef {{type: "take"}} Take  The page has drawn the last frame and can take another.
 * @typedef {Reset | Train | Pause | Step | Add | Take} Command
 *
 * ---- events -------------------------------------------------------------------------------------
 *
 * @typedef {Object} Boot  Python is starting; sent by boot.mjs.
 * @property {"boot"} type
 * @property {"runtime" | "interpreter" | "packages" | "network"} stage
 *   runtime: the files of Python arrive; interpreter: it starts; packages: NumPy and binadd are
 *   unpacked; network: binadd is imported and the first run is made
 *
 * @typedef {Object} Ready  The worker takes commands; a `run` event follows at once.
 * @property {"ready"} type
 * @property {Record<SettingName, Limit>} limits
 * @property {Record<PresetName, Settings>} presets
 * @property {string} python  versions, for the page's foot
 * @property {string} numpy
 * @property {string} binadd
 *
 * @typedef {Object} Run  A run stands at its beginning (after boot and after each accepted reset).
 * @property {"run"} type
 * @property {number} generation
 * @property {Settings} settings
 *
 * @typedef {Object} SettingsRefused  A reset was refused; the run of before is untouched.
 * @property {"settings-refused"} type
 * @property {Partial<Record<SettingName, string>>} messages  a sentence for each bad field
 *
 * @typedef {Object} Frame  What is new since the last frame; at most one is under way.
 * @property {"frame"} type
 * @property {number} generation
 * @property {"ready" | "running" | "paused" | "finished"} state
 * @property {number} iteration  how many iterations are done
 * @property {number} target  how many the run will do before it finishes
 * @property {number} speed  iterations a second lately, 0 when not running
 * @property {Float64Array} errors  overall error of every iteration since the last frame, in order;
 *   the last one belongs to iteration number `iteration - 1`
 * @property {Measurement[]} measurements  since the last frame, in order
 * @property {Example | null} example  the newest example, as the network answered before its update
 * @property {string[]} log  new blocks, as the tutorial prints them
 *
 * @typedef {Object} Measurement  How many of all sums come out right.
 * @property {number} iteration  of the network measured: how many iterations it had done
 * @property {number} exact  share of sums with every bit right, 0 to 1
 * @property {number} pairs  how many sums were tried
 * @property {boolean} all  true: they are all the sums there are; false: a seeded sample
 *
 * @typedef {Object} Example
 * @property {number} iteration
 * @property {number} a
 * @property {number} b
 * @property {number} error  overall error: the sum of |true bit - output|
 * @property {Float64Array} outputs  (bits,) between 0 and 1
 *
 * @typedef {Object} Sum  The answer to `add`.
 * @property {"sum"} type
 * @property {number} id
 * @property {number} iteration  how many iterations the network had done
 * @property {string} a  decimal, of any length
 * @property {string} b
 * @property {string} truth
 * @property {string} answer  what the network says
 * @property {boolean} right
 * @property {number} wrongBits
 * @property {number} firstWrong  position of the lowest wrong bit, -1 if none
 * @property {number} trained  the width the network is trained on
 * @property {Uint8Array} aBits  (width,) lowest first
 * @property {Uint8Array} bBits
 * @property {Uint8Array} trueBits
 * @property {Float64Array} outputs  (width,) between 0 and 1; a bit is 1 above 0.5
 *
 * @typedef {Object} SumRefused
 * @property {"sum-refused"} type
 * @property {number} id
 * @property {{first?: string, second?: string}} messages
 *
 * @typedef {Object} Failed  Nothing more will come; the page must say so.
 * @property {"failed"} type
 * @property {string} reason  one sentence for the visitor
 * @property {string} detail  for the engineer: a traceback or an error's text
 *
 * @typedef {Boot | Ready | Run | SettingsRefused | Frame | Sum | SumRefused | Failed} WorkerEvent
 */

export {};
