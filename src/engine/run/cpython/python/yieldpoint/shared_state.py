"""Notes where a thread changes what others see before its time.

A thread runs to its end when it begins. So what it changes after a sleep is changed at once, while in CPython others see
the old value until then. The values that it shares are those of the module, of its function's variables from outside,
and of its arguments."""

import contextvars
import functools
import types

_MOST_ITEMS = 2000
_DEEPEST = 3
_PLAIN = (bool, bytes, complex, float, int, str, type(None))


class SharedState:
    """What one call in a thread shares with the rest of the program."""

    def __init__(self, function, args, module):
        self._places = list(_places(function, args, module))
        self._before = None

    def remember(self):
        """The thread is about to be ahead of the clock."""
        if self._before is None:
            self._before = self._look()

    def changed(self):
        """The names of what the thread has changed while it was ahead of the clock."""
        if self._before is None:
            return []
        now = self._look()
        return [name for name, look in now.items() if self._before.get(name) != look]

    def _look(self):
        budget = [_MOST_ITEMS]
        looks = {}
        for read in self._places:
            for name, value in read():
                looks[name] = _look_at(value, _DEEPEST, budget)
        return looks


def _unwrap(function, args):
    """The function that a call is about, with its arguments: `asyncio.to_thread` calls it in a context."""
    while isinstance(function, functools.partial):
        function, args = function.func, (*function.args, *args)
    if getattr(function, '__name__', '') == 'run' and isinstance(getattr(function, '__self__', None), contextvars.Context) and args:
        return _unwrap(args[0], args[1:])
    return function, args


def _places(function, args, module):
    function, args = _unwrap(function, args)
    owner = getattr(function, '__self__', None)
    if isinstance(function, types.MethodType):
        function, args = function.__func__, (owner, *args)
    if isinstance(function, types.FunctionType):
        names = function.__code__.co_varnames
        given = [(names[index], value) for index, value in enumerate(args) if index < len(names)]
        yield lambda: given
        cells = list(zip(function.__code__.co_freevars, function.__closure__ or ()))
        yield lambda: [(name, cell.cell_contents) for name, cell in cells if not _is_empty(cell)]
    if module is not None:
        names = module.__dict__
        yield lambda: [(name, value) for name, value in list(names.items()) if not name.startswith('__')]


def _is_empty(cell):
    try:
        cell.cell_contents
    except ValueError:
        return True
    return False


def _look_at(value, depth, budget):
    """What the value is now, without calling anything of the program's: comparable, and different once it has changed."""
    budget[0] -= 1
    kind = type(value)
    if kind in _PLAIN:
        return kind, value
    if depth == 0 or budget[0] < 0:
        return id(value)
    if kind in (list, tuple, set, frozenset):
        return id(value), len(value), [_look_at(item, depth - 1, budget) for item in value if budget[0] > 0]
    if issubclass(kind, dict):
        items = dict.items(value)
        return id(value), [(_look_at(key, 0, budget), _look_at(item, depth - 1, budget)) for key, item in items if budget[0] > 0]
    module = kind.__module__
    if module == '__main__' or kind.__qualname__ == 'Event' and module == 'threading':
        try:
            fields = object.__getattribute__(value, '__dict__')
        except AttributeError:
            return id(value)
        if type(fields) is dict:
            return id(value), [(name, _look_at(item, depth - 1, budget)) for name, item in fields.items() if budget[0] > 0]
    return id(value)
