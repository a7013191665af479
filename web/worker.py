"""The worker: the only Python file that knows PyScript. Messages are listed in messages.js.

Training goes in slices of SLICE seconds, each started by a message to ourselves, so that commands
are heard in between. (A loop on asyncio.sleep(0) can delay commands by a second in Chromium.)
"""

import traceback

import js
from polyscript import xworker  # must be a global: PyScript looks it up by this name
from pyodide.ffi import create_proxy, to_js


def post(kind, **content):
    js.postMessage(to_js({"type": kind, **content}))


def fail(reason):
    post("failed", reason=reason, detail=traceback.format_exc())


def guarded(handler):
    """Let no error pass unseen: whatever a handler raises ends the worker's service."""

    def handle(event):
        try:
            handler(event)
        except Exception:
            session.halt()
            fail("Training stopped because of an error in the page's own code.")

    return create_proxy(handle)


try:
    import sys

    import numpy

    post("boot", stage="network")

    import binadd
    from binadd.session import Session, limits

    session = Session(post)
    ticks = js.MessageChannel.new()

    def tick(_event):
        if session.work():
            ticks.port2.postMessage(0)

    def command(event):
        idle = not session.busy
        session.obey(event.data.to_py())
        if idle and session.busy:
            ticks.port2.postMessage(0)

    ticks.port1.onmessage = guarded(tick)
    xworker.onmessage = guarded(command)
    post(
        "ready",
        limits=limits(),
        python=sys.version.split()[0],
        numpy=numpy.__version__,
        binadd=binadd.__version__,
    )
    session.start()
except Exception:
    fail("Python started, but the network could not be set up.")
