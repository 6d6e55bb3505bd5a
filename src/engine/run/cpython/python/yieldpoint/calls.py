"""Plain functions of the program, its module, and the variables of all its frames."""

import sys

from .description import value_text
from .variables import FrameVariables, VariableRecorder

# the share of a run's events that plain functions may use
_SHARE = 4

# how many calls of one plain function are recorded
_CALLS_OF_ONE = 500


class _Call:
    """A call of a plain function, or the run of the module. It is on the stack from its beginning to its end."""

    __slots__ = ('number', 'code', 'variables', 'line')

    def __init__(self, number, code):
        self.number = number
        self.code = code
        self.variables = FrameVariables(code.names)
        self.line = code.line


class CallObserver:
    """Records `frame-created`, `line` and `frame-left` of plain functions and of the module, and adds the values of
    variables to every frame's events. When a run has too many of either, it says so and continues without."""

    def __init__(self, recorder, codes, frame_of):
        self._recorder = recorder
        self._codes = codes
        self._variables = VariableRecorder(frame_of)
        self._calls = {}
        self._open = {}
        self._module = None
        self._names = None
        self._left = recorder.max_events // _SHARE
        self.on_end = lambda: None

    def started(self, frame):
        """A plain function is called, or the module begins.

        Near the recursion limit there is no room for an observer. The caller of this method then drops the
        RecursionError, and the call is not recorded. The program gets its own RecursionError exactly where it would
        without us."""
        code = self._codes[frame.f_code]
        if self._left <= 0 or not self._is_told(code):
            return
        known = _Call(self._recorder.number('frame'), code)
        fields = {'frame': known.number, 'function': code.name, 'type': code.type, 'line': code.line}
        if code.is_module:
            self._module = known
            self._names = frame.f_globals
        self.describe_creation(fields, known, frame)
        self._record('frame-created', fields)
        self._calls[id(frame)] = known

    def follows(self, frame):
        return id(frame) in self._calls

    def line(self, frame, line):
        known = self._calls[id(frame)]
        self._recorder.check()
        known.line = line
        self._record('line', {'frame': known.number, 'line': line, **self.look(known, frame)})

    def left(self, frame, how, text):
        known = self._calls.pop(id(frame), None)
        if known is None:
            return
        fields = {'frame': known.number, 'how': how, 'line': frame.f_lineno or known.line}
        try:
            fields |= {'value': text(), **self.look(known, frame)}
        except RecursionError:
            pass
        self._record('frame-left', fields)
        self.forget(known)

    def _is_told(self, code):
        """If a function is called again and again, only its first calls are recorded."""
        code.calls += 1
        if code.calls == _CALLS_OF_ONE:
            self._recorder.record('following-ended', {'of': 'functions', 'function': code.name})
        return code.calls < _CALLS_OF_ONE

    def describe_creation(self, fields, known, frame):
        """Adds the arguments of a frame."""
        self._open.setdefault(frame.f_code, []).append(known)
        if known.code.parameters:
            fields['parameters'] = known.code.parameters
        if self._variables is not None:
            number = None if frame.f_generator is None else self._variables.number_of(frame.f_generator)
            if number is not None:
                fields['object'] = number
        fields |= self.look(known, frame)

    def look(self, known, frame):
        """Returns `{'variables': …}` for a frame's event, or nothing if nothing has changed."""
        if self._variables is None:
            return {}
        code = known.code
        if code.is_module:
            values = self._module_names()
            theirs = known.variables
            names = [name for name in values if not name.startswith('__')]
            theirs.names = dict.fromkeys([*names, *theirs.leaves, *theirs.references])
            found = self._variables.look(theirs, values)
        else:
            values = frame.f_locals.copy()
            found = self._variables.look(known.variables, values, self._around(code, values))
        if self._variables.is_full:
            self._variables.close()
            self._variables = None
            self._recorder.record('following-ended', {'of': 'variables'})
            return {}
        return {} if found is None else {'variables': found}

    def forget(self, known):
        """A frame has ended. The module's variables stay alive for the functions it has defined."""
        if known is self._module:
            return
        if self._variables is not None:
            self._variables.drop(known.variables)
        for frames in self._open.values():
            if known in frames:
                frames.remove(known)
                break

    def close(self):
        """Drops every reference to the program. It may happen while the end of a frame is being told."""
        if self._variables is not None:
            self._variables.close()
            self._variables = None
        self._calls.clear()
        self._open.clear()
        self._module = self._names = None

    def _around(self, code, values):
        """The variables that a function can change outside its own frame: those of functions that enclose it, and of
        the module."""
        others = []
        for name in code.free:
            owner = self._owner(code, name)
            if owner is not None:
                others.append((owner.number, owner.variables, {name: values[name]} if name in values else {name: None}))
        module = self._module
        if module is not None:
            known = module.variables
            names = self._module_names()
            some = {
                name: names[name]
                for name in code.globals
                if name in names and not name.startswith('__') and known.declared.get(name) != id(names[name])
            }
            if some:
                others.append((module.number, known, some))
        return others

    def _owner(self, code, name):
        """Returns the open frame with a variable that `code` uses; None if that frame has ended, or if several are
        possible."""
        for outer in code.around:
            described = self._codes.get(outer)
            if described is not None and name in described.names:
                frames = self._open.get(outer, ())
                return frames[0] if len(frames) == 1 else None
        return None

    def _module_names(self):
        """The module's names, without those whose lookup would run the program's code."""
        names = self._names
        if all(type(name) is str for name in names):
            return names
        return {name: value for name, value in names.items() if type(name) is str}

    def _record(self, kind, fields):
        self._recorder.record(kind, fields)
        self._left -= 1
        if self._left == 0:
            self._calls.clear()
            self._recorder.record('following-ended', {'of': 'functions'})
            self.on_end()
