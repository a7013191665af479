"""All challenges, in the order in which they are best tried."""

from binadd.trying import goals
from binadd.trying.challenge import Challenge, between

_TANH = ("hidden[t + 1] = sigmoid(", "hidden[t + 1] = np.tanh(")
_BLAME = " + d_hidden[t + 1] @ weights.w_hh.T"
_BACKWARD = between("    d_output = (outputs - targets)", "\n\n\ndef descend")
_EMPTY = """\
    d_output = np.zeros(steps)  # (T,) yours to find
    d_hidden = np.zeros((steps, units))  # (T, H) yours to find
    return Weights(
        w_xh=np.zeros((2, units)),
        w_hh=np.zeros((units, units)),
        w_hy=np.zeros(units),
        b_h=np.zeros(units),
        b_y=np.zeros(1),
    )"""
_HOW_MUCH = ("Nearly all", "About a third", "About an eighth", "None")

CHALLENGES = (
    Challenge(
        "no-memory",
        "No memory",
        "It never reads its last state, and no blame goes back. How many sums will be right?",
        _HOW_MUCH,
        2,
        "Give it its memory back, and `backward` what belongs to it.",
        (
            "What the last state says to every unit is `hidden[t] @ w_hh`; add it to the sum.",
            "Blame goes back the way on which states come: `d_hidden[t + 1] @ weights.w_hh.T`.",
        ),
        ((" + hidden[t] @ w_hh", ""), (_BLAME, "")),
        (),
        goals.repaired,
    ),
    Challenge(
        "frozen-memory",
        "Frozen memory",
        "It remembers, but `w_hh` stays as it was drawn. How many sums will be right?",
        _HOW_MUCH,
        1,
        "Let the memory learn. The check finds nothing wrong: why not?",
        (
            "A gradient can be right and yet not be used.",
            "Look at what `descend` does with the array that it should move.",
        ),
        (
            (
                "    return stepped if biases",
                "    stepped = stepped._replace(w_hh=weights.w_hh)\n    return stepped if biases",
            ),
        ),
        (),
        goals.memory_learns,
    ),
    Challenge(
        "no-future",
        "No blame from later",
        "Each column is blamed for its own output only, for nothing that comes later. And now?",
        ("It learns nearly as well", "It learns about half", "It learns nothing"),
        0,
        "Make the check find every array right.",
        (
            "Which arrays does the check name, and which not? What do those have in common?",
            "A state is read twice: by its own output, and by the next state, through `w_hh`.",
            "What comes from later is `d_hidden[t + 1] @ weights.w_hh.T`.",
        ),
        ((_BLAME, ""),),
        (),
        goals.repaired,
    ),
    Challenge(
        "transpose",
        "A missing .T",
        "Blame goes back through `w_hh` the wrong way round. Will Python complain?",
        ("Yes, at that line", "No, and it learns nearly as well", "No, and it learns nothing"),
        1,
        "Find the missing `.T`.",
        (
            "A square matrix fits both ways, so no shape tells.",
            "Forward goes from unit i to unit j; blame goes from j to i.",
        ),
        (("weights.w_hh.T", "weights.w_hh"),),
        (),
        goals.repaired,
    ),
    Challenge(
        "hidden-slope",
        "A forgotten slope",
        "The slope of the hidden units is left out: `d_hidden[t] = blame`. What becomes of it?",
        ("It learns sooner", "It learns more slowly", "The numbers run away"),
        2,
        "Put the slope back.",
        (
            "Blame grows on its way back if nothing makes it smaller.",
            "The slope of the sigmoid at a state is `state * (1 - state)`, at most a quarter.",
        ),
        (("d_hidden[t] = blame * state * (1 - state)", "d_hidden[t] = blame"),),
        (),
        goals.repaired,
    ),
    Challenge(
        "uphill",
        "The wrong sign",
        "Every step goes the other way, along the gradient instead of against it. And then?",
        ("It learns all the same", "Every bit is right by chance", "The numbers run away"),
        1,
        "Turn the step round.",
        ("The check finds nothing wrong with `backward`.", "Look at the sign in `descend`."),
        (("w - alpha * g", "w + alpha * g"),),
        (),
        goals.repaired,
    ),
    Challenge(
        "own-slope",
        "tanh instead",
        "The hidden units take tanh instead of the sigmoid; nothing else is changed. And now?",
        ("It learns as well", "It learns sooner", "The numbers run away"),
        2,
        "Keep tanh, and give it its own slope, so that the check finds every array right.",
        (
            "`backward` takes the slope of the sigmoid at a state, `state * (1 - state)`.",
            "The slope of tanh, where its value is h, is 1 - h².",
        ),
        (_TANH,),
        (_TANH, ("blame * state * (1 - state)", "blame * (1 - state**2)")),
        goals.right_below_zero,
    ),
    Challenge(
        "better",
        "Better than ours",
        "Delete one factor of `backward`, and it learns sooner. Which?",
        ("state * (1 - state)", "outputs * (1 - outputs)", "There is no such factor"),
        1,
        "Have every sum right sooner than ours, and for good.",
        (
            "An output that is surely wrong hardly learns: its slope is nearly zero.",
            "Without the slope of the output it is the gradient of another loss.",
        ),
        (),
        ((" * outputs * (1 - outputs)", ""),),
        goals.sooner,
    ),
    Challenge(
        "biases",
        "Let the biases learn",
        "Ours has biases, but they stay zero. With biases that learn it will be …",
        ("sooner", "later", "the same"),
        0,
        "Let `b_h` and `b_y` learn, and have every sum right sooner than ours.",
        (
            "`backward` has their gradient already.",
            "The last line of `descend` takes them back; what if it did not?",
        ),
        (),
        (
            (
                "return stepped if biases else stepped._replace(b_h=weights.b_h, b_y=weights.b_y)",
                "return stepped",
            ),
        ),
        goals.biases_learn,
    ),
    Challenge(
        "write-backward",
        "Write backward yourself",
        "Five arrays are to be found. Which will be the hardest?",
        ("w_hy", "w_hh", "w_xh"),
        1,
        "Write the body of `backward`. The check says after every run which array is still wrong.",
        (
            "Begin at the end: how does half the squared error change with an output? And the "
            "output with what goes into its sigmoid? Their product is `d_output`, (T,).",
            "What goes into the output unit is `hidden[1:] @ w_hy + b_y`. So `w_hy` is to blame by "
            "`hidden[1:].T @ d_output`, and `b_y` by the sum of `d_output`.",
            "Go back from the last step: a state is to blame for its own output, by "
            "`d_output[t] * weights.w_hy`, and for the next, `d_hidden[t + 1] @ weights.w_hh.T`.",
            "Times the slope, `state * (1 - state)`, that is `d_hidden[t]`. Give the array one row "
            "more than there are steps, all zero: nothing comes after the last one.",
            "Every weight is to blame by what it was multiplied with: `inputs.T @ d_hidden`, and "
            "for the memory `hidden[:-1].T @ d_hidden`, without the row too many.",
        ),
        ((_BACKWARD, _EMPTY),),
        (),
        goals.repaired,
    ),
)
