"""asyncio's own event loop in virtual time.

The order of a program is decided by `asyncio.BaseEventLoop` itself. These parts are replaced: the clock, which is
assigned and never added to; the selector, which moves the clock to the next deadline instead of waiting; timers, which
sort by (deadline, order of creation), while asyncio leaves the order of equal deadlines to the heap; and the limit of
24 hours, which is gone.
"""

import heapq

from .await_tree import await_tree
from .description import INFINITY
from .labels import callback_label
from .not_here import NotHere
from .ordered_set import OrderedWeakSet
from .private_asyncio import asyncio
from .ready_queue import ReadyQueue
from .recording import CLOCK_RESOLUTION, Deadlock, active, time_after
from .room import roomy


class OrderedTimerHandle(asyncio.TimerHandle):
    """Of two timers with the same deadline, the one made first comes first."""

    __slots__ = ('number', 'seq')

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(when, callback, args, loop, context)
        self.number = loop._recorder.number('timer')
        self.seq = None

    def __lt__(self, other):
        return (self._when, self.number) < (other._when, other.number)


# programs print their timers
OrderedTimerHandle.__name__ = OrderedTimerHandle.__qualname__ = 'TimerHandle'
asyncio.events.TimerHandle = OrderedTimerHandle


class OpenAsyncGenerators(OrderedWeakSet):
    """The async generators to close at the end of the run: those whose body has not ended.

    asyncio also closes, with a task each and to no effect, those that have ended but are still referenced. Whether
    something still refers to an object should not change a program's trace."""

    def __iter__(self):
        return (agen for agen in super().__iter__() if agen.ag_frame is not None)

    def __len__(self):
        return sum(1 for _ in self)


class _Selector:
    """Never waits: advances the clock, or finds that the run is deadlocked."""

    def __init__(self, loop):
        self._loop = loop

    def select(self, timeout):
        if timeout is None or timeout > 0:
            self._loop.jump()
        else:
            self._loop.run_due()
        return []


class VirtualLoop(NotHere, asyncio.BaseEventLoop):
    """Has the name of the loop that CPython uses on Linux. A program may derive its own; there is nothing to select."""

    def __init__(self, selector=None):
        self._recorder = active.world.recorder
        self._iteration = None
        self._is_forever = True
        super().__init__()
        self._selector = _Selector(self)
        self._ready = ReadyQueue(self._between)
        self._clock_resolution = CLOCK_RESOLUTION
        self._asyncgens = OpenAsyncGenerators()

    def time(self):
        return self._recorder.time

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError('delay must not be None')
        return self.call_at(time_after(self.time(), delay), callback, *args, context=context)

    @roomy
    def call_at(self, when, callback, *args, context=None):
        timer = super().call_at(when, callback, *args, context=context)
        if active.recorder is self._recorder:
            deadline = float(when) if when < INFINITY else None
            fields = {'timer': timer.number, 'when': deadline, 'label': callback_label(callback, args)}
            timer.seq = self._recorder.record('timer-set', fields)
        return timer

    @roomy
    def _timer_handle_cancelled(self, handle):
        super()._timer_handle_cancelled(handle)
        # A task that is collected after its loop was closed still cancels its sleep.
        if handle._scheduled and not self.is_closed() and active.recorder is self._recorder:
            self._recorder.record('timer-cancelled', {'timer': handle.number})

    def run_until_complete(self, future):
        before, self._is_forever = self._is_forever, False
        try:
            return super().run_until_complete(future)
        finally:
            self._is_forever = before

    def run_forever(self):
        if self._recorder.world.lane is not None:
            raise self._recorder.world.end_with_turns('its event loop, which would have to take turns with the main thread')
        self._recorder.loop_ran = True
        super().run_forever()

    def run_due(self):
        """Lets everything happen that other threads do up to now."""
        recorder = self._recorder
        recorder.task = recorder.cause = None
        recorder.world.run_due(recorder.time)

    def _run_once(self):
        super()._run_once()
        self._between()

    def _between(self):
        """Nothing runs, so the reader's requests for this moment are made."""
        recorder = self._recorder
        if recorder.requests is not None and active.recorder is recorder:
            recorder.requests.make(self)

    def jump(self):
        """Sets the clock to the next deadline, or to the time of the next event in another thread, until the loop has
        something to run. An infinite deadline never comes.

        @raises Deadlock"""
        recorder = self._recorder
        timer = self._scheduled[0] if self._scheduled else None
        deadline = INFINITY if timer is None else timer._when
        recorder.task = recorder.cause = None
        while (due := recorder.world.due()) is not None and due <= deadline:
            recorder.world.run_due(due, self._iteration)
            if self._ready:
                return
        if deadline == INFINITY:
            self._wait_for_ever()
        if deadline > recorder.time:
            before = recorder.time
            recorder.move_clock(float(deadline))
            recorder.record('clock-jumped', {'from': before}, timer.seq)

    def _wait_for_ever(self):
        """Nothing will ever happen. That is a deadlock, unless the program has only forgotten to stop the loop."""
        if self._is_forever and not any(not task.done() for task in asyncio.all_tasks(self)):
            self._recorder.note(
                'Nothing is left to run, and run_forever() would wait forever: in a terminal you would press Ctrl+C now. '
                'The run goes on as if you had, with a KeyboardInterrupt.'
            )
            self._recorder.is_interrupted = True
            raise KeyboardInterrupt
        self._deadlock()

    def _deadlock(self):
        recorder = self._recorder
        waiting = [task for task in asyncio.all_tasks(self) if task._yieldpoint_id is not None]
        fields = {'waiting': [{'id': task._yieldpoint_id, 'on': _waits_now(task)} for task in waiting]}
        recorder.task = None
        recorder.record('deadlock', fields, None)
        raise Deadlock(await_tree(waiting))

    def _run_forever_cleanup(self):
        super()._run_forever_cleanup()
        self._recorder.task = self._recorder.cause = None

    def _process_events(self, event_list):
        """Moves due timers to the end of the ready queue, as `_run_once` is about to do, so that what this iteration
        will run is counted before it begins."""
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
        self._iteration = recorder.record('iteration-begins', {'ready': len(self._ready), 'timers': timers})

    def call_soon_threadsafe(self, callback, *args, context=None):
        world = self._recorder.world
        if world.lane is None:
            return super().call_soon_threadsafe(callback, *args, context=context)
        self._check_closed()
        handle = asyncio.Handle(callback, args, self, context)
        world.post(world.lane.time, lambda: self._ready.append(handle), lane=world.lane)
        return handle

    def _write_to_self(self):
        """No other thread runs while the loop does, so nothing needs to wake it."""

    async def shutdown_default_executor(self, timeout=None):
        """asyncio uses one more thread to wait for the pool."""
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is None:
            return
        executor.shutdown(wait=False)
        while not executor.is_over():
            await asyncio.sleep(max(0, self._recorder.world.due() - self.time()))

    def _asyncgen_firstiter_hook(self, agen):
        super()._asyncgen_firstiter_hook(agen)
        recorder = self._recorder
        if recorder.generators is not None:
            recorder.generators.opened(agen, self)


def _waits_now(task):
    """What a task waits for. A lock may have other holders now than when the task joined its queue."""
    wait = getattr(task._fut_waiter, '_yieldpoint_wait', None)
    return task._yieldpoint_waits if wait is None or wait.lock is None else wait.describe()


# programs print their loop
VirtualLoop.__name__ = VirtualLoop.__qualname__ = '_UnixSelectorEventLoop'
VirtualLoop.__module__ = 'asyncio.unix_events'
