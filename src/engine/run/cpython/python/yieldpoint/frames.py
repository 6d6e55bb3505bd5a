"""Frames of the program: what its generators, coroutines and async generators do, recorded as the trace's frame events.

CPython resumes a chain of delegating frames from the outside in, but it throws directly into the innermost and reports
nothing about the frames above. Here both look the same: a throw resumes the whole chain. That also holds if the
innermost frame belongs to asyncio, which may catch the exception and keep waiting.

If variables are recorded, plain functions of the program and its module are frames too, and every event says which
variables have changed.
"""

import gc
import sys
import weakref
from types import AsyncGeneratorType, CoroutineType, GeneratorType

from .calls import CallObserver
from .description import error_text, value_text
from .variables import FrameVariables


class _Frame:
    """`delegator` is the frame that suspended because this one did. An `implied` frame was resumed by a throw that
    passed through it, and CPython has not reported that yet; `thrower` is the frame that the throw came through. A
    frame that `handles` an exception suspended in an `except` or a `finally`."""

    __slots__ = (
        *('number', 'generator', 'line', 'suspended', 'delegator', 'implied', 'thrower', 'handles', 'code'),
        'variables',
    )

    def __init__(self, number, generator, code):
        self.number = number
        self.generator = weakref.ref(generator)
        self.code = code
        self.variables = FrameVariables(code.names)
        self.line = None
        self.suspended = False
        self.delegator = None
        self.implied = False
        self.thrower = None
        self.handles = False

    def refer_to(self, generator):
        """An async generator that nothing refers to is resurrected to be closed, but its weak references are gone."""
        if self.generator() is None:
            self.generator = weakref.ref(generator)

    def is_running(self):
        generator = self.generator()
        for attribute in ('gi_running', 'cr_running', 'ag_running'):
            if getattr(generator, attribute, False):
                return True
        return False


def _handles_exception(generator, value):
    """Whether a generator that is about to yield `value` is handling an exception. The collector visits the frame's
    stack, whose top is the value, and then the exception being handled, if there is one."""
    *_, top, last = gc.get_referents(generator)
    return last is not value or (top is value and sys.exception() is value)


def _sent_value(known, generator):
    """The value that the generator was resumed with: it is in the stack slot of the yielded value."""
    return gc.get_referents(generator)[-2 if known.handles else -1]


def _yielded(value):
    """An async generator wraps its yielded values, to distinguish them from what its awaits yield."""
    if type(value).__name__ == 'async_generator_wrapped_value':
        return gc.get_referents(value)[0]
    return value


async def _generate():
    yield


async def _wait():
    pass


def _find_runners():
    """The types of the objects that an async generator's methods, `anext` and a coroutine's `__await__` return. Each
    refers to the generator or coroutine that it runs."""
    generator, coroutine = _generate(), _wait()
    made = generator.asend(None), generator.athrow(GeneratorExit), anext(generator, None), coroutine.__await__()
    for each in made:
        each.close()
    return frozenset(id(type(each)) for each in made)


_RUNNERS = _find_runners()


def _awaited(value):
    """The object that a suspended coroutine, generator or async generator delegates to; None if it is not visible, or
    not one of these."""
    kind = type(value)
    if kind is CoroutineType:
        return value.cr_await
    if kind is GeneratorType:
        return value.gi_yieldfrom
    if kind is AsyncGeneratorType:
        return value.ag_await
    return gc.get_referents(value)[0] if id(kind) in _RUNNERS else None


