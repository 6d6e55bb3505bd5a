"""Values and exceptions as short text that is the same on every run."""

import itertools
import re
import reprlib
from types import FunctionType

from .private_asyncio import asyncio
from .recording import active

INFINITY = float('inf')

_ADDRESS = re.compile(r' at 0x[0-9a-f]+')
_LONGEST = 200


class _Repr(reprlib.Repr):
    """`repr` in bounds: containers are cut, dictionaries keep their order, tasks go by their names, and what has no
    `__repr__` of its own, or a broken one, by its class."""

    def repr_dict(self, values, level):
        if level <= 0:
            return '{...}'
        first = itertools.islice(values.items(), self.maxdict)
        shown = [f'{self.repr1(key, level - 1)}: {self.repr1(value, level - 1)}' for key, value in first]
        if len(values) > self.maxdict:
            shown.append('...')
        return f'{{{", ".join(shown)}}}'

    def repr_instance(self, value, level):
        cls = type(value)
        if cls is asyncio.Task:
            return f'<Task {value.get_name()}>'
        if cls is asyncio.Future:
            return f'<Future {value._state.lower()}>'
        if cls is type or cls is FunctionType:
            return f'<{"class" if cls is type else "function"} {value.__name__}>'
        if cls.__repr__ is object.__repr__:
            return f'<{cls.__name__}>'
        try:
            return repr(value)
        except BaseException:
            return f'<{cls.__name__}>'


_bounds = dict.fromkeys(('maxtuple', 'maxlist', 'maxdict', 'maxset', 'maxfrozenset', 'maxdeque'), 20)
_repr = _Repr(maxlevel=5, maxstring=_LONGEST, maxother=_LONGEST, **_bounds)


def clip(text, longest=_LONGEST):
    return text if len(text) <= longest else text[: longest - 1] + '…'


def value_text(value):
    """`repr(value)`, bounded and without addresses. A `__repr__` of the program runs unobserved, and may fail."""
    recorder, active.recorder = active.recorder, None
    try:
        return clip(_ADDRESS.sub('', _repr.repr(value)))
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
    except BaseException:
        message = ''
    finally:
        active.recorder = recorder
    text = {'name': type(error).__name__, 'message': message}
    line = error_line(error, filename)
    if line is not None:
        text['line'] = line
    return text
