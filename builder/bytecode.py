"""The recipe that repack.py gives to Pyodide's own CPython: sources in, bytecode out.

The same archive always gives the same bytes: no dates, one order, one compiler.
"""

import importlib.util
import py_compile
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the oldest date that an archive can hold
OPTIMIZE = 2  # without docstrings and assertions, as python -OO
RUNS = re.compile(r".*\.(py|so)|[^/]+\.dist-info/(?!RECORD).*[^/]")

# What no page needs: tools for programmers, servers, processes, mail, other systems, rare codecs,
# and what of NumPy is never called: Pyodide loads every library of a wheel, needed or not.
# Nothing that is kept may import any of it as it starts.
UNUSED = re.compile(
    r"""(
      bdb | cmd | pdb | cProfile | profile | pstats | trace | doctest | pydoc | tabnanny | symtable
    | pyclbr | modulefinder | compileall | py_compile | pickletools | zipapp | __hello__ | this
    | antigravity | colorsys | wave | configparser | fileinput | optparse | plistlib | shelve
    | ftplib | imaplib | mailbox | netrc | poplib | smtplib | socketserver | webbrowser
    | http/(server|cookies|cookiejar) | urllib/robotparser | logging/(config|handlers)
    | asyncio/(__main__|tools|windows_\w+|proactor_events)
    | concurrent/futures/(process|interpreter) | _pyio | _pydatetime
    | encodings/(?!(__init__|aliases|ascii|charmap|cp437|cp1252|idna|iso8859_1|latin_1)\.)
      (?!utf|\w+code)\w+
    | binadd/(__main__|experiments/(processes|cluster))
    | numpy/(conftest|matlib|_configtool|_core/cversions|ma/testutils|typing/mypy_plugin)
    )\.py
    | (
      _pyrepl | __phello__ | unittest | multiprocessing | concurrent/interpreters | sqlite3
    | tomllib | wsgiref | xml | xmlrpc | numpy/(_pyinstaller|f2py|testing)
    | binadd/cli
    )/.*
    | numpy/linalg/lapack_lite.*""",
    re.VERBOSE,
)

# What only the worker of a visitor's own code imports: it is compiled there, not sent to everybody.
LATE = re.compile(
    r"binadd/trying/(challenges?|goals|gradient_check|own_accuracy|results|telling|trial|verdict)\.py"
)


# Of these it is wanted only that they can be imported: they attach documentation to what NumPy has
# in C, a long list of texts at every start. Docstrings of the rest are left out, too.
EMPTIED = re.compile(r"numpy/_core/_add_newdocs(_scalars)?\.py")

# Of numpy.random the page needs RandomState. The younger generators are imported when asked for.
YOUNGER = {
    "_generator": ("Generator", "default_rng"),
    "_pcg64": ("PCG64", "PCG64DXSM"),
    "_philox": ("Philox",),
    "_sfc64": ("SFC64",),
    "_pickle": (),
}
RANDOM = "numpy/random/__init__.py"
LAZILY = """
def __getattr__(name):
    import importlib
    for module, names in {younger!r}.items():
        if name in (module, *names):
            found = importlib.import_module(f"numpy.random.{{module}}")
            return found if name == module else getattr(found, name)
    raise AttributeError(f"module 'numpy.random' has no attribute {{name!r}}")
"""


def repack(source: str, target: str, place: str, keep_sources: bool) -> None:
    """Write the archive `source`, which will lie or be unpacked at `place`, as bytecode."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in sorted(filter(is_used, old.namelist())):
            for path, content in made_from(name, old.read(name), place, keep_sources):
                new.writestr(zipfile.ZipInfo(path, FIRST_DAY), content, zipfile.ZIP_DEFLATED, 9)


def is_used(name: str) -> bool:
    """Tell whether a file of an archive is for running programs, and for programs in a page."""
    return bool(RUNS.fullmatch(name)) and not UNUSED.fullmatch(name)


def made_from(
    name: str, content: bytes, place: str, keep_sources: bool
) -> Iterator[tuple[str, bytes]]:
    """Return what takes a file's place, each part with its name."""
    if keep_sources or not name.endswith(".py"):
        yield name, content
    if name.endswith(".py") and not LATE.fullmatch(name):
        path = importlib.util.cache_from_source(name) if keep_sources else f"{name}c"
        yield path, bytecode(altered(name, content), f"{place}/{name}")


def altered(name: str, content: bytes) -> bytes:
    """Return a source as it is compiled: nearly always as it is."""
    if name == RANDOM:
        return lazily(content.decode()).encode()
    return b"" if EMPTIED.fullmatch(name) else content


def lazily(source: str) -> str:
    """Have numpy.random import the younger generators when they are asked for."""
    for module, names in YOUNGER.items():
        line = f"from .{module} import {', '.join(names)}\n" if names else f", {module}\n"
        if source.count(line) != 1:
            raise ValueError(f"numpy.random does not import {module} as it did: {line!r}")
        source = source.replace(line, "" if names else "\n")
    return source + LAZILY.format(younger=YOUNGER)


def bytecode(source: bytes, shown: str) -> bytes:
    """Compile a source to what Python takes unchecked; tracebacks show the path `shown`."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "source.py")
        file.write_bytes(source)
        unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
        made = f"{file}c"
        py_compile.compile(str(file), made, shown, True, OPTIMIZE, unchecked)
        return Path(made).read_bytes()
