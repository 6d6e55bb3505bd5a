"""Calls a program's `main`, but only if the program defines it and does not use it itself."""

import inspect
import sys
from types import FunctionType

_TOOL = 3
_CALL = sys.monitoring.events.CALL


class MainWatch:
    """While active, watches whether the program calls its `main`."""

    def __init__(self, codes, module):
        self.was_called = False
        self._codes = [code for code in codes if 'main' in (*code.co_names, *code.co_freevars, *code.co_varnames)]
        self._names = module.__dict__

    def __enter__(self):
        monitoring = sys.monitoring
        monitoring.use_tool_id(_TOOL, 'yieldpoint main')
        monitoring.register_callback(_TOOL, _CALL, self._on_call)
        for code in self._codes:
            monitoring.set_local_events(_TOOL, code, _CALL)
        return self

    def __exit__(self, *error):
        monitoring = sys.monitoring
        for code in self._codes:
            monitoring.set_local_events(_TOOL, code, 0)
        monitoring.register_callback(_TOOL, _CALL, None)
        monitoring.free_tool_id(_TOOL)
        self._names = None

    def _on_call(self, code, offset, called, argument):
        if called is self._names.get('main'):
            self.was_called = True


def find_main(names, filename):
    """Returns the program's `main` if it is a function of the program that can be called without arguments; otherwise
    None."""
    main = names.get('main')
    if type(main) is not FunctionType or main.__code__.co_filename != filename:
        return None
    try:
        inspect.signature(main).bind()
    except (TypeError, ValueError):
        return None
    return main
