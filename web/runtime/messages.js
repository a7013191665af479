// @ts-check
/**
 * Every message between the page and the worker, and nothing else: types only.
 *
 * Commands go from worker-client.js to worker.py and are verbs; events come back and say what happened.
 * Bits and time steps run from the lowest bit up in every array. Arrays arrive as typed
 * arrays. `generation` is the number of the run a message belongs to: each accepted
 * `reset` starts the next one, and worker-client.js drops what an older one still sends.
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
 * Those that are answered have a number, which their answer repeats; worker-line.js alone gives them out.
 *
 * @typedef {{type: "reset", id: number, texts: Partial<Record<SettingName, string>>}} Reset
 *   Check the settings as they were typed, those left out being the defaults; start a new run;
 *   answered by `run` or `settings-refused`.
 * @typedef {{type: "train"}} Train  Go on; after the last iteration, for as many again.
 * @typedef {{type: "pause"}} Pause
 * @typedef {{type: "step", count: number}} Step  Do `count` iterations, then pause.
 * @typedef {{type: "take", generation: number}} Take
 *   The page has drawn the last frame and can take another: the last one of that generation.
 * @typedef {{type: "rewind", iteration: number}} Rewind
 *   Bring back an iteration where the run has been; answered by `rewound` and a paused frame.
 * @typedef {{type: "load", id: number, text?: string, file?: Uint8Array}} Load
 *   Go on with a saved network, from a text or from a file; answered by `run` or `load-refused`.
 * @typedef {{type: "ask", id: number} & Question} Ask
 *   Ask of the network or the run as it is now, while training goes on; answered by `progress`, then
 *   by `answer` or `ask-refused`.
 * @typedef {{type: "cancel", id: number}} Cancel  Forget a question.
 * @typedef {{type: "pace", speed: number | "watch" | null}} Pace
 *   In iterations a second; "watch": slow where there is most to see; null: as fast as possible.
 * @typedef {{type: "intervene", kind: "none" | "no-memory" | "silence", unit?: number}} Intervene
 *   From now on questions about the network are answered for a changed one; training goes on with
 *   the true one. A new run begins unchanged.
 * @typedef {{type: "checkpoint"}} AskCheckpoint  Answered by `checkpoint`; also shows who still lives.
 * @typedef {{type: "restore", start: Uint8Array, file: Uint8Array, iteration: number,
 *   generation: number, target: number, furthest: number}} Restore
 *   In a new worker: take up a run from its checkpoints, at its start and the last; train on from
 *   there to `iteration`; answered by `rewound`.
 * @typedef {AskCheckpoint | Restore | Reset | Train | Pause | Step | Take | Rewind | Load | Ask | Cancel |
 *   Pace | Intervene} Command
 *
 * ---- questions (T bits, H hidden units, arrays flat, row by row) ---------------------------------
 *
 * By what it is about: what a question says besides, and what it is answered with. Numbers are texts,
 * as they were typed. Up to `leak` they are about the network, changed or not (in
 * binadd/live/questions/: about_network.py, about_states.py), up to `script` about the run
 * (about_run.py), then about neither (beside_run.py).
 *
 * @typedef {{
 *   weights: {details: {}, answer: {weights: Weights}},
 *   proof: {details: {}, answer: Proof},
 *   certificate: {details: {}, answer: {file: Bytes}},
 *   add: {details: {first: string, second: string}, answer: Sum},
 *   view: {details: {a: string, b: string}, answer: View},
 *   lesson: {details: {a: string, b: string, alpha: number, biases: boolean}, answer: Lesson},
 *   derivative: {details: {a: string, b: string, array: keyof Weights, index: number[]},
 *     answer: Derivative},
 *   reading: {details: {a: string, b: string, donor?: [string, string], step?: number},
 *     answer: CarryReading},
 *   carry: {details: {}, answer: Carry},
 *   automaton: {details: {}, answer: Automaton},
 *   lesions: {details: {}, answer: Lesions},
 *   accuracy: {details: {}, answer: Accuracy},
 *   "without-memory": {details: {}, answer: Accuracy},
 *   silenced: {details: {unit: number}, answer: Accuracy},
 *   transplant: {details: {host: [string, string], donor: [string, string], step: number},
 *     answer: Transplant},
 *   square: {details: {}, answer: Square},
 *   way: {details: {a: string, b: string, donor?: [string, string], step?: number}, answer: Way},
 *   leak: {details: {columns: string}, answer: Leak},
 *   start: {details: {}, answer: {weights: Weights}},
 *   save: {details: {}, answer: Saved},
 *   history: {details: {}, answer: RunHistory},
 *   lines: {details: {a: string, b: string}, answer: Lines},
 *   script: {details: {functions?: string}, answer: Script},
 *   bench: {details: {}, answer: Bench},
 *   source: {details: {module: string, name: string}, answer: Source},
 *   compare: {details: {seeds: number[], hidden: number[], alphas: number[], iterations: number,
 *     every: number, bits?: number, biases?: boolean}, answer: Compared},
 *   presets: {details: {seed: number}, answer: Presets},
 *   push: {details: {outputs: number[], truth: number}, answer: {points: Pushes, curve: Pushes}},
 *   slopeless: {details: {}, answer: Slopeless},
 * }} Questions
 *   reading, way: donor: two numbers whose memory is put in before bit `step`; leak: columns: from 8 to
 *   1024; compare: what is left out is as in binadd/experiments/plan.py, iterations: that each network
 *   may take; presets: both trained afresh
 *
 * @typedef {keyof Questions} About
 * @typedef {{[Name in About]: {about: Name} & Questions[Name]["details"]}[About]} Question
 *
 * @typedef {Uint8Array<ArrayBuffer>} Bytes  the content of a file
 *
 * @typedef {Object} Weights
 * @property {Float64Array} w_xh  (2, H)
 * @property {Float64Array} w_hh  (H, H)
 * @property {Float64Array} w_hy  (H,)
 * @property {Float64Array} b_h  (H,)
 * @property {Float64Array} b_y  (1,)
 *
 * @typedef {Object} Sum  Two numbers of any length, added by the network.
 * @property {number} iteration  of the network, as every answer says
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
 * @typedef {Object} Proof
 * @property {"proved" | "fails" | "not proved"} verdict
 * @property {string} words  the verdict in a sentence
 * @property {number} margin  the output's input stays at least this far from zero; 0 unless proved
 * @property {number} boxes  how many the proof needs; 0 unless proved
 * @property {{a: string, b: string, wrongBit: number} | null} failure  the shortest wrong sum found
 *
 * @typedef {Object} View  One sum, forward and backward (binadd/inside/through_time.py).
 * @property {Float64Array} inputs  (T, 2)
 * @property {Float64Array} targets  (T,)
 * @property {Float64Array} previous  (T, H) the state before the step
 * @property {Float64Array} fromInput  (T, 2, H) what each input bit adds to each hidden unit
 * @property {Float64Array} fromMemory  (T, H, H) what unit i's last state adds to unit j
 * @property {Float64Array} hiddenInput  (T, H)
 * @property {Float64Array} hidden  (T, H)
 * @property {Float64Array} toOutput  (T, H)
 * @property {Float64Array} outputInput  (T,)
 * @property {Float64Array} outputs  (T,)
 * @property {Float64Array} errors  (T,) output minus target
 * @property {Float64Array} d_output  (T,)
 * @property {Float64Array} blameNow  (T, H)
 * @property {Float64Array} blameLater  (T, H)
 * @property {Float64Array} d_hidden  (T, H)
 * @property {Weights} gradient  each array with T in front
 *
 * @typedef {Object} Lesson  What one sum teaches (binadd/inside/lesson.py).
 * @property {number} iteration  of the network, as every answer says
 * @property {string} a
 * @property {string} b
 * @property {Float64Array} inputs  (T, 2)
 * @property {Float64Array} targets  (T,)
 * @property {Float64Array} previous  (T, H) the state before the step
 * @property {Float64Array} hidden  (T, H)
 * @property {Float64Array} outputs  (T,)
 * @property {Float64Array} errors  (T,) output minus target
 * @property {Float64Array} slopes  (T,) of the sigmoid where the output stands
 * @property {Float64Array} d_output  (T,) errors times slopes
 * @property {Float64Array} d_hidden  (T, H)
 * @property {Float64Array} sizes  (T,) of each step's blame
 * @property {Float64Array} later  (T,) of what all later outputs have sent there
 * @property {Float64Array} reach  (T, T) at i * T + t: of what output i alone sends to step t
 * @property {Weights} gradient  each array with T in front
 * @property {Weights} whole  the gradient of the sum
 * @property {Weights} before  the weights
 * @property {Weights} change  what one step of descent adds to them
 * @property {Float64Array} outputsAfter  (T,) after that step
 * @property {number} lossBefore  half the squared error
 * @property {number} lossAfter
 *
 * @typedef {{analytic: number, numeric: number}} Derivative
 *
 * @typedef {Object} Reading  How well one bit can be read from the hidden state.
 * @property {number} chance  how often the commoner value of the bit is right
 * @property {Float64Array} thresholds  (H,)
 * @property {Uint8Array} rising  (H,) 1: read as one above the threshold, 0: below
 * @property {Float64Array} accuracies  (H,)
 * @property {Float64Array} gaps  (H,) width around the threshold that no value lies in
 * @property {Float64Array} weights  (H,) of the sum over all units
 * @property {number} intercept
 * @property {number} accuracy  of that sum
 * @typedef {{carry: Reading, sumBit: Reading, bestUnit: {carry: number, sumBit: number}}} Carry
 *
 * @typedef {{transitions: Int32Array, outputs: Uint8Array}} Machine
 *   transitions (S, 4): the next state for the bits a, b = 00, 01, 10, 11; outputs (S,)
 * @typedef {Object} Automaton
 * @property {Float64Array} centres  (G, H)
 * @property {Int32Array} sizes  (G,)
 * @property {number} determinism
 * @property {number} writing
 * @property {Machine} machine
 * @property {Machine} minimal
 * @property {boolean} fullAdder
 * @property {string} words
 * @property {number} agreement  share of long random sums that network and machine answer alike
 *
 * @typedef {{exact: Float64Array}} Lesions  (H,) exact accuracy with each unit silenced
 * @typedef {Omit<Measurement, "onCurve">} Accuracy
 *
 * @typedef {Object} CarryReading  One sum, and the carry as it can be read from its hidden states.
 * @property {number} iteration  of the network, as every answer says
 * @property {Float64Array} hidden  (T, H) after each step
 * @property {Float64Array} outputs  (T,)
 * @property {Uint8Array} carry  (T,) the true carry out of each step
 * @property {Uint8Array} byAll  (T,) as read from all units
 * @property {Uint8Array} byUnit  (T, H) as read from each unit alone
 * @property {number} bestUnit
 * @property {number} chance  how often the commoner carry is right
 * @property {number} accuracyOfAll  over all sums of 5 bits, to which the reading is fitted
 * @property {number} accuracyOfBest
 * @property {Float64Array} accuracies  (H,) of each unit alone
 * @property {Float64Array} thresholds  (H,) where each unit is cut in two to be read
 * @property {Uint8Array} rising  (H,) 1: a carry is read above the threshold, 0: below
 * @property {Float64Array} gaps  (H,) width around the threshold that no value lies in
 * @typedef {{outputs: Float64Array, answer: number, donorCarry: number, expected: number,
 *   asExpected: boolean}} Transplant
 *
 * @typedef {Object} Square  Two hidden units: every state that short sums go through, N points in the
 *   unit square, and four groups of them, by how many ones met (binadd/inside/unit_square.py).
 * @property {number} iteration  of the network, as every answer says
 * @property {Float64Array} points  (N, 2)
 * @property {Uint8Array} ones  (N,) how many met in the column before, 0 to 3
 * @property {Float64Array} centres  (4, 2) NaN where there is no such state
 * @property {Int32Array} sizes  (4,) how many states
 * @property {Float64Array} radii  (4,) how far from its centre the farthest lies
 * @property {number} places  how many of the four can be told apart by looking
 * @property {Half} writes  where it writes 1
 * @property {Half} carries  where the carry is read as 1
 * @typedef {Object} Half  The part of the unit square where weights . h + intercept is above zero.
 * @property {Float64Array} weights  (2,)
 * @property {number} intercept
 * @property {Float64Array} area  (K, 2) its corners, going round
 * @property {Float64Array} edge  (2, 2) from where to where the line crosses the square; or empty
 * @property {number} right  of all steps of sums, how many are in a state on the right side
 * @typedef {Object} Way  One sum's way through the square, up to 16 columns T of it.
 * @property {number} iteration
 * @property {number} columns  that the sum has
 * @property {Uint8Array} bits  (T, 2) that are read
 * @property {Uint8Array} ones  (T,) how many meet, with the carry; with a donor's from `step` on
 * @property {Float64Array} states  (T, 2) after each step; the first comes from (0, 0)
 * @property {Float64Array} outputs  (T,)
 * @property {Float64Array} put  (2,) the donor's state, put in before `step`; or empty
 *
 * @typedef {Sum & LongCarry} Leak  0111...1 + 1 in so many columns.
 * @typedef {Object} LongCarry
 * @property {Uint8Array} carry  (width,) the true carry out of each column
 * @property {Float64Array} reading  (width,) as read from all units: it is 1 above one half
 * @property {number} lost  the first column whose carry is read wrong, -1 if none is
 * @property {number} nearest  the column whose output is nearest to one half
 *
 * @typedef {Object} Compared  The answer to a comparison (binadd/live/questions/comparison.py).
 * @property {Float64Array} evaluated  (E,) iterations after which the networks were evaluated
 * @property {Float64Array} bands  (3, H, A, E) quartiles over the seeds of the share of sums right
 * @property {Float64Array} perfect  (H, A, S) iterations until perfect, Infinity: not in time
 * @property {Float64Array} quartiles  (H, A, 3) when a quarter, half, three quarters were perfect
 * @property {Float64Array} perfectShare  (H, A) of the seeds
 * @property {Float64Array} alone  (H,) seconds that an iteration of one network takes by itself
 * @property {string} words
 * @typedef {Object} PresetOutcome
 * @property {PresetName} name
 * @property {Settings} settings
 * @property {Float64Array} evaluated  (E,) iterations after which all sums were tried
 * @property {Float64Array} exact  (E,) share of them that was right
 * @property {number} perfect  iterations until all were right and stayed so; Infinity: never
 * @property {number} longestCarry  bits of the longest carry that it survives
 * @property {Proof} proof
 * @typedef {{rows: PresetOutcome[], words: string}} Presets  The answer to "presets".
 * @typedef {{inputs: Float64Array, outputs: Float64Array, pushes: Float64Array}} Pushes
 *   (n,) each: of an output unit the input, the output, and the derivative of the loss with respect to
 *   that input (binadd/inside/push.py)
 * @typedef {{evaluated: Float64Array, exact: Float64Array, perfect: number}} LearningCurve
 *   (E,) each: share of all sums right, and after how many iterations; perfect: until all were right
 *   and stayed so; Infinity: never
 * @typedef {{honest: LearningCurve, edited: LearningCurve}} Slopeless
 *   edited: of the gradient without the slope of the output unit (binadd/experiments/edited.py)
 * @typedef {{rows: {name: string, perSecond: number, ratio: number}[], sample: Sample,
 *   milestones: Milestones}} Bench
 *   One round of measuring. To be asked for again and again: the first rounds find WebAssembly cold.
 * @typedef {{allPairs: number, untilProved: number}} Milestones  seconds: to try all sums of 8 bits;
 *   of the preset "fixed", from random weights to all sums right and proved
 * @typedef {Object} Sample  A beginning of training with all its numbers (binadd/speed/contestants.py).
 * @property {Weights} weights  what training starts from
 * @property {number} bits
 * @property {number} alpha
 * @property {Int32Array} pairs  (n, 2)
 * @property {Float64Array} errors  (n,) sum of |true bit - output|
 *
 * @typedef {{text: string | null, refusal: string, file: Bytes}} Saved
 *   text: short, for an address, rounded to float32; null where it cannot be made, and the refusal
 *   says why; file: an exact .npz
 * @typedef {{csv: Bytes, first: number, iterations: number}} RunHistory
 *   a line for each iteration since the first, as comma-separated values
 * @typedef {Object} Note  What one line of the functions has computed (binadd/trying/line_by_line.py).
 * @property {number} line  of our text, from 1
 * @property {number} step  the pass of the loop, its t; -1: of no loop
 * @property {string} name  what it is given to
 * @property {number[]} shape  none: a number
 * @property {Float64Array} value
 * @typedef {{line: number, column: number, left: number[], right: number[]}} Product
 *   the shapes of both sides of a product, and where it begins
 * @typedef {{notes: Note[], products: Product[]}} Lines
 * @typedef {{text: string}} Script  a Python program that repeats the run
 * @typedef {{file: string, line: number, code: string}} Source
 *
 * ---- a trial: what trial-worker.mjs tells, as JSON from binadd/trying/telling.py --------------------
 *
 * @typedef {[iteration: number, exact: number]} TrialPoint
 * @typedef {Object} Tried  How far a trial is.
 * @property {"tried"} type
 * @property {number} iteration
 * @property {TrialPoint[]} points  since the last event
 * @property {string} gradient  what the check found; empty: not yet
 * @typedef {Object} Judged  A trial has come to its end.
 * @property {"judged"} type
 * @property {number} iteration
 * @property {TrialPoint[]} points
 * @property {string} gradient
 * @property {string} title
 * @property {string} learning  or what is wrong
 * @property {number} line  that is wrong; 0: none
 * @property {boolean} failed
 * @property {string} printed
 * @property {TrialPoint[]} honest
 * @property {string} map  how many bits are wrong in a + b, a digit each; empty: not known
 * @property {boolean} reached  the goal of the challenge
 * @typedef {{type: "began"} | {type: "beside"} | {type: "gone", reason: string} | Tried | Judged} TrialEvent
 *   began: Python is there; gone: it ended without a verdict
 *
 * ---- events -------------------------------------------------------------------------------------
 *
 * @typedef {Object} Boot  Python is starting; sent by pyodide-boot.mjs.
 * @property {"boot"} type
 * @property {"runtime" | "interpreter" | "packages" | "network" | "plain"} stage
 *   runtime: the files of Python arrive; interpreter: it starts; packages: NumPy and binadd are
 *   there; network: binadd is imported and the first run is made; plain, in between: Python starts
 *   from nothing, although there is an image of its memory
 * @property {string} [why]  plain: the image cannot be used
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
 * @property {number} id  of the command that asked for it; 0: nobody did
 * @property {number} generation
 * @property {Settings} settings
 * @property {number} iteration  0, unless a saved network was loaded
 * @property {boolean} [recorded]  not the worker's: of recording.js, while Python starts
 *
 * @typedef {Object} SettingsRefused  A reset was refused; the run of before is untouched.
 * @property {"settings-refused"} type
 * @property {number} id
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
 * @property {Example | null} coming  the example that comes next, as the network answers it now; only
 *   at rest
 * @property {string[]} log  new blocks, as the tutorial prints them
 * @property {boolean} [recorded]  of a recorded run
 *
 * @typedef {Object} Measurement  How many of all sums come out right.
 * @property {number} iteration  of the network measured: how many iterations it had done
 * @property {boolean} onCurve  true: at an iteration that the settings fix, so that the same run draws
 *   the same curve everywhere; false: the run happens to rest here
 * @property {number} exact  share of sums with every bit right, 0 to 1
 * @property {number} pairs  how many sums were tried
 * @property {boolean} all  true: they are all the sums there are; false: a seeded sample
 * @property {Float64Array} perBit  (bits,) share of sums with this bit right
 * @property {Float64Array} perRipple  (bits,) share of exact sums among those whose longest carry
 *   runs over 0, 1, 2, ... bits; NaN where there is none
 * @property {Uint8Array | undefined} map  how many bits are wrong in a + b, at a * operands + b, with
 *   2^(bits - 1) operands; only where all sums were tried
 *
 * @typedef {Object} Example
 * @property {number} iteration
 * @property {number} a
 * @property {number} b
 * @property {number} error  overall error: the sum of |true bit - output|
 * @property {Float64Array} outputs  (bits,) between 0 and 1
 *
 * @typedef {Object} Failed  Nothing more will come; the page must say so.
 * @property {"failed"} type
 * @property {string} reason  one sentence for the visitor
 * @property {string} detail  for the engineer: a traceback or an error's text
 * @property {string} [file]  that is missing or damaged
 *
 * @typedef {{type: "alive", lock: string}} Alive
 *   Sent by pyodide-boot.mjs: the worker holds a lock of this name for as long as it lives.
 * @typedef {{type: "compiled", compiled: import("./compile.js").Compiled}} CompiledHere
 *   Sent by pyodide-boot.mjs, for the page's next worker.
 * @typedef {Object} Checkpoint  All that is needed to go on elsewhere, with the same numbers.
 * @property {"checkpoint"} type
 * @property {number} generation
 * @property {number} iteration
 * @property {number} target  how many iterations the run will do before it finishes
 * @property {number} furthest  the highest iteration that the run has ever reached
 * @property {number | null} stepping  the iteration that a step under way goes to
 * @property {Uint8Array | null} start  a file with the beginning of the run, exact; null, like the
 *   next: the same as last time
 * @property {Uint8Array | null} file  with the run as it stands
 *
 * @typedef {Object} Warning  Something is wrong with the network in training.
 * @property {"warning"} type
 * @property {number} iteration
 * @property {"not finite" | "symmetric" | "saturated" | "no progress"} finding
 * @property {boolean} fatal  true: going on cannot help, and training has paused; false: it goes on
 * @property {string} reason  what is wrong and what to do
 *
 * @typedef {{type: "rewound", generation: number, iteration: number}} Rewound
 * @typedef {{type: "rewind-refused", message: string}} RewindRefused
 * @typedef {{type: "load-refused", id: number, message: string}} LoadRefused
 * @typedef {{type: "command-refused", id: number, command: string, message: string}} CommandRefused
 *   of a command that has no refusal of its own; 0: of one without a number
 * @typedef {{type: "progress", id: number, done: number}} Progress  0 to 1
 * @typedef {{type: "ask-refused", id: number, about: string, message: string,
 *   fields: Record<string, string>}} AskRefused
 *   fields: where what was typed is to blame, a sentence for each of the question's details that is
 * @typedef {{[Name in About]: {type: "answer", id: number, about: Name, iteration: number,
 *   result: Omit<Questions[Name]["answer"], "iteration">}}[About]} Answer
 *   iteration: how many iterations the network that was asked had done
 *
 * @typedef {Alive | CompiledHere | Checkpoint | Boot | Ready | Run | SettingsRefused | Frame | Warning |
 *   Rewound | RewindRefused | LoadRefused | CommandRefused | Progress | AskRefused | Answer | Failed} WorkerEvent
 */

/**
 * What is answered to a question, and how many iterations the network that was asked had done.
 * @template {About} Name
 * @typedef {Questions[Name]["answer"] & {iteration: number}} AnswerTo
 */

export {};
