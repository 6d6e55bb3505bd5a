"""Names of locks, events, queues …: their class and a number in the order in which the program made them."""

import functools

from .private_asyncio import asyncio
from .recording import active


def name_of(recorder, thing):
    """`{object, id}` of a synchronization object; one made inside another goes by the other's name."""
    name = thing.__dict__.get('_yieldpoint_name')
    if name is None or name[0] is not recorder:
        name = (recorder, {'object': type(thing).__name__, 'id': recorder.number(type(thing).__name__)})
        thing._yieldpoint_name = name
    return name[1]


def _parts(thing):
    """The objects a condition, barrier or queue is built from."""
    if isinstance(thing, asyncio.Condition):
        return [thing._lock] if '_yieldpoint_name' not in thing._lock.__dict__ else []
    if isinstance(thing, asyncio.Barrier):
        return [thing._cond, thing._cond._lock]
    if isinstance(thing, asyncio.Queue):
        return [thing._finished]
    return []


def _name_at_creation(cls):
    original = cls.__init__

    @functools.wraps(original)
    def __init__(self, *args, **kwargs):
        recorder = active.recorder
        if recorder is None or recorder.naming:
            return original(self, *args, **kwargs)
        recorder.naming = True
        try:
            original(self, *args, **kwargs)
        finally:
            recorder.naming = False
        name_of(recorder, self)
        for part in _parts(self):
            part._yieldpoint_name = self._yieldpoint_name

    cls.__init__ = __init__


def _leave_unnamed(cls):
    """asyncio's iterator over completed tasks keeps a queue of its own, which is nobody else's business."""
    original = cls.__init__

    @functools.wraps(original)
    def __init__(self, *args, **kwargs):
        recorder = active.recorder
        if recorder is None:
            return original(self, *args, **kwargs)
        naming, recorder.naming = recorder.naming, True
        try:
            original(self, *args, **kwargs)
        finally:
            recorder.naming = naming

    cls.__init__ = __init__


def name_sync_objects():
    """Makes asyncio's synchronization classes number their objects."""
    for cls in (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.Barrier, asyncio.Queue):
        _name_at_creation(cls)
    _leave_unnamed(asyncio.tasks._AsCompletedIterator)
