"""Replaces the machine's threads with threads in virtual time, for one run."""

import _thread
import contextlib
import itertools
import queue
import threading

import _threading_local
import concurrent.futures
import concurrent.futures.thread

from . import executors, locks, shared_queues, threads
from .recording import active

_MISSING = object()


@contextlib.contextmanager
def virtual_threads(recorder):
    """Within the block `threading`, `queue` and `concurrent.futures` have threads, locks and pools in virtual time."""
    world = recorder.world = threads.ThreadWorld(recorder)
    executors.ThreadPoolExecutor._counter = itertools.count().__next__
    known = dict(threading._active)
    main = threading.main_thread()
    main._ident = threading.get_ident()  # an interpreter started from a snapshot may have another one
    threading._active.clear()
    threading._active[main._ident] = main
    replaced = [
        (threading, {
            'Lock': locks.Lock,
            'RLock': locks.RLock,
            '_RLock': locks.RLock,
            '_PyRLock': locks.RLock,
            '_CRLock': locks.RLock,
            '_allocate_lock': locks.Lock,
            '_ThreadHandle': threads.Handle,
            '_start_joinable_thread': threads.start_joinable_thread,
            '_counter': itertools.count(1).__next__,
            'get_ident': threads.get_ident,
            'get_native_id': threads.get_ident,
            'local': _threading_local.local,
        }),
        (_thread, {'start_new_thread': threads.start_new_thread, 'start_new': threads.start_new_thread}),
        (queue.Queue, {'put': shared_queues.put, 'get': shared_queues.get}),
        (queue, {'SimpleQueue': queue._PySimpleQueue}),
        (concurrent.futures, {'ThreadPoolExecutor': executors.ThreadPoolExecutor}),
        (concurrent.futures.thread, {
            'ThreadPoolExecutor': executors.ThreadPoolExecutor,
            'BrokenThreadPool': executors.BrokenThreadPool,
        }),
    ]  # fmt: skip
    before = [(module, {name: vars(module).get(name, _MISSING) for name in names}) for module, names in replaced]
    _put(replaced)
    active.world = world
    try:
        yield
    finally:
        active.world = None
        _put(before)
        threading._active.clear()
        threading._active.update(known)


def _put(modules):
    for module, names in modules:
        for name, value in names.items():
            if value is not _MISSING:
                setattr(module, name, value)
            elif name in vars(module):
                delattr(module, name)
