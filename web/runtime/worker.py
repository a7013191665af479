"""The worker: the only Python file that knows PyScript. Messages are listed in messages.js.

Work goes in slices, each started by a message to ourselves, so that commands are heard in
between. (A loop on asyncio.sleep(0) can delay commands by a second in Chromium.)
"""

import sys
import traceback

import js
from polyscript import xworker  # must be a global: PyScript looks it up by this name
from pyodide.ffi import create_proxy, jsnull, to_js

ticks = js.MessageChannel.new()
ticking = False  # a message to ourselves is under way
waiting = None  # the timer of a later tick


def post(kind, **content):
    """Send an event to the page; arrays become typed arrays."""
    js.postMessage(to_js({"type": kind, **content}))


def fail(reason):
    """Tell the page that nothing more will come, and why."""
    post("failed", reason=reason, detail=traceback.format_exc())


def tick(_event=None):
    """Do one slice of work and, if there is more, call for the next."""
    global ticking, waiting
    wait = session.work()
    ticking = wait == 0
    if ticking:
        ticks.port2.postMessage(0)
    elif wait is not None:
        js.clearTimeout(waiting)
        waiting = js.setTimeout(tick_later, 1000 * wait)


def obey(event):
    """Carry out a command and see to the work that it brings."""
    command = event.data.to_py()
    session.obey({name: None if value is jsnull else value for name, value in command.items()})
    if not ticking:
        tick()


def guarded(handler):
    """Let no error pass unseen: whatever a handler raises ends the session."""

    def handle(*event):
        try:
            handler(*event)
        except Exception:
            fail("Training stopped because of an error in this page's own code.")

    return create_proxy(handle)


try:
    import numpy

    post("boot", stage="network")

    import binadd
    from binadd.live.session import Session, limits, presets

    session = Session(post)
    tick_later = guarded(lambda _event=None: ticking or tick())
    ticks.port1.onmessage = guarded(tick)
    xworker.onmessage = guarded(obey)
    versions = {"python": sys.version.split()[0], "numpy": numpy.__version__}
    post("ready", limits=limits(), presets=presets(), binadd=binadd.__version__, **versions)
    session.start()
    tick()
except Exception:
    fail("Python started, but the network could not be set up.")
