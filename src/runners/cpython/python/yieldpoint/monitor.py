"""`sys.monitoring`, restricted to the generators, coroutines and async generators of one program."""

import dis
import functools
import inspect
import sys
from types import CodeType

from .recording import active

_TOOL = 4
_EVENTS = sys.monitoring.events
_LOCAL = _EVENTS.PY_START | _EVENTS.PY_RESUME | _EVENTS.PY_YIELD | _EVENTS.PY_RETURN | _EVENTS.LINE
_SUSPENDABLE = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR
_YIELD_VALUE = dis.opmap['YIELD_VALUE']


def _codes_in(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes_in(constant)


@functools.cache
def _delegating_yields(code):
    """Offsets of the yields that are part of a `yield from` or an `await`: the compiler gives those the argument 1."""
    bytecode = code.co_code
    return {at for at in range(0, len(bytecode), 2) if bytecode[at] == _YIELD_VALUE and bytecode[at + 1] == 1}


class Monitor:
    """While on, tells `frames` (if there) all that the frames of `program` do, and `generators` which async generators have ended."""

    def __init__(self, program, frames, generators):
        flags = _SUSPENDABLE if frames is not None else inspect.CO_ASYNC_GENERATOR
        self._codes = {code for code in _codes_in(program) if code.co_flags & flags}
        self._frames = frames
        self._generators = generators
        callbacks = {_EVENTS.PY_RETURN: self._on_return, _EVENTS.PY_UNWIND: self._on_unwind}
        if frames is not None:
            callbacks |= {
                _EVENTS.PY_START: self._on_start,
                _EVENTS.PY_RESUME: self._on_resume,
                _EVENTS.PY_YIELD: self._on_yield,
                _EVENTS.PY_THROW: self._on_throw,
                _EVENTS.LINE: self._on_line,
            }
        self._callbacks = callbacks

    def __enter__(self):
        if not self._codes:
            return
        monitoring = sys.monitoring
        monitoring.use_tool_id(_TOOL, 'yieldpoint')
        for event, callback in self._callbacks.items():
            monitoring.register_callback(_TOOL, event, callback)
        for code in self._codes:
            monitoring.set_local_events(_TOOL, code, _EVENTS.PY_RETURN if self._frames is None else _LOCAL)
        # these two cannot be asked for by code object
        monitoring.set_events(_TOOL, _EVENTS.PY_UNWIND if self._frames is None else _EVENTS.PY_UNWIND | _EVENTS.PY_THROW)

    def __exit__(self, *error):
        if not self._codes:
            return
        monitoring = sys.monitoring
        monitoring.set_events(_TOOL, 0)
        for code in self._codes:
            monitoring.set_local_events(_TOOL, code, 0)
        for event in self._callbacks:
            monitoring.register_callback(_TOOL, event, None)
        monitoring.free_tool_id(_TOOL)
        _delegating_yields.cache_clear()

    def _on_start(self, code, offset):
        if active.recorder is not None:
            self._frames.started(sys._getframe(1))

    def _on_resume(self, code, offset):
        if active.recorder is not None:
            self._frames.resumed(sys._getframe(1))

    def _on_yield(self, code, offset, value):
        if active.recorder is not None:
            self._frames.suspended(sys._getframe(1), value, offset in _delegating_yields(code))

    def _on_throw(self, code, offset, error):
        if code in self._codes and active.recorder is not None:
            self._frames.thrown(sys._getframe(1), error)

    def _on_line(self, code, line):
        if active.recorder is not None:
            self._frames.line(sys._getframe(1), line)

    def _on_return(self, code, offset, value):
        if active.recorder is not None:
            self._left(sys._getframe(1), 'returned', value)

    def _on_unwind(self, code, offset, error):
        if code in self._codes and active.recorder is not None:
            self._left(sys._getframe(1), 'raised', error)

    def _left(self, frame, how, value):
        if self._frames is not None:
            self._frames.left(frame, how, value)
        self._generators.left(frame.f_generator)
