"""Threads in virtual time, without threads.

A thread's function runs from start to end, without a switch, at the moment when the thread starts. It has its own
clock: a sleep advances that clock and delays nobody else. What the function prints after its first sleep is recorded
when the run's clock reaches that time, and so is its end. So the lines of a run come in CPython's order, as long as
threads only compute, sleep and return.

It cannot show threads that take turns, where one waits for something that another has not done yet. Such a wait raises
`NeedsTurns`, and the message says what shows the same idea. A lock remembers until when it was held on another thread's
clock, and a thread that acquires it waits until then. A wait with a timeout passes in virtual time.
"""

import contextvars
import functools
import heapq
import itertools
import sys
import threading

from .description import clip, error_text, value_text
from .private_asyncio import asyncio
from .recording import Deadlock, active, time_after
from .shared_state import SharedState

_real_ident = threading.get_ident
_MOST_SLEEPS = 10_000  # of one thread, without a switch
_FIRST_IDENT = 1_000_000


class NeedsTurns(BaseException):
    """A thread waits for something that another one has not done yet. That cannot happen while it runs, because threads
    run without a switch."""

    def __init__(self, waits_for):
        super().__init__(
            f'This thread waits for {waits_for}. A thread runs here to its end in one piece, so no other one can do that meanwhile. '
            'Two tasks with an asyncio.Queue, an asyncio.Event or an asyncio.Lock show the same, with every switch drawn.'
        )


class NeverEnds(NeedsTurns):
    """A thread sleeps again and again, and waits, it seems, for something that another one has not done yet."""

    def __init__(self, lane):
        BaseException.__init__(
            self,
            f'{lane.name} has slept {_MOST_SLEEPS:,} times in its thread. If its loop ends once another thread has changed something, such '
            'as an Event, it never ends here, because a thread runs in one piece. Write it as a task, with await asyncio.sleep, and '
            'cancel the task or set an asyncio.Event: that shows every switch.',
        )


NeverEnds.__module__ = NeedsTurns.__module__ = 'builtins'  # tracebacks name it without a file of ours


class _Unseen:
    """Replaces the observer of frames while a thread runs, because the thread's frames are on no stack of the loop's
    thread."""

    def __getattr__(self, name):
        return self

    def __call__(self, *args, **kwargs):
        return None


unseen = _Unseen()


class Lane:
    """One call in a thread, which the trace shows as a task whose `thread` is set. `is_late` is whether its clock is
    ahead."""

    __slots__ = ('id', 'ident', 'time', 'is_late', 'is_daemon', 'waits', 'waits_since', 'name', 'shared', 'uses_locks')

    def __init__(self, id, name, ident, is_daemon):
        self.id = id
        self.name = name
        self.uses_locks = False  # of the program's: whoever takes the same lock waits for it on the clock
        self.shared = None  # what its function shares with the rest of the program, while it runs
        self.ident = ident
        self.time = 0.0
        self.is_late = False
        self.is_daemon = is_daemon
        self.waits = 0
        self.waits_since = None  # `seq` of its last wait, once that is told


