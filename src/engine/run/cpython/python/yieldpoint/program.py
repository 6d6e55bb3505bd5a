"""Runs one program and records everything that happens."""

import contextvars
import gc
import inspect
import linecache
import sys

from .codes import codes_in, describe_codes
from .description import error_text, value_text
from .ending import end_program
from .frames import FrameObserver
from .generators import GeneratorObserver
from .hints import hint_for
from .main_call import MainWatch, find_main
from .monitor import Monitor
from .private_asyncio import asyncio
from .recording import Deadlock, Recorder, RunStopped, active
from .requests import ReaderRequests
from .room import RecursionLimit
from .traceback_text import traceback_text
from .unretrieved import report_unretrieved
from .warnings_recorded import warnings_recorded
from .world import program_world

# the same as for TypeScript, so that every build of a page makes the same run
FIXED_CHANCE = {'seed': 20_150_913, 'startMs': 1_767_258_000_000}


def run(
    source,
    *,
    level='schedule',
    filename='program.py',
    max_iterations=10_000,
    max_events=100_000,
    max_output=100_000,
    max_seconds=None,
    chance=None,
    input=None,
    cancel_requests=(),
    on_event=None,
):
    """Runs a program as `python filename` would, then its `main` if it has not called that itself.

    Returns `{events, outcome}`. `level` is 'schedule' (decisions of the loop and output), 'frames' (frames that can
    suspend and their lines too) or 'full' (plain functions and variables as well). `max_output` counts characters;
    `max_seconds` are seconds of real time, checked in the program's own loops. `chance` is what differs from run to
    run: `{seed, startMs}`, the seed of random numbers, and the date in milliseconds since 1970. `input` is the lines of
    standard input, and None after the last of them is its end; a run that reads more ends there, with the limit
    'input'. Without `input`, standard input is empty. `cancel_requests` are the reader's requests to cancel:
    `{iteration, after, task}` each, see `ReaderRequests`. `on_event` is called with each event as it happens, for a
    host that may have to end the run before it returns."""
    limits = {'max_iterations': max_iterations, 'max_events': max_events, 'max_output': max_output}
    recorder = Recorder(filename, **limits, max_seconds=max_seconds, on_event=on_event)
    recorder.requests = ReaderRequests(recorder, cancel_requests) if cancel_requests else None
    try:
        code = _compile(source, recorder)
    except RunStopped:
        return {'events': recorder.events, 'outcome': _stopped(recorder)}
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {'events': recorder.events, 'outcome': _failed(error, filename, source)}
    collected = gc.isenabled()
    gc.disable()
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    try:
        with program_world(recorder, code, chance=chance or FIXED_CHANCE, input=input):
            outcome = _observed(code, recorder, level, max_seconds, source)
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


def _observed(code, recorder, level, max_seconds, source):
    recorder.generators = GeneratorObserver(recorder)
    if level != 'schedule':
        recorder.frames = FrameObserver(recorder, describe_codes(code), has_variables=level == 'full')
    active.recorder = recorder
    outcome = None
    try:
        with Monitor(code, recorder, max_seconds) as monitor:
            outcome = _outcome(code, recorder, monitor, source)
            if outcome['kind'] in ('finished', 'failed') and recorder.limit is None and recorder.fatal is None:
                end_program(recorder)
        recorder.console.finish()
        report_unretrieved(recorder, list(asyncio.tasks._scheduled_tasks))
    except RunStopped:
        pass
    except Deadlock as deadlock:
        outcome = {'kind': 'deadlocked', 'tree': deadlock.tree}
    finally:
        active.recorder = None
        if recorder.frames is not None:
            recorder.frames.close()
    if recorder.exit is not None:
        if getattr(recorder.exit, 'code', None) == 0:
            return {'kind': 'finished', 'value': 'None'}
        return _failed(recorder.exit, recorder.filename, source)
    return outcome if recorder.limit is None else _stopped(recorder)


def _outcome(code, recorder, monitor, source):
    filename = recorder.filename
    try:
        value = contextvars.Context().run(_run_program, code, recorder, monitor)
        recorder.check()
        return {'kind': 'finished', 'value': value_text(value)}
    except Deadlock as deadlock:
        return {'kind': 'deadlocked', 'tree': deadlock.tree}
    except RunStopped:
        return {'kind': 'failed'}
    except SystemExit as error:
        if error.code is None or error.code == 0:
            return {'kind': 'finished', 'value': 'None'}
        return _failed(error, filename, source)
    except KeyboardInterrupt as error:
        if recorder.is_interrupted:
            return {'kind': 'finished', 'value': 'None'}
        return _failed(error, filename, source)
    except BaseException as error:
        error = recorder.fatal or error
        if isinstance(error, Deadlock):
            return {'kind': 'deadlocked', 'tree': error.tree}
        return _failed(error, filename, source, is_told=_call_excepthook(error))


def _run_program(code, recorder, monitor):
    names = recorder.module.__dict__
    names['__file__'] = code.co_filename
    observes_calls = recorder.frames is not None and recorder.frames.calls is not None
    with MainWatch(codes_in(code), recorder.module) as watch, RecursionLimit(observes_calls):
        exec(code, names)
        main = None
        if not (monitor.main_started or watch.was_called or recorder.loop_ran):
            main = find_main(names, code.co_filename)
    if main is None:
        return None
    with RecursionLimit(observes_calls):
        result = main()
        return asyncio.run(result) if inspect.iscoroutine(result) else result


def _call_excepthook(error):
    """Calls the hook of a program that reports its error itself; returns whether it did. Otherwise the outcome says everything."""
    hook = sys.excepthook
    if hook is sys.__excepthook__:
        return False
    try:
        hook(type(error), error, error.__traceback__)
    except Exception:
        return False  # CPython would report both
    return True


def _add_line(error, source):
    """Later stages of the compiler read the line from the file, and there is no file."""
    lines = source.splitlines()
    if error.text is None and error.lineno <= len(lines):
        error.text = lines[error.lineno - 1]


def _stopped(recorder):
    outcome = {'kind': 'stopped', 'limit': recorder.limit}
    most = recorder.most(recorder.limit)
    return outcome if most is None else outcome | {'most': most}


def _failed(error, filename, source, is_told=False):
    text = error_text(error, filename)
    if isinstance(error, SyntaxError) and error.filename == filename:
        text['message'] = error.msg
        if error.lineno is not None:
            text['line'] = error.lineno
            _add_line(error, source)
    outcome = {'kind': 'failed', 'error': text}
    # CPython says nothing of an exit, and leaves the rest to a hook
    told = '' if is_told or isinstance(error, SystemExit) else traceback_text(error, filename)
    if told:
        outcome['traceback'] = told
    hint = hint_for(error, filename, source)
    if hint is not None:
        outcome['hint'] = hint
    return outcome
