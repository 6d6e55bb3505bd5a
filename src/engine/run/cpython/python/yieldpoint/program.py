"""Runs one program and tells all that happened."""

import contextlib
import contextvars
import functools
import gc
import inspect
import io
import itertools
import linecache
import sys
from types import ModuleType

from .codes import describe_codes
from .description import error_text, value_text
from .frames import FrameObserver
from .generators import GeneratorObserver
from .monitor import Monitor, loops_end
from .ordered_set import OrderedSet, OrderedWeakSet
from .output import Output
from .private_asyncio import asyncio, installed
from .recording import Deadlock, Recorder, RunStopped, active
from .traceback_text import traceback_text
from .unretrieved import report_unretrieved
from .virtual_clock import virtual_clock
from .virtual_loop import VirtualLoop
from .warnings_recorded import warnings_recorded

_MODULE = '__main__'


def run(
    source,
    *,
    level='schedule',
    filename='program.py',
    max_iterations=10_000,
    max_events=100_000,
    max_output=100_000,
    max_seconds=None,
    on_event=None,
):
    """Runs a program as `python filename` would, then its `main` if it has not called that itself.

    Returns `{events, outcome}`. `level` is 'schedule' (decisions of the loop and output), 'frames' (frames that can suspend
    and their lines too) or 'full' (plain functions and variables as well). `max_output` counts characters; `max_seconds` are real ones, looked at in the program's own loops. `on_event`
    is called with each event as it happens, for a host that may have to end the run before it returns."""
    limits = {'max_iterations': max_iterations, 'max_events': max_events, 'max_output': max_output}
    recorder = Recorder(filename, **limits, on_event=on_event)
    try:
        code = _compile(source, recorder)
    except RunStopped:
        return {'events': recorder.events, 'outcome': _stopped(recorder)}
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {'events': recorder.events, 'outcome': _failed(error, filename)}
    collected = gc.isenabled()
    gc.disable()
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    try:
        with _world(recorder, code):
            outcome = _observed(code, recorder, level, max_seconds)
        return {'events': recorder.events, 'outcome': outcome}
    finally:
        linecache.cache.pop(filename, None)
        if collected:
            gc.enable()


def _compile(source, recorder):
    active.recorder = recorder
    try:
        with warnings_recorded(recorder):
            return compile(source, recorder.filename, 'exec', dont_inherit=True)
    finally:
        active.recorder = None


@contextlib.contextmanager
def _world(recorder, code):
    """What the program finds around it, put back afterwards. What it leaves behind is collected before its prints could
    reach anybody again."""
    output = recorder.stream = Output(recorder)
    streams = sys.stdin, sys.stdout, sys.stderr
    module = ModuleType(_MODULE)
    recursion = sys.getrecursionlimit()
    hooks = sys.get_asyncgen_hooks()
    with installed(), virtual_clock(recorder), warnings_recorded(recorder):
        sys.stdin, sys.stdout, sys.stderr = io.StringIO(), output, output
        host = sys.modules[_MODULE]
        sys.modules[_MODULE] = module
        recorder.module = module
        _reset_asyncio(recorder)
        try:
            yield
        finally:
            sys.settrace(None)
            sys.setprofile(None)
            sys.set_asyncgen_hooks(*hooks)
            sys.setrecursionlimit(recursion)
            sys.modules[_MODULE] = host
            with loops_end(code):
                _reset_asyncio(recorder)
                module.__dict__.clear()
                recorder.left_over.clear()
                recorder.module = recorder.stream = None
                gc.collect()
            sys.stdin, sys.stdout, sys.stderr = streams


def _reset_asyncio(recorder):
    """Gives asyncio the state of a fresh process: no loop, no tasks, names that count from 1."""
    tasks, events = asyncio.tasks, asyncio.events
    tasks._task_name_counter = itertools.count(1).__next__
    tasks._scheduled_tasks = OrderedWeakSet()
    tasks._eager_tasks = OrderedSet()
    tasks._current_tasks.clear()
    events._set_running_loop(None)
    events._event_loop_policy = None
    make_loop = functools.partial(VirtualLoop, recorder)
    asyncio.new_event_loop = events.new_event_loop = make_loop
    asyncio.EventLoop = asyncio.SelectorEventLoop = make_loop


def _observed(code, recorder, level, max_seconds):
    recorder.generators = GeneratorObserver(recorder)
    if level != 'schedule':
        recorder.frames = FrameObserver(recorder, describe_codes(code), has_variables=level == 'full')
    active.recorder = recorder
    try:
        with Monitor(code, recorder, max_seconds) as monitor:
            outcome = _outcome(code, recorder, monitor)
        recorder.stream.finish()
        report_unretrieved(recorder)
    except RunStopped:
        outcome = None
    finally:
        active.recorder = None
        if recorder.frames is not None:
            recorder.frames.close()
    return outcome if recorder.limit is None else _stopped(recorder)


def _outcome(code, recorder, monitor):
    try:
        value = contextvars.Context().run(_run_program, code, recorder.module, monitor)
        return {'kind': 'finished', 'value': value_text(value)}
    except Deadlock as deadlock:
        return {'kind': 'deadlocked', 'tree': deadlock.tree}
    except BaseException as error:
        return _failed(error, recorder.filename)


def _run_program(code, module, monitor):
    names = module.__dict__
    names['__file__'] = code.co_filename
    exec(code, names)
    main = names.get('main')
    if main is None or monitor.main_started:
        return None
    result = main()
    return asyncio.run(result) if inspect.iscoroutine(result) else result


def _stopped(recorder):
    return {'kind': 'stopped', 'limit': recorder.limit}


def _failed(error, filename):
    text = error_text(error, filename)
    if isinstance(error, SyntaxError) and error.filename == filename:
        text['message'] = error.msg
        if error.lineno is not None:
            text['line'] = error.lineno
    outcome = {'kind': 'failed', 'error': text}
    told = '' if isinstance(error, SystemExit) else traceback_text(error, filename)  # CPython says nothing of an exit
    return outcome | {'traceback': told} if told else outcome