class ThreadWorld:
    """The threads beside the loop's. `lane` is the running one, or None in the loop's thread."""

    def __init__(self, recorder):
        self.lane = None
        self._recorder = recorder
        self._happenings = []
        self._count = itertools.count()
        self._idents = itertools.count(_FIRST_IDENT)

    @property
    def recorder(self):
        """That of the run, also while nothing is recorded."""
        return self._recorder

    def forget(self):
        """Drops the calls that have not ended when the run is over, and with them the loop that waits for them."""
        self._happenings.clear()

    def now(self):
        return self._recorder.time if self.lane is None else self.lane.time

    def sleep(self, seconds, label='time.sleep'):
        """Lets time pass on the clock of the thread that sleeps."""
        lane = self.lane
        if lane is None:
            self._pass(time_after(self._recorder.time, seconds))
            return
        self._recorder.check()
        if lane.shared is not None:
            self._note_changes(lane)
            lane.shared.remember()
        lane.waits += 1
        if lane.waits > _MOST_SLEEPS:
            raise self._end_with(NeverEnds(lane))
        until = time_after(lane.time, seconds)
        on = {'what': 'sleep', 'label': f'{label}({value_text(_plain(seconds))})', 'until': until}
        seq = self._recorder.record('task-waits', {'id': lane.id, 'on': on})
        if seq is not None:
            lane.waits_since = seq
        lane.time = until
        lane.is_late = until > self._recorder.time
        if self._recorder.wall is not None:
            self._recorder.wall.set(until)
        self._recorder.record('step-begins', {'id': lane.id})

    def wait(self, is_over, until, waits_for, free_at=lambda: None):
        """Waits until `is_over()`, but at most until the time `until` (None: forever); returns whether it is over.

        `free_at()` is the time when it will certainly be over, as far as that is known."""
        while not is_over():
            if until is not None and until <= self.now():
                return False
            moments = [moment for moment in (until, free_at(), self._next()) if moment is not None]
            if self.lane is not None:
                moments = [moment for moment in (until, free_at()) if moment is not None]
                if not moments:
                    raise self._end_with(NeedsTurns(_what_it_waits_for(waits_for)))
                self.sleep(max(0.0, min(moments) - self.lane.time), 'wait')
                continue
            if not moments:
                self._deadlock(_what_it_waits_for(waits_for))
            self._pass(min(moments))
        return True

    def post(self, time, act, is_daemon=False, lane=None):
        """Calls `act()` in the loop's thread when the clock reaches `time`. `lane` is the one that waits until then."""
        heapq.heappush(self._happenings, (time, next(self._count), act, is_daemon, lane))

    def defer(self, kind, fields):
        """Takes over a record of the running lane if the lane is ahead of the clock; returns whether it did."""
        lane = self.lane
        if lane is None or not lane.is_late:
            return False
        self.post(lane.time, functools.partial(self._tell, lane, kind, fields), lane.is_daemon, lane)
        return True

    def new_lane(self, name, thread, ident, is_daemon=False):
        lane = Lane(self._recorder.number('task'), name, ident, is_daemon)
        fields = {'id': lane.id, 'name': name, 'coroutine': thread, 'eager': False, 'thread': thread}
        self._recorder.record('task-created', fields)
        return lane

    def note(self, text):
        self._recorder.note(text)

    def new_ident(self):
        return next(self._idents)

    def run(self, lane, function, shared=None):
        """Runs `function` in the lane, starting at the caller's time; afterwards `lane.time` is when it ended. `shared`
        is what it shares with the rest of the program."""
        recorder = self._recorder
        outer = self.lane
        before = recorder.task, recorder.cause, recorder.frames
        loop = asyncio.events._get_running_loop()
        lane.time = self.now()
        lane.is_late = outer is not None and outer.is_late
        self.lane = lane
        lane.shared = shared
        recorder.task = lane.id
        if recorder.frames is not None:
            recorder.frames = unseen
        asyncio.events._set_running_loop(None)
        try:
            recorder.cause = recorder.record('step-begins', {'id': lane.id})
            contextvars.Context().run(function)
            self._note_changes(lane)
        finally:
            lane.shared = None
            asyncio.events._set_running_loop(loop)
            self.lane = outer
            recorder.task, recorder.cause, recorder.frames = before
            if recorder.wall is not None:
                recorder.wall.set(self.now())
        if recorder.fatal is not None:
            raise recorder.fatal

    def end(self, lane, then, error=None, value=None):
        """Records the end of the lane, and calls `then()`, when the clock reaches that time, or at once if it already
        has."""
        if error is None:
            fields = {'id': lane.id, 'how': 'returned', 'value': value_text(value)}
        else:
            fields = {'id': lane.id, 'how': 'raised', 'error': error_text(error, self._recorder.filename)}

        def act():
            with self._recorder.effects_of(self._tell(lane, 'task-ended', fields)):
                then()

        if lane.time <= self._recorder.time and self.lane is None:
            act()
        else:
            self.post(lane.time, act, lane.is_daemon, lane)

    def due(self):
        """The time of the next event beside the loop's thread, or None."""
        return self._next()

    def run_due(self, until, cause=None):
        """Lets everything happen that is due up to `until`, and advances the clock with it. `cause` is what waits for
        it, if that is the loop."""
        while self._happenings and self._happenings[0][0] <= until:
            time, _, act, _, lane = heapq.heappop(self._happenings)
            is_waiting = cause is not None and lane is not None and lane.waits_since is not None
            self._move(time, lane.waits_since if is_waiting else cause)
            before = self._recorder.task, self._recorder.cause
            try:
                act()
            finally:
                self._recorder.task, self._recorder.cause = before

    def finish(self):
        """At the end of the program: waits for all threads except daemons."""
        while any(not is_daemon for *_, is_daemon, _ in self._happenings):
            self.run_due(self._happenings[0][0])

    def _note_changes(self, lane):
        """Says at the step where the thread changes something before its time."""
        if lane.shared is None or lane.uses_locks or self._recorder.has_noted_changes:
            return
        changed = lane.shared.changed()
        if not changed:
            return
        self._recorder.has_noted_changes = True
        names = ', '.join(changed[:3])
        was_late, lane.is_late = lane.is_late, False  # where it happens, and not when the clock gets there
        seconds = f'{lane.time:.9f}'.rstrip('0').rstrip('.')
        self._recorder.note(
            f'{lane.name} changes {names} at {seconds} s on the clock of its thread. A thread runs here in one piece when it begins, so '
            'whatever looks before that time sees the new value too early; in a terminal it sees the old one. '
            'After the thread has ended the value is right. A task with await asyncio.sleep shows every switch.'
        )
        lane.is_late = was_late

    def _tell(self, lane, kind, fields):
        before = self._recorder.task
        self._recorder.task = lane.id
        seq = self._recorder.record(kind, fields, None)
        self._recorder.task = before
        if kind == 'task-waits' and seq is not None:
            lane.waits_since = seq
        return seq

    def _next(self):
        return self._happenings[0][0] if self._happenings else None

    def _pass(self, until):
        self.run_due(until)
        self._move(until)

    def _move(self, time, cause=None):
        recorder = self._recorder
        if time > recorder.time:
            before = recorder.time
            recorder.move_clock(time)
            recorder.record('clock-jumped', {'from': before}, recorder.cause if cause is None else cause)

    def end_with_turns(self, waits_for):
        return self._end_with(NeedsTurns(waits_for))

    def _deadlock(self, waits_for):
        recorder = self._recorder
        recorder.record('deadlock', {'waiting': []}, None)
        raise self._end_with(Deadlock(f'MainThread waits for {waits_for}, and nothing is left that could end the wait'))

    def _end_with(self, error):
        """Whatever the program catches on the way, this ends the run."""
        self._recorder.fatal = error
        return error


