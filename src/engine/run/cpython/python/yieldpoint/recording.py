"""The record of one run: the events so far, the virtual clock, and the limits that end it."""

import contextlib

INNERMOST = object()

CLOCK_RESOLUTION = 1e-9  # seconds, as on Linux


def time_after(time, seconds):
    """When a wait of so many seconds is over that begins at `time`.

    The clock goes on in every wait, however short. On a real clock it does, and a program that sleeps for what is left until a
    deadline relies on it: what is left can be so little that it is lost in the sum."""
    return time + (max(seconds, CLOCK_RESOLUTION) if seconds > 0 else seconds)


class RunStopped(SystemExit):
    """Ends a run that reached a limit.

    asyncio passes every other exception of a callback to the loop's exception handler and continues; only SystemExit
    and KeyboardInterrupt leave the loop at once.
    """


class Deadlock(BaseException):
    """Nothing is ready and no timer is set, so the loop would wait forever. `tree` says who waits for what."""

    def __init__(self, tree):
        super().__init__('every task waits for another')
        self.tree = tree


class Recorder:
    """Collects events. `task` and `cause` are the defaults for a record: the running task, and the innermost record
    that has not ended (a step, a callback, a cancellation)."""

    def __init__(self, filename, *, max_iterations, max_events, max_output, max_seconds=None, on_event=None):
        self.filename = filename
        self._on_event = on_event
        self.events = []
        self.iteration = 0
        self.turns = 0
        self.time = 0.0
        self.wall = None
        self.task = None
        self.cause = None
        self.limit = None
        self.max_iterations = max_iterations
        self.max_events = max_events
        self.output_left = max_output
        self._most = {'iterations': max_iterations, 'events': max_events, 'output': max_output, 'time': max_seconds}
        self.counts = {}
        self.failed = []
        self.unretrieved = []
        self.world = None
        self.fatal = None
        self.loop_ran = False
        self.is_interrupted = False
        self.exit = None
        self.signal_handlers = {}
        self.at_exit = []
        self.noted = set()
        self.has_noted_changes = False
        self.thinning = None
        self.frames = None
        self.generators = None
        self.naming = False
        self.requests = None
        self.is_readers = False

    def number(self, what):
        """The next number, from 1, for a thing of kind `what`."""
        count = self.counts.get(what, 0) + 1
        self.counts[what] = count
        return count

    def record(self, kind, fields, cause=INNERMOST):
        """Appends an event and returns its `seq`; past a limit, returns None.

        Only the event at the limit stops the run from here. A program that catches everything may continue, but not
        beyond its next suspension: then the loop checks the limit, and the program cannot catch what the loop raises."""
        if self.limit is not None or (self.world is not None and self.world.defer(kind, fields)):
            return None
        if self.thinning is not None and not self.thinning.before_event(kind):
            return None
        seq = len(self.events)
        if seq >= self.max_events:
            self.stop('events')
        event = {
            'seq': seq,
            'iteration': self.iteration,
            'time': self.time,
            'task': self.task,
            'cause': self.cause if cause is INNERMOST else cause,
            'kind': kind,
            **fields,
        }
        self.events.append(event)
        if self._on_event is not None:
            self._on_event(event)
        return seq

    def move_clock(self, time):
        """Sets the virtual clock, and with it the date."""
        self.time = time
        if self.wall is not None:
            self.wall.set(time)

    @contextlib.contextmanager
    def effects_of(self, seq):
        """Within the block, `seq` is the cause of what happens."""
        before, self.cause = self.cause, seq
        try:
            yield
        finally:
            self.cause = before

    def note(self, text, line=None):
        """Tells the reader, once in a run, what is different here from what the program expects."""
        if text not in self.noted:
            self.noted.add(text)
            self.record('note', {'text': text} | ({} if line is None else {'line': line}))

    def most(self, limit):
        """The size of a limit, or None."""
        return self._most.get(limit)

    def stop(self, limit):
        """Ends the run because it has reached `limit`."""
        self.limit = limit
        raise RunStopped

    def check(self):
        """Raises if a limit or something else has ended the run."""
        if self.limit is not None:
            raise RunStopped
        if self.fatal is not None:
            raise self.fatal

    def next_iteration(self):
        self.check()
        if self.iteration >= self.max_iterations:
            self.stop('iterations')
        self.iteration += 1
        self.turns = 0


class _Active:
    """The recorder of the current run, or None. Between runs asyncio's classes behave as usual. `world` has the run's
    threads."""

    recorder = None
    world = None


active = _Active()
