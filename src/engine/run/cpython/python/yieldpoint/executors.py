"""`ThreadPoolExecutor` on threads in virtual time, with CPython's pool sizes, queueing, errors and cancellation."""

import itertools
import threading
from collections import deque
from concurrent.futures import _base

from .recording import RunStopped
from .shared_state import SharedState
from .threads import NeedsTurns, call_text, world

# CPython takes four more than the machine has processors, which makes programs depend on the machine. Here the number
# is always eight
_WORKERS = 12


class _Worker:
    """A thread of the pool."""

    def __init__(self, name):
        self.ident = world().new_ident()
        self.is_idle = True
        self.thread = threading.Thread(name=name, daemon=True)
        self.thread._ident = self.thread._os_thread_handle.ident = self.ident
        self.thread._started.set()
        threading._active[self.ident] = self.thread


class _Call:
    def __init__(self, future, function, args, kwargs):
        self.future = future
        self.function = function
        self.args = args
        self.kwargs = kwargs
        self.lane = None
        self.value = None
        self.error = None

    def run(self):
        try:
            self.value = self.function(*self.args, **self.kwargs)
        except (RunStopped, NeedsTurns):
            raise
        except BaseException as error:
            self.error = error


class BrokenThreadPool(_base.BrokenExecutor):
    """Raised when a worker thread of a pool could not be initialized."""


class ThreadPoolExecutor(_base.Executor):
    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=(), **ctxkwargs):
        """Uses at most `max_workers` threads, named `thread_name_prefix` plus a number."""
        if max_workers is None:
            max_workers = _WORKERS
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix or f'ThreadPoolExecutor-{ThreadPoolExecutor._counter()}'
        self._initializer, self._initargs = initializer, initargs
        self._queue = deque()
        self._workers = []
        self._idle = deque()
        self._running = 0
        self._shutdown = False
        self._broken = False

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        call = _Call(_base.Future(), fn, args, kwargs)
        self._queue.append(call)
        self._dispatch()
        if call.lane is None and not call.future.done():
            call.lane = self._lane(call, self._thread_name_prefix)
        return call.future

    submit.__doc__ = _base.Executor.submit.__doc__

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            while self._queue:
                self._cancel(self._queue.popleft())
        if wait:
            world().wait(self.is_over, None, 'the calls of a thread pool to end')

    def is_over(self):
        """Whether no call runs and no call waits."""
        return not self._running and not any(not call.future.cancelled() for call in self._queue)

    def _dispatch(self):
        while self._queue:
            if self._queue[0].future.cancelled():
                self._cancel(self._queue.popleft())
            elif self._idle:
                self._begin(self._idle.popleft(), self._queue.popleft())
            elif len(self._workers) < self._max_workers:
                worker = _Worker(f'{self._thread_name_prefix}_{len(self._workers)}')
                self._workers.append(worker)
                if not self._initialize(worker):
                    return
                self._begin(worker, self._queue.popleft())
            else:
                return

    def _begin(self, worker, call):
        if not call.future.set_running_or_notify_cancel():
            self._idle.append(worker)
            return
        self._running += 1
        if call.lane is None:
            call.lane = self._lane(call, worker.thread.name)
        call.lane.ident = worker.ident
        shared = SharedState(call.function, call.args, world().recorder.module)
        world().run(call.lane, call.run, shared)
        world().end(call.lane, lambda: self._end(worker, call), call.error, call.value)

    def _end(self, worker, call):
        self._running -= 1
        self._idle.append(worker)
        if call.error is None:
            call.future.set_result(call.value)
        else:
            call.future.set_exception(call.error)
        call.value = call.error = None
        self._dispatch()

    def _cancel(self, call):
        call.future.cancel()
        call.future.set_running_or_notify_cancel()

    def _lane(self, call, thread):
        lane = call.future._yieldpoint_lane = world().new_lane(call_text(call.function, call.args), thread, None)
        return lane

    def _initialize(self, worker):
        if self._initializer is None:
            return True
        call = _Call(_base.Future(), self._initializer, self._initargs, {})
        call.lane = self._lane(call, worker.thread.name)
        call.lane.ident = worker.ident
        world().run(call.lane, call.run)
        world().end(call.lane, lambda: None, call.error, call.value)
        if call.error is None:
            return True
        self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
        while self._queue:
            self._queue.popleft().future.set_exception(BrokenThreadPool(self._broken))
        return False


ThreadPoolExecutor.__module__ = BrokenThreadPool.__module__ = 'concurrent.futures.thread'


