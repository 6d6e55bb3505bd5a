"""`sys.monitoring`, restricted to the code of one program."""

import contextlib
import dis
import functools
import inspect
import itertools
import sys
import time
import types

from .codes import SUSPENDABLE, codes_in
from .description import value_text
from .recording import RunStopped, active
from .room import roomy
from .thinning import Thinning
from .threads import unseen

_TOOL = 4
_EVENTS = sys.monitoring.events
_OF_FRAMES = _EVENTS.PY_START | _EVENTS.PY_RESUME | _EVENTS.PY_YIELD | _EVENTS.PY_RETURN | _EVENTS.LINE
_OF_CALLS = _EVENTS.PY_START | _EVENTS.PY_RETURN | _EVENTS.LINE
_YIELD_VALUE = dis.opmap['YIELD_VALUE']
_JUMPS_BETWEEN_LOOKS = 0xFF  # a mask
_JUMPS_AFTERWARDS = 10_000
_real_clock = time.monotonic
_WITH_ROOM = roomy(len).__code__
_coroutine = types.coroutine


@functools.cache
def _delegating_yields(code):
    """The offsets of yields that are part of a `yield from` or an `await`: the compiler gives these the argument 1."""
    bytecode = code.co_code
    return {at for at in range(0, len(bytecode), 2) if bytecode[at] == _YIELD_VALUE and bytecode[at + 1] == 1}


def _program_frame():
    """The program's frame that the callback is about: below our own frames and the frame that makes room on the stack."""
    frame = sys._getframe(2)
    return frame.f_back if frame.f_code is _WITH_ROOM else frame


