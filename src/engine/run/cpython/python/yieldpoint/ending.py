"""What happens after the last line of a program, in CPython's order: threads end, `atexit` runs, and the remaining
objects are collected, with the `finally` blocks of generators, `__del__` methods and warnings."""

import atexit
import gc
import sys

from .private_asyncio import asyncio
from .recording import Deadlock, RunStopped
from .threads import unseen
from .traceback_text import print_error


def end_program(recorder):
    """Ends the program as CPython does.

    @raises RunStopped, Deadlock"""
    recorder.task = recorder.cause = None
    recorder.world.finish()
    if recorder.frames is not None:  # the traceback refers to objects that should be collected
        recorder.frames.close()
        recorder.frames = unseen
        recorder.thinning = None
    _run_at_exit(recorder)
    forget_program(recorder)
    recorder.check()


def _run_at_exit(recorder):
    for function, args, kwargs in reversed(recorder.at_exit):
        try:
            function(*args, **kwargs)
        except (RunStopped, Deadlock):
            raise
        except SystemExit:
            pass
        except BaseException as error:
            recorder.error_stream.write(f'Exception ignored in atexit callback {function!r}:\n')
            print_error(error, recorder)
    recorder.at_exit.clear()


def forget_program(recorder):
    """Drops the module, as the interpreter does at its end: objects that are in no cycle are freed at once, in order,
    and the collector frees the rest."""
    module, recorder.module = recorder.module, None
    if module is not None and sys.modules.get('__main__') is module:
        sys.modules['__main__'] = recorder.host_module
    tasks = asyncio.tasks
    tasks._current_tasks.clear()
    asyncio.events._set_running_loop(None)
    asyncio.events._event_loop_policy = None
    del module
    gc.collect()


class AtExit:
    """`atexit.register` and `unregister` for one run."""

    def __init__(self, recorder):
        self._recorder = recorder
        self._before = atexit.register, atexit.unregister

    def __enter__(self):
        atexit.register, atexit.unregister = self._register, self._unregister

    def __exit__(self, *error):
        atexit.register, atexit.unregister = self._before

    def _register(self, func, /, *args, **kwargs):
        if not callable(func):
            raise TypeError('the first argument must be callable')
        self._recorder.at_exit.append((func, args, kwargs))
        return func

    def _unregister(self, func, /):
        self._recorder.at_exit[:] = [entry for entry in self._recorder.at_exit if entry[0] != func]
