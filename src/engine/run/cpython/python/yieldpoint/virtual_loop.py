"""asyncio's own event loop in virtual time.

Everything that decides the order of a program is `asyncio.BaseEventLoop` itself. What is put in: a clock that is
assigned, never added to; a selector that, instead of waiting, moves the clock to the next deadline; timers that go by
(deadline, order of creation), where asyncio leaves the order of equal deadlines to the heap; no cut at 24 hours.
"""

import heapq

from .await_tree import await_tree
from .description import INFINITY
from .labels import callback_label
from .ordered_set import OrderedWeakSet
from .private_asyncio import asyncio
from .ready_queue import ReadyQueue
from .recording import Deadlock, active


class OrderedTimerHandle(asyncio.TimerHandle):
    """A timer that was made earlier comes before one of the same deadline."""

    __slots__ = ('number', 'seq')

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(when, callback, args, loop, context)
        self.number = loop._recorder.number('timer')
        self.seq = None

    def __lt__(self, other):
        return (self._when, self.number) < (other._when, other.number)


asyncio.events.TimerHandle = OrderedTimerHandle


class OpenAsyncGenerators(OrderedWeakSet):
    """The async generators to close at the end of the run: those whose body has not ended.

    asyncio closes in vain those that have ended but are still referenced, a task for each. Whether anybody refers to an object
    is no matter of the program's."""

    def __iter__(self):
        return (agen for agen in super().__iter__() if agen.ag_frame is not None)

    def __len__(self):
        return sum(1 for _ in self)


class _Selector:
    """Waits for nothing: moves the clock, or finds that the run is deadlocked."""

    def __init__(self, loop):
        self._loop = loop

    def select(self, timeout):
        if timeout is None or timeout > 0:
            self._loop.jump()
        return []


class VirtualLoop(asyncio.BaseEventLoop):
    def __init__(self, recorder):
        super().__init__()
        self._recorder = recorder
        self._selector = _Selector(self)
        self._ready = ReadyQueue()
        self._clock_resolution = 1e-9
        self._asyncgens = OpenAsyncGenerators()

    def time(self):
        return self._recorder.time

    def call_at(self, when, callback, *args, context=None):
        timer = super().call_at(when, callback, *args, context=context)
        if active.recorder is self._recorder:
            deadline = float(when) if when < INFINITY else None
            fields = {'timer': timer.number, 'when': deadline, 'label': callback_label(callback, args)}
            timer.seq = self._recorder.record('timer-set', fields)
        return timer

    def _timer_handle_cancelled(self, handle):
        super()._timer_handle_cancelled(handle)
        if handle._scheduled and active.recorder is self._recorder:
            self._recorder.record('timer-cancelled', {'timer': handle.number})

    def jump(self):
        """Assigns the clock the next deadline. A deadline at infinity never comes.

        @raises Deadlock"""
        recorder = self._recorder
        timer = self._scheduled[0] if self._scheduled else None
        if timer is None or timer._when == INFINITY:
            self._deadlock()
        recorder.task = None
        before, recorder.time = recorder.time, float(timer._when)
        recorder.record('clock-jumped', {'from': before}, timer.seq)

    def _deadlock(self):
        recorder = self._recorder
        waiting = [task for task in asyncio.all_tasks(self) if task._yieldpoint_id is not None]
        fields = {'waiting': [{'id': task._yieldpoint_id, 'on': task._yieldpoint_waits} for task in waiting]}
        recorder.task = None
        recorder.record('deadlock', fields, None)
        raise Deadlock(await_tree(waiting))

    def _run_forever_cleanup(self):
        super()._run_forever_cleanup()
        self._recorder.task = self._recorder.cause = None

    def _process_events(self, event_list):
        """Moves the timers that are due behind what is ready, as `_run_once` is about to do: what this iteration will
        run is counted before it begins."""
        recorder = self._recorder
        recorder.next_iteration()
        scheduled = self._scheduled
        now = recorder.time
        while scheduled and (scheduled[0]._when < now + self._clock_resolution or scheduled[0]._when <= now):
            timer = heapq.heappop(scheduled)
            timer._scheduled = False
            if timer._cancelled:
                self._timer_cancelled_count -= 1
                continue
            recorder.cause = recorder.record('timer-fired', {'timer': timer.number}, timer.seq)
            self._ready.append(timer)
        recorder.cause = None
        timers = len(scheduled) - self._timer_cancelled_count
        recorder.record('iteration-begins', {'ready': len(self._ready), 'timers': timers})

    def close(self):
        self._recorder.left_over.extend(asyncio.all_tasks(self))
        super().close()

    def _write_to_self(self):
        """There is no other thread to wake the loop from."""

    def default_exception_handler(self, context):
        """Failures that nobody reads are in the trace (`unretrieved`); CPython would log them."""

    def _asyncgen_firstiter_hook(self, agen):
        super()._asyncgen_firstiter_hook(agen)
        recorder = self._recorder
        if recorder.generators is not None:
            recorder.generators.opened(agen)
