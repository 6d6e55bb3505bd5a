"""What CPython reports besides the program's output: warnings, and errors that nobody can catch.

It writes both to standard error. Here they are events of their own kind, each with the line of the program it is about.
"""

import contextlib
import re
import sys
import warnings

from .description import clip, error_line, error_text
from .lines import line_of_program
from .recording import active

_ADDRESS = re.compile(r' at 0x[0-9a-f]+')
_FRAME = re.compile(r' +File "([^"]*)", line .*\n(?: {4,}.*\n?)*')


@contextlib.contextmanager
def warnings_recorded(recorder):
    """Within the block a warning that passes the filters becomes an event. So does an error in a `__del__`, or of a
    generator that refuses to close: CPython ignores such errors and prints that it did."""
    filename = recorder.filename

    def show(message, category, file, line, *_):
        about = line if file == filename else line_of_program(filename)
        _record(recorder, category.__name__, _without_library(str(message), filename), about)

    def ignore(unraisable):
        error = unraisable.exc_value
        text = error_text(error, filename)
        said = f'{text["name"]}: {text["message"]}' if text['message'] else text['name']
        about = error_line(error, filename) or line_of_program(filename)
        _record(recorder, _ADDRESS.sub('', unraisable.err_msg or 'Exception ignored'), said, about)

    hook = sys.unraisablehook
    with warnings.catch_warnings():
        warnings.showwarning = show
        sys.unraisablehook = ignore
        try:
            yield
        finally:
            sys.unraisablehook = hook


def _without_library(message, filename):
    """In debug mode asyncio says where a coroutine was made, with all frames of the library and ours."""
    if 'Coroutine created at' not in message:
        return message
    return _FRAME.sub(lambda frame: frame[0] if frame[1] == filename else '', message)


def _record(recorder, category, message, line):
    if active.recorder is not recorder:
        return
    fields = {'category': clip(category), 'message': clip(_ADDRESS.sub('', message), 1000)}
    if line is not None:
        fields['line'] = line
    recorder.record('warning', fields)