class FrameObserver:
    """Records `frame-created`, `frame-resumed`, `frame-suspended`, `frame-left` and `line`.

    `codes` describes the code objects whose frames are recorded; plain functions are recorded only with
    `has_variables`."""

    def __init__(self, recorder, codes, *, has_variables):
        self._recorder = recorder
        self.codes = codes
        self._frames = {}
        self._stack = []
        self._last_suspended = None
        self._calls = CallObserver(recorder, codes, self.number_of) if has_variables else None

    @property
    def calls(self):
        """The observer of plain functions and variables, if there is one."""
        return self._calls

    def close(self):
        """Drops every reference to the program."""
        self._frames.clear()
        self._stack.clear()
        if self._calls is not None:
            self._calls.close()

    def number_of(self, generator):
        known = self._frames.get(id(generator))
        return None if known is None else known.number

    def started(self, frame):
        generator = frame.f_generator
        code = self.codes[frame.f_code]
        known = self._frames[id(generator)] = _Frame(self._recorder.number('frame'), generator, code)
        fields = {'frame': known.number, 'function': code.name, 'type': code.type, 'line': code.line}
        if self._calls is not None:
            self._calls.describe_creation(fields, known, frame)
        self._recorder.record('frame-created', fields)
        self._enter(known, 'next', code.line)

    def resumed(self, frame):
        known = self._frames.get(id(frame.f_generator))
        if known is not None:
            value = _sent_value(known, frame.f_generator)
            if known.implied:  # the object it waited for caught the exception and returned
                known.implied = False
            elif value is None:
                self._enter(known, 'next', frame.f_lineno)
            else:
                self._enter(known, 'send', frame.f_lineno, value_text(value))

    def thrown(self, frame, error):
        known = self._frames.get(id(frame.f_generator))
        if known is None:  # thrown into a frame that has never started, so its body does not run
            return
        known.refer_to(frame.f_generator)
        if known.implied:
            known.implied = False
            return
        how = 'close' if isinstance(error, GeneratorExit) else 'throw'
        value = None if how == 'close' else self.error(error)
        thrower = self._throw_through(self._delegators(known), how, value)
        self._enter(known, how, frame.f_lineno, value)
        known.thrower = thrower

    def _throw_through(self, chain, how, value):
        """Resumes the frames of a chain, outermost first, and returns the innermost."""
        thrower = None
        for known in chain:
            self._enter(known, how, known.line, value)
            known.implied = True
            known.thrower, thrower = thrower, known
        return thrower

    def suspended(self, frame, value, delegates):
        known = self._frames.get(id(frame.f_generator))
        if known is None:
            return
        known.handles = _handles_exception(frame.f_generator, value)
        seen = self._look(known, frame)
        # what an awaiting coroutine yields to the loop concerns only the loop
        shown = not delegates or isinstance(frame.f_generator, GeneratorType)
        thrower = known.thrower
        self._suspend(known, frame.f_lineno, delegates, value_text(_yielded(value)) if shown else None, seen)
        if not delegates and isinstance(frame.f_generator, AsyncGeneratorType):
            self._last_suspended = None  # the frame that asked it for a value continues
            return
        while thrower is not None and thrower.implied:
            outer = thrower.thrower
            self._suspend(thrower, thrower.line, True)
            thrower = outer

    def left(self, frame, how, value):
        known = self._frames.pop(id(frame.f_generator), None)
        if known is None:
            return
        self._last_suspended = None
        self._leave_stack(known)
        text = self.error(value) if how == 'raised' else value_text(value)
        # the code that the compiler adds to clean up after a comprehension has no line
        line = frame.f_lineno or known.line
        fields = {'frame': known.number, 'how': how, 'value': text, 'line': line} | self._look(known, frame)
        self._recorder.record('frame-left', fields)
        if self._calls is not None:
            self._calls.forget(known)

    def follows(self, frame):
        return id(frame.f_generator) in self._frames

    def line(self, frame, line):
        known = self._frames[id(frame.f_generator)]
        known.line = line
        self._recorder.check()
        fields = {'frame': known.number, 'line': line}
        if self._calls is not None:
            fields |= self._look(known, frame)
        self._recorder.record('line', fields)

    def _look(self, known, frame):
        return {} if self._calls is None else self._calls.look(known, frame)

    def begin_step(self, coroutine, error):
        """A task's coroutine continues. If `error` is not None, it is thrown into the waiting frames. Returns the stack
        depth below the coroutine, for `end_step`."""
        depth = len(self._stack)
        if error is not None:
            self._throw_through(self._waiting(coroutine), 'throw', self.error(error))
        return depth

    def end_step(self, depth):
        """Between the steps of tasks no frame is implied: a frame that CPython did not report keeps waiting."""
        while len(self._stack) > depth and self._stack[-1].implied:
            self._suspend(self._stack[-1], self._stack[-1].line, True)

    def _waiting(self, awaitable):
        """The program's suspended frames in the chain that begins with an awaitable."""
        chain = []
        while awaitable is not None:
            known = self._frames.get(id(awaitable))
            if known is not None and known.suspended:
                known.refer_to(awaitable)
                chain.append(known)
            awaitable = _awaited(awaitable)
        return chain

    def _enter(self, known, how, line, value=None):
        fields = {'frame': known.number, 'by': self._stack[-1].number if self._stack else None, 'how': how}
        if value is not None:
            fields['value'] = value
        fields['line'] = line
        known.line = line
        known.suspended = False
        known.delegator = known.thrower = None
        self._last_suspended = None
        self._stack.append(known)
        self._recorder.record('frame-resumed', fields)

    def _suspend(self, known, line, delegates, value=None, seen=None):
        self._leave_stack(known)
        known.suspended = True
        known.implied = False
        known.thrower = None
        known.line = line
        if delegates and self._last_suspended is not None:
            self._last_suspended.delegator = known
        self._last_suspended = known
        fields = {'frame': known.number, 'line': line, 'delegates': delegates}
        if value is not None:
            fields['value'] = value
        if seen:
            fields |= seen
        self._recorder.record('frame-suspended', fields)

    def _leave_stack(self, known):
        if known in self._stack:
            del self._stack[self._stack.index(known) :]

    def _delegators(self, known):
        """The suspended frames that a throw passes through before it reaches this one, outermost first."""
        chain = []
        outer = known.delegator
        while outer is not None and outer.suspended and outer.is_running():
            chain.insert(0, outer)
            outer = outer.delegator
        return chain

    def error(self, error):
        text = error_text(error, self._recorder.filename)
        return f'{text["name"]}: {text["message"]}' if text['message'] else text['name']
