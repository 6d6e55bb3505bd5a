"""Tracebacks as CPython writes them, but only with the program's frames."""

import traceback

from .description import clip
from .recording import active

_LONGEST = 8000


def traceback_text(error, filename):
    """The traceback of an exception, of its causes, and of the exceptions in its group, without frames of the library.

    Empty if it cannot be written, because memory is short or the exception's own `__str__` fails."""
    recorder, active.recorder = active.recorder, None
    try:
        told = traceback.TracebackException.from_exception(error)
        _keep_frames(told, filename)
        return clip(''.join(told.format()).rstrip('\n'), _LONGEST)
    except BaseException:
        return ''
    finally:
        active.recorder = recorder


def print_error(error, recorder):
    """Writes the traceback to standard error."""
    text = traceback_text(error, recorder.filename)
    if text:
        recorder.error_stream.write(text + '\n')


def _keep_frames(told, filename):
    # and of what the program compiles from a string
    told.stack[:] = [frame for frame in told.stack if frame.filename in (filename, '<string>')]
    for other in (told.__cause__, told.__context__, *(told.exceptions or ())):
        if other is not None:
            _keep_frames(other, filename)
