"""What a task waits for, reported by the part of asyncio that made the future it waits on."""

import sys

from .description import INFINITY, number_text
from .private_asyncio import asyncio
from .recording import time_after
from .sync_objects import holder_of, name_of


class Wait:
    """`what`, `label`, `until` as in the trace; `on` is the name of the synchronization object, `lock` the object
    itself if it is a lock; `task` is the id of the waiting task; `call` is that of a call in a thread whose result is awaited. A wait that is not `visible` is on a future that
    asyncio made for itself and the program never sees."""

    __slots__ = ('what', 'label', 'until', 'on', 'lock', 'task', 'call', 'visible')

    def __init__(self, what, label, *, until=None, on=None, lock=None, call=None, visible=False):
        self.what = what
        self.label = label
        self.until = until
        self.on = on
        self.lock = lock
        self.task = None
        self.call = call
        self.visible = visible

    def describe(self, id=None):
        """The trace's description of it; `id` is that of the future or task that is waited for."""
        holder = None if self.lock is None else holder_of(self.lock)
        fields = {'id': id, 'until': self.until, 'holder': holder}
        return {'what': self.what, 'label': self.label} | {name: value for name, value in fields.items() if value is not None}


def _sleep(frame, recorder):
    delay = frame.f_locals['delay']
    until = time_after(recorder.time, delay)
    return Wait('sleep', f'sleep({number_text(delay)})', until=until if until != INFINITY else None)


def _on_object(what):
    def wait(frame, recorder):
        on = name_of(recorder, frame.f_locals['self'])
        return Wait('barrier' if on['object'] == 'Barrier' else what, on['object'], on=on)

    return wait


def _lock(frame, recorder):
    lock = frame.f_locals['self']
    on = name_of(recorder, lock)
    return Wait('barrier' if on['object'] == 'Barrier' else 'lock', on['object'], on=on, lock=lock)


def _event(frame, recorder):
    on = name_of(recorder, frame.f_locals['self'])
    return Wait('queue-join' if frame.f_back.f_code is _code(asyncio.Queue.join) else 'event', on['object'], on=on)


def _get(frame, recorder):
    if frame.f_back.f_code is _code(asyncio.tasks._AsCompletedIterator._wait_for_one):
        return Wait('wait', 'as_completed')
    return _on_object('queue-get')(frame, recorder)


def _call(frame, recorder):
    """What asyncio makes of the future of a call in a thread."""
    lane = getattr(frame.f_locals['future'], '_yieldpoint_lane', None)
    return Wait('future', 'Future', call=None if lane is None else lane.id, visible=True)


def _fixed(what, label, visible=False):
    return lambda frame, recorder: Wait(what, label, visible=visible)


def _code(function):
    return function.__code__


_MAKERS = {
    _code(asyncio.sleep): _sleep,
    _code(asyncio.Lock.acquire): _lock,
    _code(asyncio.Event.wait): _event,
    _code(asyncio.Condition.wait): _on_object('condition'),
    _code(asyncio.Semaphore.acquire): _on_object('semaphore'),
    _code(asyncio.Queue.get): _get,
    _code(asyncio.Queue.put): _on_object('queue-put'),
    _code(asyncio.tasks._wait): _fixed('wait', 'wait'),
    _code(asyncio.tasks._cancel_and_wait): _fixed('wait', 'wait_for'),
    _code(asyncio.TaskGroup._aexit): _fixed('group', 'TaskGroup'),
    _code(asyncio.wrap_future): _call,
    _code(asyncio.gather): _fixed('gather', 'gather', visible=True),
    _code(asyncio.tasks._GatheringFuture.__init__): _fixed('gather', 'gather', visible=True),
    _code(asyncio.shield): _fixed('shield', 'shield', visible=True),
}

_CREATE_FUTURE = _code(asyncio.BaseEventLoop.create_future)


def wait_of_new_future(recorder):
    """What will wait on the future that is about to be made; the code that makes it sets this."""
    frame = _maker()
    maker = _MAKERS.get(frame.f_code)
    if maker is None:
        return Wait('future', 'Future', visible=True)
    wait = maker(frame, recorder)
    wait.task = recorder.task
    if wait.task is None:  # a coroutine that no task runs waits for nobody
        wait.on = None
    return wait


def waits_again(wait):
    """Whether the `get` or `put` that makes the future has already waited in this call: then its variable is bound."""
    variable = {'queue-get': 'getter', 'queue-put': 'putter'}.get(wait.what)
    return variable is not None and variable in _maker().f_locals


def _maker():
    """The frame that makes the observed future: neither asyncio's `create_future` nor one of our own."""
    frame = sys._getframe(1)
    while frame.f_code is _CREATE_FUTURE or frame.f_globals.get('__package__') == __package__:
        frame = frame.f_back
    return frame
