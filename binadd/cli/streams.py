"""What a command says, whoever reads it: a terminal of any encoding, a pipe that ends, nobody.

Saying something never fails, so a command comes to its end and to its exit status, and to the
files it has to write. What could not be said is remembered.
"""

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from typing import TextIO, cast

PLAIN = str.maketrans({"…": "...", "“": '"', "”": '"', "█": "#", "·": ".", "–": "-"})


class Stream(io.TextIOBase):
    """A stream of text that takes everything; `lost` says why nothing arrives any more."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream  # None: it was closed before Python started
        self.lost: OSError | None = None

    def write(self, text: str) -> int:
        """Write text, in characters that the encoding has."""
        if text and not self.lost:
            try:
                self._written_to().write(self._fitting(text))
            except OSError as error:
                self._lose(error)
        return len(text)

    def flush(self) -> None:
        """Send what was written; here it shows whether it arrives."""
        if self._stream and not self.lost:
            try:
                self._stream.flush()
            except OSError as error:
                self._lose(error)

    def isatty(self) -> bool:
        """Return whether a person looks on."""
        return bool(self._stream and self._stream.isatty())

    def fileno(self) -> int:
        """Return the number that the system gave it; raises OSError if it has none."""
        return self._written_to().fileno()

    def _written_to(self) -> TextIO:
        if self._stream is None:
            raise OSError(None, "it is closed")
        return self._stream

    def _fitting(self, text: str) -> str:
        encoding = getattr(self._stream, "encoding", None) or "utf-8"
        try:
            text.encode(encoding)
        except UnicodeEncodeError:
            return text.translate(PLAIN).encode(encoding, "backslashreplace").decode(encoding)
        return text

    def _lose(self, error: OSError) -> None:
        """Let what is still to be sent, also by Python at its end, go nowhere."""
        self.lost = error
        with contextlib.suppress(OSError):
            number, nowhere = self.fileno(), os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, number)
            os.close(nowhere)


@contextlib.contextmanager
def robust() -> Iterator[tuple[Stream, Stream]]:
    """Within this, `sys.stdout` and `sys.stderr` take everything; both are returned."""
    out, err = Stream(sys.stdout), Stream(sys.stderr)
    with (
        contextlib.redirect_stdout(cast(TextIO, out)),
        contextlib.redirect_stderr(cast(TextIO, err)),
    ):
        try:
            yield out, err
        finally:
            out.flush()
            err.flush()
