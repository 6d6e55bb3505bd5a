"""`threading.Lock` and `RLock` for threads that run from start to end without a switch, each on its own clock (see
`threads`)."""

import sys

from .recording import time_after
from .threads import get_ident, world


class Lock:
    """`free_at` is when the lock was last released, on the clock of the thread that released it."""

    _what = 'a lock that another thread holds'

    def __init__(self):
        self._is_locked = False
        self._free_at = 0.0

    def acquire(self, blocking=True, timeout=-1):
        until = _deadline(blocking, timeout)
        if not world().wait(self._is_free, until, self._what, self._when_free):
            return False
        self._is_locked = True
        _note_use()
        return True

    def release(self):
        if not self._is_locked:
            raise RuntimeError('release unlocked lock')
        self._is_locked = False
        self._free_at = world().now()

    def locked(self):
        return self._is_locked

    def _is_free(self):
        return not self._is_locked and self._free_at <= world().now()

    def _when_free(self):
        return None if self._is_locked else self._free_at

    def _at_fork_reinit(self):
        self.__init__()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()

    def __repr__(self):
        state = 'locked' if self._is_locked else 'unlocked'
        return f'<{state} _thread.{type(self).__name__.lower()} object at {id(self):#x}>'

    acquire_lock, release_lock, locked_lock = acquire, release, locked


class RLock(Lock):
    """A lock that its holder may acquire again."""

    def __init__(self):
        super().__init__()
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        until = _deadline(blocking, timeout)
        if self._is_owned():
            self._count += 1
            return True
        if not world().wait(self._is_free, until, self._what, self._when_free):
            return False
        self._is_locked, self._owner, self._count = True, get_ident(), 1
        _note_use()
        return True

    def release(self):
        if not self._is_owned():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if self._count == 0:
            self._is_locked, self._owner = False, None
            self._free_at = world().now()

    def _is_owned(self):
        return self._owner == get_ident()

    def _recursion_count(self):
        return self._count if self._is_owned() else 0

    def _release_save(self):
        if not self._is_locked:
            raise RuntimeError('cannot release un-acquired lock')
        state = self._count, self._owner
        self._is_locked, self._owner, self._count = False, None, 0
        self._free_at = world().now()
        return state

    def _acquire_restore(self, state):
        world().wait(self._is_free, None, self._what, self._when_free)
        self._is_locked = True
        self._count, self._owner = state

    def __enter__(self):
        return self.acquire()


def _note_use():
    lane = world().lane
    if lane is None or lane.uses_locks:
        return
    frame = sys._getframe(2)
    while frame.f_globals.get('__package__') == __package__:
        frame = frame.f_back
    lane.uses_locks = frame.f_globals.get('__name__') == '__main__'


def _deadline(blocking, timeout):
    """The time until which to wait; None means forever."""
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return world().now()
    if timeout == -1:
        return None
    if timeout < 0:
        raise ValueError('timeout value must be a non-negative number')
    return time_after(world().now(), timeout)
