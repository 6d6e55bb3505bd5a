"""Names of locks, events, queues …: their class and a number in the order in which the program made them."""

from .observe import observe
from .private_asyncio import asyncio


def name_of(recorder, thing):
    """`{object, id}` of a synchronization object; one made inside another goes by the other's name."""
    name = thing.__dict__.get('_yieldpoint_name')
    if name is None or name[0] is not recorder:  # one that an earlier run left behind counts anew
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
        return  # its queue is nobody else's business
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
