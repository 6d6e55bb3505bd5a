"""Values and exceptions as short text that is the same in every run."""

import collections
import datetime
import decimal
import dis
import fractions
import itertools
import re
import reprlib
from contextvars import Context
from types import BuiltinFunctionType, FunctionType, MethodType

from .private_asyncio import asyncio
from .recording import active
from .values import attribute, class_of, context_entries, exact_text, is_leaf, plain_text

INFINITY = float('inf')

_RESUME = dis.opmap['RESUME']

_ADDRESS = re.compile(r' at 0x[0-9a-f]+')
_LONGEST = 200

# types that `reprlib` shows itself; for all others it would call `repr`
_CONTAINERS = frozenset(map(id, (list, tuple, set, frozenset, dict, collections.deque)))
# classes whose `repr` calls nothing else
_SELF_CONTAINED = frozenset(
    map(
        id,
        (
            datetime.date,
            datetime.datetime,
            datetime.time,
            datetime.timedelta,
            decimal.Decimal,
            fractions.Fraction,
            type(_ADDRESS),
            asyncio.Lock,
            asyncio.Event,
            asyncio.Semaphore,
            asyncio.BoundedSemaphore,
            asyncio.Condition,
            asyncio.Barrier,
        ),
    )
)


class _Repr(reprlib.Repr):
    """A bounded `repr` that does not run the program's code. Containers are cut, dictionaries keep their order, and
    tasks are shown by name. An object without its own `__repr__` is shown by its class, and one with its own by
    class and attributes."""

    def repr1(self, value, level):
        if is_leaf(value) or id(type(value)) in _CONTAINERS:
            return super().repr1(value, level)
        return self._instance(value, level)

    def repr_dict(self, values, level):
        if level <= 0:
            return '{...}'
        first = itertools.islice(values.items(), self.maxdict)
        shown = [f'{self.repr1(key, level - 1)}: {self.repr1(value, level - 1)}' for key, value in first]
        if len(values) > self.maxdict:
            shown.append('...')
        return f'{{{", ".join(shown)}}}'

    def repr_set(self, values, level):
        return self._unordered(values, level, super().repr_set, '{%s}')

    def repr_frozenset(self, values, level):
        return self._unordered(values, level, super().repr_frozenset, 'frozenset({%s})')

    def _unordered(self, values, level, ordered, form):
        """`reprlib` sorts a set. The objects it compares must not be the program's."""
        if all(map(is_leaf, itertools.islice(values, self.maxset + 1))) or level <= 0:
            return ordered(values, level)
        shown = [self.repr1(value, level - 1) for value in itertools.islice(values, self.maxset)]
        return form % ', '.join([*shown, '...'] if len(values) > self.maxset else shown)

    def _instance(self, value, level):
        kind = type(value)
        known = class_of(value)
        if kind is asyncio.Task:
            return f'<Task {exact_text(attribute(value, "_name"))}>'
        if kind is asyncio.Future:
            state = attribute(value, '_state')
            return f'<Future {state.lower() if type(state) is str else "pending"}>'
        if kind is Context:
            return self.repr_dict(dict(context_entries(value)), level)
        if known.is_error:
            return self._error(value, known, level)
        if kind is BuiltinFunctionType:
            return _builtin_text(value)
        if kind is MethodType:
            return f'<bound method {exact_text(value.__func__.__name__)}>' if type(value.__func__) is FunctionType else '<method>'
        text = plain_text(value)
        if text is not None:
            return text
        if known.repr_of is object:
            return f'<{known.name}>'
        if known.is_own:
            return self._attributes(value, known, level)
        if not known.has_own_base and (known.is_iterator or id(kind) in _SELF_CONTAINED):
            return repr(value)
        return f'<{known.name}>'

    def _error(self, value, known, level):
        args = BaseException.args.__get__(value)
        return f'{known.name}({", ".join(self.repr1(arg, level - 1) for arg in args[: self.maxtuple])})'

    def _attributes(self, value, known, level):
        if level <= 0:
            return f'<{known.name}>'
        first = known.shown_attributes(value)[: self.maxdict]
        return f'{known.name}({", ".join(f"{name}={self.repr1(item, level - 1)}" for name, item in first)})'


def _builtin_text(value):
    """A method shows the class of its object, because the object's `repr` would contain its address."""
    owner = value.__self__
    if owner is None or type(owner) is type(itertools):
        return f'<built-in function {value.__name__}>'
    return f'<built-in method {value.__name__} of {class_of(owner).name} object>'


_bounds = dict.fromkeys(('maxtuple', 'maxlist', 'maxdict', 'maxset', 'maxfrozenset', 'maxdeque'), 20)
_repr = _Repr(maxlevel=5, maxstring=_LONGEST, maxother=_LONGEST, **_bounds)


def clip(text, longest=_LONGEST):
    return text if len(text) <= longest else text[: longest - 1] + '…'


def value_text(value):
    """Returns `repr(value)`, bounded and without addresses, as far as it does not depend on the program. None of the
    program's code runs."""
    return clip(_ADDRESS.sub('', _repr.repr(value)))


def number_text(number):
    """A delay as the programmer wrote it: `2` for 2.0."""
    return repr(int(number)) if isinstance(number, float) and number.is_integer() else repr(number)


def is_refused_call(frame):
    """Whether the frame belongs to a call for which the stack had no room. CPython refuses such a call before it
    begins; here it has begun and reached its first instruction."""
    at, code = frame.f_lasti, frame.f_code.co_code
    return at >= 0 and code[at] == _RESUME and code[at + 1] & 3 == 0


def error_line(error, filename):
    """The innermost line of the program that the exception passed through, or None."""
    line = None
    traceback = error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == filename and not is_refused_call(traceback.tb_frame):
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
