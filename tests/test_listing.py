"""The code that the page shows is the network's own, and nothing in it is left unexplained."""

import html
import re
import shutil

import pytest

from binadd.trying.written import FUNCTIONS, ours
from builder import listing
from builder.listing import WORDS, listings
from builder.places import WEB
from tests.built import page

TAG = re.compile(r"<[^>]+>")
TUTORIAL = [  # every statement that the tutorial explains, in its order
    "import copy",
    "import numpy as np",
    "np.random.seed(0)",
    "def sigmoid(x, deriv=False):",
    "if deriv is True: return x*(1-x)",
    "return 1/(1 + np.exp(-x))",
    "int2binary = {}",
    "binary_dim = 8",
    "largest_number = pow(2,binary_dim)",
    "binary = np.unpackbits(",
    "for i in range(largest_number): int2binary[i] = binary[i]",
    "alpha = 0.1",
    "input_dim = 2",
    "hidden_dim = 16",
    "output_dim = 1",
    "synapse_0 = 2*np.random.random((input_dim,hidden_dim)) - 1",
    "synapse_1 = 2*np.random.random((hidden_dim,output_dim)) - 1",
    "synapse_h = 2*np.random.random((hidden_dim,hidden_dim)) - 1",
    "synapse_0_update = np.zeros_like(synapse_0)",
    "synapse_1_update = np.zeros_like(synapse_1)",
    "synapse_h_update = np.zeros_like(synapse_h)",
    "for j in range(10000):",
    "a_int = np.random.randint(largest_number/2)",
    "a = int2binary[a_int]",
    "b_int = np.random.randint(largest_number/2)",
    "b = int2binary[b_int]",
    "c_int = a_int + b_int",
    "c = int2binary[c_int]",
    "d = np.zeros_like(c)",
    "overallError = 0",
    "layer_2_deltas = list()",
    "layer_1_values = list()",
    "layer_1_values.append(np.zeros(hidden_dim))",
    "for position in range(binary_dim): (forward)",
    "X = np.array([[a[binary_dim - position - 1],b[binary_dim - position - 1]]])",
    "y = np.array([[c[binary_dim - position - 1]]]).T",
    "layer_1 = sigmoid(np.dot(X,synapse_0) + np.dot(layer_1_values[-1],synapse_h))",
    "layer_2 = sigmoid(np.dot(layer_1,synapse_1))",
    "layer_2_error = y - layer_2",
    "layer_2_deltas.append((layer_2_error)*sigmoid(layer_2, True))",
    "overallError += np.abs(layer_2_error[0])",
    "d[binary_dim - position - 1] = np.round(layer_2[0][0])",
    "layer_1_values.append(copy.deepcopy(layer_1))",
    "future_layer_1_delta = np.zeros(hidden_dim)",
    "for position in range(binary_dim): (backward)",
    "X = np.array([[a[position],b[position]]])",
    "layer_1 = layer_1_values[-position-1]",
    "prev_layer_1 = layer_1_values[-position-2]",
    "layer_2_delta = layer_2_deltas[-position-1]",
    "layer_1_delta = (future_layer_1_delta.dot(synapse_h.T) + layer_2_delta.dot(synapse_1.T))"
    " * sigmoid(layer_1, True)",
    "synapse_1_update += np.atleast_2d(layer_1).T.dot(layer_2_delta)",
    "synapse_h_update += np.atleast_2d(prev_layer_1).T.dot(layer_1_delta)",
    "synapse_0_update += X.T.dot(layer_1_delta)",
    "future_layer_1_delta = layer_1_delta",
    "synapse_0 += synapse_0_update * alpha",
    "synapse_1 += synapse_1_update * alpha",
    "synapse_h += synapse_h_update * alpha",
    "synapse_0_update *= 0",
    "synapse_1_update *= 0",
    "synapse_h_update *= 0",
    "if(j % 1000 == 0):",
    'print("Error:" + str(overallError))',
    'print("Pred:" + str(d))',
    'print("True:" + str(c))',
    "out = 0",
    "for index,x in enumerate(reversed(d)): out += x*pow(2,index)",
    'print(str(a_int) + " + " + str(b_int) + " = " + str(out))',
    'print("------------")',
]
SHOWN = listings(WEB)


def answered():
    """The line of ours that answers each of the tutorial's statements."""
    about = listing.tomllib.loads((WEB / WORDS).read_text(encoding="utf-8"))
    return {
        statement: (function, entry["line"])
        for function, entries in about.items()
        for entry in entries
        for statement in entry.get("tutorial", [])
    }


@pytest.mark.parametrize("statement", TUTORIAL)
def test_every_statement_of_the_tutorial_is_answered_by_a_line_here(statement):
    assert statement in answered()


def test_no_other_statement_is_answered():
    assert set(answered()) == set(TUTORIAL)


def text_of(line):
    return html.unescape(TAG.sub("", line.code))


def test_every_line_stands_in_the_source_as_it_is_shown():
    source = ours().splitlines()
    for each in SHOWN:
        for line in each.lines:
            written = source[line.number - 1]
            assert written.strip().startswith(text_of(line).strip())
            assert len(written) - len(written.lstrip()) == 4 * line.indent
            rest = written.strip().removeprefix(text_of(line).strip()).strip()
            assert rest == "" or rest.startswith("#")


def test_all_functions_are_shown_whole_but_for_docstrings_and_comments():
    assert [each.name for each in SHOWN] == list(FUNCTIONS)
    code = [line.number for each in SHOWN for line in each.lines]
    others = {at for at, _ in enumerate(ours().splitlines(), start=1)} - set(code)
    left = [ours().splitlines()[at - 1].strip() for at in sorted(others)]
    prose = " ".join(left)
    assert "=" not in re.sub(r'""".*?"""', "", prose)


def test_only_a_closing_bracket_is_explained_with_the_line_before():
    for each in SHOWN:
        said = [line.says for line in each.lines]
        assert sorted(set(said)) == list(range(len(each.words)))
        again = [
            line
            for before, line in zip(each.lines, each.lines[1:], strict=False)
            if line.says == before.says
        ]
        assert all(text_of(line).startswith(")") for line in again)


def test_words_name_the_names_as_the_code_does():
    (words,) = [each.words for each in SHOWN if each.name == "backward"]
    assert '<code><span class="name of-output" data-name="w_hy"' in "".join(words)


@pytest.mark.parametrize(
    ("before", "after", "refusal"),
    [
        ('line = "state ="', 'line = "stat ="', "says nothing of backward: state = hidden"),
        ("[[loss]]", "[[lose]]", "the functions differ in los"),
        ('line = "yield"', 'line = "yields"', "says nothing of train: yield trace"),
    ],
)
def test_words_about_what_is_not_there_are_refused(tmp_path, before, after, refusal):
    file = tmp_path / WORDS
    file.parent.mkdir(parents=True)
    shutil.copy(WEB / WORDS, file)
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(ValueError, match=refusal):
        listings(tmp_path)


def test_words_too_many_are_refused(tmp_path):
    file = tmp_path / WORDS
    file.parent.mkdir(parents=True)
    more = '\n[[train]]\nline = "return"\nsays = "No."\n'
    file.write_text((WEB / WORDS).read_text(encoding="utf-8") + more, encoding="utf-8")
    with pytest.raises(ValueError, match="train has no line 'return' there"):
        listings(tmp_path)


def test_the_built_page_has_every_line():
    built = page("index.html")
    for each in SHOWN:
        for line in each.lines:
            assert f'data-line="{line.number}"' in built
