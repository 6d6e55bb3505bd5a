"""Frames of the program: what its generators, coroutines and async generators do, told as the trace's frame events.

CPython resumes a chain of frames that delegate to one another from the outside in, but throws into the innermost at
once and tells nobody above. Here both look alike: a throw resumes the whole chain.

With variables, the plain functions of the program and its module are frames as well, and every event tells which variables
have changed.
"""

import gc
import sys
import weakref
from types import GeneratorType

from .calls import CallObserver
from .description import error_text, value_text
from .variables import FrameVariables


class _Frame:
    """`delegator` is the frame that suspended because this one did. An `implied` frame was resumed by a throw that
    passed through it, of which CPython has not told yet. One that `handles` an exception suspended in an `except` or
    a `finally`."""

    __slots__ = ('number', 'generator', 'line', 'suspended', 'delegator', 'implied', 'handles', 'code', 'variables')

    def __init__(self, number, generator, code):
        self.number = number
        self.generator = weakref.ref(generator)
        self.code = code
        self.variables = FrameVariables(code.names)
        self.line = None
        self.suspended = False
        self.delegator = None
        self.implied = False
        self.handles = False

    def is_running(self):
        generator = self.generator()
        for attribute in ('gi_running', 'cr_running', 'ag_running'):
            if getattr(generator, attribute, False):
                return True
        return False


def _handles_exception(generator, value):
    """Whether a generator that is about to yield `value` is handling an exception. The collector visits the frame's
    stack, with the value on top, and after it the exception that is being handled, if there is one."""
    *_, top, last = gc.get_referents(generator)
    return last is not value or (top is value and sys.exception() is value)


def _sent_value(known, generator):
    """What the generator was resumed with: it lies where the yielded value was."""
    return gc.get_referents(generator)[-2 if known.handles else -1]


def _yielded(value):
    """An async generator yields its values wrapped, to tell them from what its awaits yield."""
    if type(value).__name__ == 'async_generator_wrapped_value':
        return gc.get_referents(value)[0]
    return value


class FrameObserver:
    """Records `frame-created`, `frame-resumed`, `frame-suspended`, `frame-left` and `line`.

    `codes` describes the code objects whose frames are told; only with `has_variables` those of plain functions are."""

    def __init__(self, recorder, codes, *, has_variables):
        self._recorder = recorder
        self.codes = codes
        self._frames = {}
        self._stack = []
        self._last_suspended = None
        self._calls = CallObserver(recorder, codes, self.number_of) if has_variables else None

    @property
    def calls(self):
        """What observes plain functions and variables, if anything does."""
        return self._calls

    def close(self):
        """Lets go of whatever belongs to the program."""
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
            if value is None:
                self._enter(known, 'next', frame.f_lineno)
            else:
                self._enter(known, 'send', frame.f_lineno, value_text(value))

    def thrown(self, frame, error):
        known = self._frames.get(id(frame.f_generator))
        if known is None:  # thrown into a frame that never started: its body does not run
            return
        if known.implied:
            known.implied = False
            return
        how = 'close' if isinstance(error, GeneratorExit) else 'throw'
        value = None if how == 'close' else self.error(error)
        for outer in self._delegators(known):
            self._enter(outer, how, outer.line, value)
            outer.implied = True
        self._enter(known, how, frame.f_lineno, value)

    def suspended(self, frame, value, delegates):
        known = self._frames.get(id(frame.f_generator))
        if known is None:
            return
        known.handles = _handles_exception(frame.f_generator, value)
        seen = self._look(known, frame)
        # what a coroutine that awaits hands to the loop is the loop's business
        shown = not delegates or isinstance(frame.f_generator, GeneratorType)
        self._suspend(known, frame.f_lineno, delegates, value_text(_yielded(value)) if shown else None, seen)
        while self._stack and self._stack[-1].implied:
            self._suspend(self._stack[-1], self._stack[-1].line, True)

    def left(self, frame, how, value):
        known = self._frames.pop(id(frame.f_generator), None)
        if known is None:
            return
        self._last_suspended = None
        self._leave_stack(known)
        text = self.error(value) if how == 'raised' else value_text(value)
        # what the compiler adds to clean up after a comprehension stands in no line
        line = frame.f_lineno or known.line
        fields = {'frame': known.number, 'how': how, 'value': text, 'line': line} | self._look(known, frame)
        self._recorder.record('frame-left', fields)
        if self._calls is not None:
            self._calls.forget(known)

    def line(self, frame, line):
        known = self._frames.get(id(frame.f_generator))
        if known is not None:
            known.line = line
            self._recorder.check()
            fields = {'frame': known.number, 'line': line}
            if self._calls is not None:
                fields |= self._look(known, frame)
            self._recorder.record('line', fields)

    def _look(self, known, frame):
        return {} if self._calls is None else self._calls.look(known, frame)

    def end_step(self):
        """Between the steps of tasks nothing is implied: a frame that CPython did not tell of stayed suspended."""
        while self._stack and self._stack[-1].implied:
            self._suspend(self._stack[-1], self._stack[-1].line, True)

    def _enter(self, known, how, line, value=None):
        fields = {'frame': known.number, 'by': self._stack[-1].number if self._stack else None, 'how': how}
        if value is not None:
            fields['value'] = value
        fields['line'] = line
        known.line = line
        known.suspended = False
        known.delegator = None
        self._last_suspended = None
        self._stack.append(known)
        self._recorder.record('frame-resumed', fields)

    def _suspend(self, known, line, delegates, value=None, seen=None):
        self._leave_stack(known)
        known.suspended = True
        known.implied = False
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
        """The suspended frames through which a throw reaches this one, outermost first."""
        chain = []
        outer = known.delegator
        while outer is not None and outer.suspended and outer.is_running():
            chain.insert(0, outer)
            outer = outer.delegator
        return chain

    def error(self, error):
        text = error_text(error, self._recorder.filename)
        return f'{text["name"]}: {text["message"]}' if text['message'] else text['name']
