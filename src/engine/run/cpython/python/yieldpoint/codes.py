"""The code objects of a program: which are functions, what they are called, and which variables they have."""

import inspect
import linecache
import types

SUSPENDABLE = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR
_ARGUMENTS = inspect.CO_VARARGS, inspect.CO_VARKEYWORDS
_NAMED = ('<lambda>', '<genexpr>')


def codes_in(code):
    """Returns the code object and all code objects inside it, outermost first."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from codes_in(constant)


def is_suspendable(code):
    return bool(code.co_flags & SUSPENDABLE)


def is_function(code):
    """Whether the code is a function body in the reader's eyes: not a class body, nor code that the compiler made for a
    type or for annotations."""
    if not code.co_flags & inspect.CO_OPTIMIZED or code.co_name == '__annotate__':
        return False
    return not code.co_name.startswith('<') or code.co_name in _NAMED


class Code:
    """Facts about the code of a function or of the module.

    `names` are its own variables, parameters first; `free` are the variables it uses of functions around it; `globals`
    are the names it may look up in the module. `around` are the codes of the functions around it, innermost first, and
    `calls` counts how often it was called as a plain function."""

    __slots__ = ('line', 'name', 'type', 'parameters', 'names', 'free', 'globals', 'around', 'is_module', 'calls')

    def __init__(self, code, around):
        self.is_module = not around
        self.calls = 0
        self.name = code.co_name
        self.line = _definition_line(code)
        self.type = _type_of(code, self.is_module)
        count = code.co_argcount + code.co_kwonlyargcount + sum(bool(code.co_flags & flag) for flag in _ARGUMENTS)
        self.parameters = [name for name in code.co_varnames[:count] if name.isidentifier()]
        own = dict.fromkeys([*code.co_varnames, *code.co_cellvars])
        self.names = tuple(name for name in own if name.isidentifier())
        self.free = code.co_freevars
        self.globals = code.co_names
        self.around = around


def describe_codes(module):
    """Returns `{code: Code}` for the module and its functions."""
    described = {}

    def add(code, around):
        if not around or is_function(code):
            described[code] = Code(code, around)
            around = (code, *around)
        for constant in code.co_consts:
            if isinstance(constant, types.CodeType):
                add(constant, around)

    add(module, ())
    return described


def _type_of(code, is_module):
    if code.co_flags & inspect.CO_COROUTINE:
        return 'coroutine'
    if code.co_flags & inspect.CO_ASYNC_GENERATOR:
        return 'async-generator'
    if code.co_flags & inspect.CO_GENERATOR:
        return 'generator'
    return 'module' if is_module else 'function'


def _definition_line(code):
    """The line of the `def`, because a code object begins at its decorators."""
    first = code.co_firstlineno
    if code.co_name.startswith('<'):
        return max(first, 1)
    for number, line in enumerate(linecache.getlines(code.co_filename)[first - 1 :], first):
        if line.lstrip().startswith(('def ', 'async def ')):
            return number
    return first
