"""Notes where two threads share a queue and their lines come in another order than in CPython.

A thread runs to its end without a switch. So what it puts into a queue after a sleep is already there when another thread begins,
and the other thread gets it only after the first has used the queue for the last time.
"""

import queue

from .threads import world

_put, _get = queue.Queue.put, queue.Queue.get
_NOTE = (
    'A thread runs here to its end without a switch. A thread that gets what another one has put into a queue after a wait gets it later '
    'than in a terminal, so the lines come in another order. Two tasks with an asyncio.Queue show the same with every switch.'
)


def put(self, item, block=True, timeout=None):
    lane = world().lane
    if lane is not None and lane.is_late:
        self._yieldpoint_putter = lane
    _put(self, item, block, timeout)


def get(self, block=True, timeout=None):
    item = _get(self, block, timeout)
    putter = getattr(self, '_yieldpoint_putter', None)
    if putter is not None and putter is not world().lane:
        world().note(_NOTE)
    return item


put.__doc__, get.__doc__ = _put.__doc__, _get.__doc__
