"""Values and exceptions as short text that is the same on every run."""

import re
import reprlib

from .recording import active

_ADDRESS = re.compile(r' at 0x[0-9a-f]+')
_LONGEST = 200
_PLAIN = (int, float, bool, type(None))


class _Repr(reprlib.Repr):
    def repr_instance(self, value, level):
        name = getattr(value, 'get_name', None)
        if name is not None and hasattr(value, 'get_coro'):
            return f'<Task {name()}>'
        return repr(value)


_repr = _Repr(maxlevel=5, maxtuple=20, maxlist=20, maxdict=20, maxset=20, maxfrozenset=20, maxstring=_LONGEST, maxother=_LONGEST)


def clip(text, longest=_LONGEST):
    return text if len(text) <= longest else text[: longest - 1] + '…'


def value_text(value):
    """`repr(value)`, bounded and without addresses. A `__repr__` of the program runs unobserved, and may fail."""
    if type(value) in _PLAIN:
        return clip(repr(value))
    recorder, active.recorder = active.recorder, None
    try:
        return clip(_ADDRESS.sub('', _repr.repr(value)))
    except Exception:
        return f'<{type(value).__name__}>'
    finally:
        active.recorder = recorder


def number_text(number):
    """A delay as it was written: `2` for 2.0."""
    return repr(int(number)) if isinstance(number, float) and number.is_integer() else repr(number)


def error_line(error, filename):
    """The innermost line of the program that the exception passed through, or None."""
    line = None
    traceback = error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == filename:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def error_text(error, filename):
    """The exception as `{name, message, line?}`."""
    recorder, active.recorder = active.recorder, None
    try:
        message = clip(_ADDRESS.sub('', str(error)), 1000)
    except Exception:
        message = ''
    finally:
        active.recorder = recorder
    text = {'name': type(error).__name__, 'message': message}
    line = error_line(error, filename)
    if line is not None:
        text['line'] = line
    return text
