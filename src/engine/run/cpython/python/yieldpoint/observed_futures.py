"""Makes Future of the private asyncio, and with it Task, record how futures are created, ended and waited for."""

import weakref

from .description import error_text, value_text
from .observe import observe
from .observed_tasks import Task, record_wait, stepped_task
from .private_asyncio import asyncio
from .waits import Wait, wait_of_new_future, waits_again

Future = asyncio.Future


@observe(Future, '__init__')
def _begin_future(original, recorder, future, *, loop=None):
    original(future, loop=loop)
    if isinstance(future, Task):
        return
    wait = future._yieldpoint_wait = wait_of_new_future(recorder)
    if wait.visible:
        future._yieldpoint_number = recorder.number('future')
        fields = {'future': future._yieldpoint_number, 'label': wait.label}
        if wait.call is not None:
            fields['call'] = wait.call
        future._yieldpoint_seq = recorder.record('future-created', fields)
    elif wait.on is not None:
        fields = {'on': wait.on, 'id': wait.task}
        if waits_again(wait):
            recorder.record('sync-robbed', fields)
        recorder.record('sync-enqueued', fields)


@observe(Future, 'add_done_callback')
def _add_done_callback(original, recorder, future, fn, *, context=None):
    task = stepped_task(fn)
    if task is not None and task._yieldpoint_id is not None:
        if isinstance(future, Task):
            record_wait(recorder, task, Wait('task', future._name), future._yieldpoint_id)
        else:
            record_wait(recorder, task, future._yieldpoint_wait, getattr(future, '_yieldpoint_number', None))
    return original(future, fn, context=context)


@observe(Future, '_Future__schedule_callbacks')
def _resolve(original, recorder, future):
    """asyncio calls this when a future has just finished, in any way."""
    seq = _record_end(recorder, future)
    with recorder.effects_of(recorder.cause if seq is None else seq):
        original(future)


def _record_end(recorder, future):
    """Records that a future or task has ended, or that a waiter of a lock … may continue; returns the record's `seq`."""
    of_task = isinstance(future, Task)
    if not of_task and not future._yieldpoint_wait.visible:
        wait = future._yieldpoint_wait
        if wait.on is None or future._state == 'CANCELLED':
            return None
        return recorder.record('sync-woken', {'on': wait.on, 'id': wait.task})
    fields = identity(future)
    if fields is None:
        return None
    if future._state == 'CANCELLED':
        fields |= {'how': 'cancelled', 'error': error_text(_cancelled_error(future), recorder.filename)}
    elif future._exception is not None:
        recorder.failed.append(weakref.ref(future))
        error = error_text(future._exception, recorder.filename)
        fields |= {'how': 'raised' if of_task else 'exception', 'error': error}
    else:
        fields |= {'how': 'returned' if of_task else 'result', 'value': value_text(future._result)}
    future._yieldpoint_seq = recorder.record('task-ended' if of_task else 'future-resolved', fields)
    return future._yieldpoint_seq


def _cancelled_error(future):
    """The CancelledError that a future holds, without taking it: asyncio hands it out only once."""
    if future._cancelled_exc is not None:
        return future._cancelled_exc
    message = future._cancel_message
    return asyncio.CancelledError() if message is None else asyncio.CancelledError(message)


def identity(future):
    """The name of a future or task in records; None if it does not belong to the program."""
    name, mark = ('id', '_yieldpoint_id') if isinstance(future, Task) else ('future', '_yieldpoint_number')
    number = getattr(future, mark, None)
    return None if number is None else {name: number}