class Monitor:
    """While active, reports to the recorder's `frames` (if it has them) everything that the frames of `program` do, and
    to its `generators` which async generators have ended. Also notices when `main` starts, and stops loops after
    `seconds` of real time."""

    def __init__(self, program, recorder, seconds):
        self.main_started = False
        self._recorder = recorder
        self._deadline = None if seconds is None else _real_clock() + seconds
        codes = set(codes_in(program))
        self._mains = {code for code in codes if code.co_qualname == 'main'}
        watched = SUSPENDABLE if recorder.frames is not None else inspect.CO_ASYNC_GENERATOR
        self._frames = {code for code in codes if code.co_flags & watched}
        calls = None if recorder.frames is None else recorder.frames.calls
        self._calls = set() if calls is None else {code for code in recorder.frames.codes if code not in self._frames}
        if calls is not None:
            calls.on_end = self._stop_following
        self._events = {code: self._events_of(code) for code in codes if self._events_of(code)}
        self._callbacks = {
            _EVENTS.PY_START: self._on_start,
            _EVENTS.PY_RESUME: self._on_resume,
            _EVENTS.PY_YIELD: self._on_yield,
            _EVENTS.PY_THROW: self._on_throw,
            _EVENTS.PY_RETURN: self._on_return,
            _EVENTS.PY_UNWIND: self._on_unwind,
            _EVENTS.LINE: self._on_line,
            _EVENTS.JUMP: self._count_jumps(),
        }
        if recorder.frames is not None:
            recorder.thinning = Thinning(recorder, self._stop_telling)

    def _events_of(self, code):
        events = 0
        if code in self._frames:
            events |= _OF_FRAMES if self._recorder.frames is not None else _EVENTS.PY_RETURN
        if code in self._calls:
            events |= _OF_CALLS
        if code in self._mains:
            events |= _EVENTS.PY_START
        if self._deadline is not None:
            events |= _EVENTS.JUMP
        return events

    def __enter__(self):
        types.coroutine = self._watching_coroutine()
        monitoring = sys.monitoring
        monitoring.use_tool_id(_TOOL, 'yieldpoint')
        for event, callback in self._callbacks.items():
            monitoring.register_callback(_TOOL, event, callback if event == _EVENTS.JUMP else roomy(callback))
        for code, events in self._events.items():
            monitoring.set_local_events(_TOOL, code, events)
        if self._frames:  # these two events cannot be requested for a single code object
            monitoring.set_events(_TOOL, _EVENTS.PY_UNWIND | (_EVENTS.PY_THROW if self._recorder.frames else 0))
        return self

    def __exit__(self, *error):
        types.coroutine = _coroutine
        monitoring = sys.monitoring
        monitoring.set_events(_TOOL, 0)
        for code in self._events:
            monitoring.set_local_events(_TOOL, code, 0)
        for event in self._callbacks:
            monitoring.register_callback(_TOOL, event, None)
        monitoring.free_tool_id(_TOOL)
        _delegating_yields.cache_clear()

    def _watching_coroutine(self):
        """`types.coroutine` gives a generator function another code object, which has to be watched instead of the
        first. This one does both. It is a function of the same name, so a variable that holds it is known to be an
        import, as it is without us."""

        def coroutine(function):
            original = getattr(function, '__code__', None)
            result = _coroutine(function)
            code = getattr(result, '__code__', None)
            if original in self._events and code not in self._events:
                self._events[code] = self._events[original]
                if original in self._frames:
                    self._frames.add(code)
                    if self._recorder.frames is not None:
                        self._recorder.frames.codes[code] = self._recorder.frames.codes[original]
                sys.monitoring.set_local_events(_TOOL, code, self._events[code])
            return result

        coroutine.__module__, coroutine.__qualname__ = _coroutine.__module__, _coroutine.__qualname__
        return coroutine

    def _on_start(self, code, offset):
        if code in self._mains:
            self.main_started = True
        if active.recorder is None:
            return
        if code in self._frames:
            self._recorder.frames.started(_program_frame())
        elif code in self._calls:
            self._recorder.frames.calls.started(_program_frame())

    def _on_resume(self, code, offset):
        if active.recorder is not None:
            self._recorder.frames.resumed(_program_frame())

    def _on_yield(self, code, offset, value):
        if active.recorder is not None:
            self._recorder.frames.suspended(_program_frame(), value, offset in _delegating_yields(code))

    def _on_throw(self, code, offset, error):
        if code in self._frames and active.recorder is not None:
            self._recorder.frames.thrown(_program_frame(), error)

    def _on_line(self, code, line):
        if active.recorder is None:
            return None
        self._recorder.check()
        frame, observer = _program_frame(), self._recorder.frames
        if code in self._calls:
            observer = observer.calls
        is_followed = bool(observer.follows(frame))
        if self._recorder.thinning is not None and not self._recorder.thinning.takes_line(is_followed):
            return sys.monitoring.DISABLE
        if is_followed:
            observer.line(frame, line)
        return None

    def _on_return(self, code, offset, value):
        if active.recorder is None:
            return
        if code in self._calls:
            self._recorder.frames.calls.left(_program_frame(), 'returned', lambda: value_text(value))
        else:
            self._left(_program_frame(), 'returned', value)

    def _on_unwind(self, code, offset, error):
        if active.recorder is None:
            return
        if code in self._frames:
            self._left(_program_frame(), 'raised', error)
        elif code in self._calls:
            frames = self._recorder.frames
            frames.calls.left(_program_frame(), 'raised', lambda: frames.error(error))

    def _stop_following(self):
        """From now on plain functions run at full speed."""
        for code in self._calls:
            self._events[code] &= ~_OF_CALLS | (_EVENTS.PY_START if code in self._mains else 0)
            sys.monitoring.set_local_events(_TOOL, code, self._events[code])
        self._calls = set()

    def _stop_telling(self, what):
        """From now on lines, or all frame events, are not recorded, and the program runs at full speed."""
        if what == 'lines':
            kept = ~_EVENTS.LINE
        else:
            kept = _EVENTS.JUMP
            self._recorder.frames.close()
            self._recorder.frames = unseen
            self._calls = set()
        for code in self._events:
            always = _EVENTS.PY_START if code in self._mains else 0
            if code.co_flags & inspect.CO_ASYNC_GENERATOR:
                always |= _EVENTS.PY_RETURN
            self._events[code] = self._events[code] & kept | always
            sys.monitoring.set_local_events(_TOOL, code, self._events[code])

    def _left(self, frame, how, value):
        if self._recorder.frames is not None:
            self._recorder.frames.left(frame, how, value)
        self._recorder.generators.left(frame.f_generator)

    def _count_jumps(self):
        """Called at every round of a loop. Most of the cost of a simple loop is here."""
        jumps = 0

        def on_jump(code, offset, destination):
            nonlocal jumps
            jumps += 1
            if not jumps & _JUMPS_BETWEEN_LOOKS:
                self._look_at_clock()

        return on_jump

    def _look_at_clock(self):
        if active.recorder is None:
            return
        self._recorder.check()
        if _real_clock() > self._deadline:
            self._recorder.stop('time')


@contextlib.contextmanager
def loops_end(program):
    """Within the block no loop of the program runs forever. Suspended frames of a stopped program are closed when they
    are collected, and their code may then begin a loop."""
    jumps = itertools.count()

    def on_jump(code, offset, destination):
        if next(jumps) > _JUMPS_AFTERWARDS:
            raise RunStopped

    monitoring = sys.monitoring
    monitoring.use_tool_id(_TOOL, 'yieldpoint')
    monitoring.register_callback(_TOOL, _EVENTS.JUMP, on_jump)
    codes = list(codes_in(program))
    for code in codes:
        monitoring.set_local_events(_TOOL, code, _EVENTS.JUMP)
    try:
        yield
    finally:
        for code in codes:
            monitoring.set_local_events(_TOOL, code, 0)
        monitoring.register_callback(_TOOL, _EVENTS.JUMP, None)
        monitoring.free_tool_id(_TOOL)
