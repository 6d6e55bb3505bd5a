"""The surroundings of a program, restored after its run."""

import builtins
import contextlib
import functools
import gc
import itertools
import logging
import sys
import threading
from types import ModuleType

from .chance import start_chance, stop_chance
from .clocks import WallClock, start_clocks, stop_clocks
from .ending import AtExit
from .exit_at_once import exits_at_once
from .input import Input, make_input
from .monitor import loops_end
from .ordered_set import OrderedSet, OrderedWeakSet
from .output import Console, Output
from .private_asyncio import asyncio, installed
from .virtual_threads import virtual_threads
from .warnings_recorded import warnings_recorded

_MODULE = '__main__'


@contextlib.contextmanager
def program_world(recorder, code, *, chance, input):
    """Streams, clocks, random numbers, threads, modules and hooks. What the program leaves is collected before its
    prints could reach another run."""
    with contextlib.ExitStack() as stack:
        stack.enter_context(installed())
        stack.enter_context(virtual_threads(recorder))
        stack.enter_context(_clocks(recorder, chance['startMs']))
        stack.enter_context(_chance(chance['seed']))
        stack.enter_context(warnings_recorded(recorder))
        stack.enter_context(AtExit(recorder))
        stack.enter_context(exits_at_once(recorder))
        stack.enter_context(_hooks(recorder))
        stack.enter_context(_streams(recorder, input))
        stack.enter_context(_logging())
        recorder.host_module = sys.modules[_MODULE]
        recorder.module = sys.modules[_MODULE] = ModuleType(_MODULE)
        _reset_asyncio()
        try:
            yield
        finally:
            sys.modules[_MODULE] = recorder.host_module
            with loops_end(code):
                _clear_up(recorder)


def _clear_up(recorder):
    _reset_asyncio()
    if recorder.module is not None:
        recorder.module.__dict__.clear()
    recorder.at_exit.clear()
    recorder.module = recorder.stream = recorder.error_stream = recorder.stdin = recorder.console = recorder.fatal = None
    # the frames of this call refer to the recorder, and a generator left open refers to its loop, with everything the
    # program has left
    recorder.generators = None
    recorder.world.forget()
    gc.collect()


def _reset_asyncio():
    """Gives asyncio the state of a new process: no loop, no tasks, names that count from 1."""
    tasks, events = asyncio.tasks, asyncio.events
    tasks._task_name_counter = itertools.count(1).__next__
    tasks._scheduled_tasks = OrderedWeakSet()
    tasks._eager_tasks = OrderedSet()
    tasks._current_tasks.clear()
    events._set_running_loop(None)
    events._event_loop_policy = None


@contextlib.contextmanager
def _clocks(recorder, start_ms):
    recorder.wall = WallClock(start_ms)
    recorder.wall.set(0.0)
    start_clocks(recorder.world.now, recorder.world.sleep)
    try:
        yield
    finally:
        stop_clocks()
        recorder.wall.close()
        recorder.wall = None


@contextlib.contextmanager
def _chance(seed):
    start_chance(seed)
    try:
        yield
    finally:
        stop_chance()


@contextlib.contextmanager
def _streams(recorder, lines):
    before = sys.stdin, sys.stdout, sys.stderr, sys.__stdin__, sys.__stdout__, sys.__stderr__, builtins.input, sys.argv
    recorder.console = Console(recorder)
    recorder.stream = Output(recorder, '<stdout>', recorder.console)
    recorder.error_stream = Output(recorder, '<stderr>', recorder.console)
    recorder.stdin = Input(recorder, lines)
    sys.stdin = sys.__stdin__ = recorder.stdin
    sys.stdout = sys.__stdout__ = recorder.stream
    sys.stderr = sys.__stderr__ = recorder.error_stream
    builtins.input = make_input(recorder)
    sys.argv = [recorder.filename]
    try:
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr, sys.__stdin__, sys.__stdout__, sys.__stderr__, builtins.input, sys.argv = before


@contextlib.contextmanager
def _hooks(recorder):
    """Settings that a program may change for the whole interpreter."""
    recursion = sys.getrecursionlimit()
    asyncgen = sys.get_asyncgen_hooks()
    excepthook, breakpointhook, displayhook = sys.excepthook, sys.breakpointhook, sys.displayhook
    thread_hook = threading.excepthook
    collector = gc.isenabled, gc.enable, gc.disable
    sys.breakpointhook = functools.partial(_breakpoint, recorder)
    sys.excepthook = sys.__excepthook__
    # what it collects, and when, would differ from run to run; programs get CPython's answer
    switch = _Collector()
    gc.isenabled, gc.enable, gc.disable = switch.isenabled, switch.enable, switch.disable
    try:
        yield
    finally:
        gc.isenabled, gc.enable, gc.disable = collector
        threading.excepthook = thread_hook
        sys.settrace(None)
        sys.setprofile(None)
        sys.set_asyncgen_hooks(*asyncgen)
        sys.setrecursionlimit(recursion)
        sys.excepthook, sys.breakpointhook, sys.displayhook = excepthook, breakpointhook, displayhook


class _Collector:
    def __init__(self):
        self._is_on = True

    def isenabled(self):
        return self._is_on

    def enable(self):
        self._is_on = True

    def disable(self):
        self._is_on = False


def _breakpoint(recorder, *args, **kwargs):
    recorder.note(
        'breakpoint() opens a debugger in a terminal. Here every step of the run is recorded: step to this line and look at '
        'the variables. The program goes on.'
    )


@contextlib.contextmanager
def _logging():
    """What the program sets up for logging: loggers, and of each its handlers, filters, level and switches."""
    manager = logging.Logger.manager
    loggers, whole = dict(manager.loggerDict), (manager.disable, logging.lastResort, logging.raiseExceptions)
    before = [
        (logger, logger.level, logger.handlers[:], logger.filters[:], logger.propagate, logger.disabled)
        for logger in (logging.root, *loggers.values())
        if isinstance(logger, logging.Logger)
    ]
    try:
        yield
    finally:
        manager.disable, logging.lastResort, logging.raiseExceptions = whole
        manager.loggerDict.clear()
        manager.loggerDict.update(loggers)
        for logger, level, handlers, filters, propagate, disabled in before:
            logger.level, logger.propagate, logger.disabled = level, propagate, disabled
            logger.handlers[:], logger.filters[:] = handlers, filters
        manager._clear_cache()
