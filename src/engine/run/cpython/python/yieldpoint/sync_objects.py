"""Names of locks, events, queues …: their class and a number in the order in which the program made them. Also who
holds a lock."""

from .observe import observe
from .private_asyncio import asyncio
from .recording import active
from .room import roomy


def name_of(recorder, thing):
    """Returns `{object, id}` of a synchronization object; one made inside another has the other's name."""
    name = thing.__dict__.get('_yieldpoint_name')
    if name is None or name[0] is not recorder:  # an object left from an earlier run gets a new number
        kind = type(thing).__name__
        name = thing._yieldpoint_name = (recorder, {'object': kind, 'id': recorder.number(kind)})
    return name[1]


def _begin(original, recorder, thing, *args, **kwargs):
    """Objects that are made while another is being made are parts of it."""
    if recorder.naming:
        return original(thing, *args, **kwargs)
    recorder.naming = True
    try:
        original(thing, *args, **kwargs)
    finally:
        recorder.naming = False
    if isinstance(thing, asyncio.tasks._AsCompletedIterator):
        return  # its queue is internal
    name_of(recorder, thing)
    for part in _parts(thing):
        part.__dict__.setdefault('_yieldpoint_name', thing._yieldpoint_name)


def _parts(thing):
    """The objects a condition, barrier or queue is built from. (A condition can be given a lock with a name.)"""
    if isinstance(thing, asyncio.Condition):
        return [thing._lock]
    if isinstance(thing, asyncio.Barrier):
        return [thing._cond, thing._cond._lock]
    return [thing._finished] if isinstance(thing, asyncio.Queue) else []


for _class in (
    asyncio.Lock,
    asyncio.Event,
    asyncio.Condition,
    asyncio.Semaphore,
    asyncio.Barrier,
    asyncio.Queue,
    asyncio.tasks._AsCompletedIterator,
):
    observe(_class, '__init__')(_begin)


# a program's class may have anything under the name `__dict__`
_attributes = next(vars(base)['__dict__'] for base in asyncio.Lock.__mro__ if '__dict__' in vars(base)).__get__


class _Locked:
    """The `_locked` of a lock. The task that sets it to True holds the lock; asyncio itself does not record which task
    that is."""

    def __get__(self, lock, owner=None):
        return self if lock is None else _attributes(lock)['_locked']

    @roomy
    def __set__(self, lock, locked):
        recorder = active.recorder
        _attributes(lock)['_locked'] = locked
        _attributes(lock)['_yieldpoint_holder'] = recorder.task if locked and recorder is not None else None


asyncio.Lock._locked = _Locked()


def holder_of(lock):
    """The id of the task that holds a lock, or None."""
    return _attributes(lock).get('_yieldpoint_holder')
