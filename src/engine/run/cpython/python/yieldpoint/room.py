"""Room on the stack for the observers of a program that recurses to its limit.

Python counts our frames like the program's. Without extra room an observer would fail half way, and the record would
contain a frame that was never made. So the limit is higher while an observer works, and is restored afterwards. If the
program has used up its limit by then, it gets its own RecursionError.
"""

import functools
import sys

_MORE = 200  # frames: what any record needs, including the `repr` of nested values
_MOST = 2**31 - 10_000  # what a C int holds, with room for ours

_get, _set = sys.getrecursionlimit, sys.setrecursionlimit


class _Room:
    is_open = False
    """A limit that could not be restored yet, because the program had used it up."""
    owed = None
    """How many of our frames are below the program, and the limit as the program knows it."""
    below = 0
    asked = None


_room = _Room()


def _open():
    before = _get() if _room.owed is None else _room.owed
    _set(before + _MORE)
    _room.is_open, _room.owed = True, None
    return before


def _close(before):
    _room.is_open = False
    try:
        _set(before)
    except RecursionError:
        _room.owed = before
        raise RecursionError('maximum recursion depth exceeded') from None


def roomy(function):
    """Decorates an observer that the program calls, directly or not, at any depth."""

    @functools.wraps(function)
    def with_room(*args, **kwargs):
        if _room.is_open:
            return function(*args, **kwargs)
        before = _open()
        try:
            return function(*args, **kwargs)
        finally:
            _close(before)

    return with_room


class RecursionLimit:
    """While active, the program has its full limit, and `sys.setrecursionlimit` counts from the program's module.

    If calls are observed, the observer of the innermost call needs two frames to find that there is no more room."""

    def __init__(self, observes_calls):
        self._extra = 2 if observes_calls else -1

    def __enter__(self):
        self._before = _get()
        below, frame = 0, sys._getframe()
        while frame is not None:
            below, frame = below + 1, frame.f_back
        _room.is_open, _room.owed, _room.below, _room.asked = False, None, below + self._extra, self._before
        sys.getrecursionlimit, sys.setrecursionlimit = _get_asked, _set_asked
        _set(self._before + _room.below)

    def __exit__(self, *error):
        sys.getrecursionlimit, sys.setrecursionlimit = _get, _set
        _room.owed = None
        _set(self._before)


def _get_asked():
    return _room.asked


def _set_asked(limit, /):
    if type(limit) is not int or not 0 < limit < 2**31:
        _set(limit)  # raises the right error
        return
    _set(min(limit + _room.below, _MOST))
    _room.owed, _room.asked = None, limit


_get_asked.__name__, _set_asked.__name__ = 'getrecursionlimit', 'setrecursionlimit'