_WAITS = {
    ('queue', 'get'): 'another thread to put an item into a queue',
    ('queue', 'put'): 'another thread to take an item from a full queue',
    ('queue', 'join'): 'other threads to call task_done for every item of a queue',
    ('threading', 'Event.wait'): 'another thread to set an Event',
    ('threading', 'Barrier.wait'): 'the other threads at a Barrier',
    ('threading', 'Semaphore.acquire'): 'another thread to release a Semaphore',
    ('threading', 'Condition.wait'): 'another thread to notify a Condition',
    ('concurrent.futures._base', 'Future.result'): 'the result of a Future',
    ('concurrent.futures._base', 'Future.exception'): 'the result of a Future',
}


def _what_it_waits_for(lock):
    """What of the library's holds the lock that a thread waits for, or else the lock."""
    found, frame = lock, sys._getframe(1)
    while frame is not None:
        module, name = frame.f_globals.get('__name__'), frame.f_code.co_qualname
        found = _WAITS.get((module, name)) or _WAITS.get((module, name.rpartition('.')[2])) or found
        if module == '__main__':
            break
        frame = frame.f_back
    return found


def _plain(seconds):
    return int(seconds) if float(seconds).is_integer() else round(seconds, 9)


class _NoWorld:
    """Between runs nothing waits: objects left by a program acquire their locks at once."""

    lane = None

    def now(self):
        return 0.0

    def wait(self, *_):
        return True

    def note(self, text):
        pass


_no_world = _NoWorld()


def world():
    """The threads of the current run."""
    return active.world or _no_world


def call_text(function, args):
    """The name of a lane for a call: `blocking(1)`."""
    while isinstance(function, functools.partial):
        function, args = function.func, (*function.args, *args)
    if getattr(function, '__name__', '') == 'run' and isinstance(getattr(function, '__self__', None), contextvars.Context) and args:
        return call_text(args[0], args[1:])
    name = getattr(function, '__name__', None)
    name = name if isinstance(name, str) else type(function).__name__
    return clip(f'{name}({", ".join(value_text(value) for value in args)})', 40)


class Handle:
    """A thread as `threading` stores it."""

    def __init__(self):
        self.ident = None
        self._is_done = False
        self._ends_at = None

    def is_done(self):
        return self._is_done

    def _set_done(self):
        self._is_done = True

    def join(self, timeout=None):
        now = world().now()
        until = None if timeout is None or timeout < 0 else time_after(now, timeout)
        world().wait(self.is_done, until, 'another thread to end', lambda: self._ends_at)


def start_joinable_thread(function, *, handle=None, daemon=True):
    """Replaces `threading._start_joinable_thread`: `function` is the bound `Thread._bootstrap`."""
    handle = Handle() if handle is None else handle
    thread = getattr(function, '__self__', None)
    handle.ident = world().new_ident()
    if isinstance(thread, threading.Timer):
        _start_timer(thread, function, handle)
    else:
        _run_thread(thread, function, handle, daemon)
    return handle


def _start_timer(thread, function, handle):
    """A timer that is canceled before its time never runs, so its thread begins only at that time."""
    started, interval = world(), thread.interval
    thread._started.set()

    def begin():
        if thread.finished.is_set():
            handle._set_done()
            return
        thread.interval = 0
        _run_thread(thread, function, handle, thread.daemon)

    started.post(started.now() + interval, begin, thread.daemon)


def _run_thread(thread, function, handle, daemon):
    here = world()
    target = getattr(thread, '_target', None) or getattr(thread, 'function', None) or getattr(thread, 'run', function)
    args = getattr(thread, '_args', None) or getattr(thread, 'args', None) or ()
    name = thread.name if thread is not None else 'thread'
    lane = here.new_lane(call_text(target, args), name, handle.ident, daemon)

    def finish():
        handle._set_done()

    here.run(lane, function, SharedState(target, args, here.recorder.module))
    handle._ends_at = lane.time
    here.end(lane, finish)


def start_new_thread(function, args, kwargs={}, /):
    handle = Handle()
    handle.ident = world().new_ident()
    lane = world().new_lane(call_text(function, args), '_thread', handle.ident, True)
    world().run(lane, lambda: function(*args, **kwargs))
    world().end(lane, handle._set_done)
    return handle.ident


def get_ident():
    here = active.world
    return _real_ident() if here is None or here.lane is None else here.lane.ident
