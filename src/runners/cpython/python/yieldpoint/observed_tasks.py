"""Future and Task of the private asyncio, made to record what happens to them.

Every function here records and then calls the method it stands for, so what runs is asyncio's own code.
"""

import functools
import weakref

from .description import error_text, value_text
from .private_asyncio import asyncio
from .recording import active
from .waits import Wait, wait_of_new_future, waits_again

Future = asyncio.Future
Task = asyncio.Task
_STEPS = (Task._Task__step, Task._Task__wakeup)
_HOUSEKEEPING = (
    asyncio.BaseEventLoop.shutdown_asyncgens.__code__,
    asyncio.BaseEventLoop.shutdown_default_executor.__code__,
)


def stepped_task(callback):
    """The task whose step this callback is, or None."""
    if getattr(callback, '__func__', None) in _STEPS:
        return callback.__self__
    return None


def _is_housekeeping(task):
    """The two coroutines that `asyncio.run` runs after the program: their iterations count, but they are no tasks of the program."""
    return getattr(task._coro, 'cr_code', None) in _HOUSEKEEPING


def _id_of_new_task(recorder, task, eager):
    if _is_housekeeping(task):
        task._yieldpoint_id = None
        return
    task._yieldpoint_id = recorder.number('task')
    task._yieldpoint_waits = None
    task._yieldpoint_coroutine = getattr(task._coro, '__name__', type(task._coro).__name__)
    fields = {'id': task._yieldpoint_id, 'name': task._name, 'coroutine': task._yieldpoint_coroutine, 'eager': eager}
    task._yieldpoint_seq = recorder.record('task-created', fields)


def enqueue_task(recorder, task, handle):
    """Records that a task is ready; returns the record's `seq`.

    A task is first seen when asyncio schedules its first step. One that schedules its own next step has suspended without
    waiting for anything: a bare yield, or a wrong one, which asyncio answers by an error as the step's argument."""
    cause = recorder.cause
    if not hasattr(task, '_yieldpoint_id'):
        _id_of_new_task(recorder, task, eager=False)
        cause = getattr(task, '_yieldpoint_seq', None)
    if task._yieldpoint_id is None:
        return None
    if recorder.task == task._yieldpoint_id and task._yieldpoint_waits is None:
        cause = _record_wait(recorder, task, Wait('tick', 'bad yield' if handle._args else 'sleep(0)'), None)
    return recorder.record('task-ready', {'id': task._yieldpoint_id}, cause)


def wait_fields(wait, id=None):
    """A wait as the trace's `on`."""
    fields = {'what': wait.what, 'label': wait.label}
    if id is not None:
        fields['id'] = id
    if wait.until is not None:
        fields['until'] = wait.until
    return fields


def _record_wait(recorder, task, wait, id):
    task._yieldpoint_waits = wait_fields(wait, id)
    return recorder.record('task-waits', {'id': task._yieldpoint_id, 'on': task._yieldpoint_waits})


def _observe(cls, name):
    """Replaces a method by a function that gets the recorder and the original, while a run is going on."""

    def decorate(function):
        original = getattr(cls, name)

        @functools.wraps(original)
        def method(self, *args, **kwargs):
            recorder = active.recorder
            if recorder is None:
                return original(self, *args, **kwargs)
            return function(original, recorder, self, *args, **kwargs)

        setattr(cls, name, method)
        return function

    return decorate


@_observe(Task, '_Task__step_run_and_handle_result')
def _step(original, recorder, task, exc):
    task_before, cause_before = recorder.task, recorder.cause
    if not hasattr(task, '_yieldpoint_id'):
        _id_of_new_task(recorder, task, eager=True)
        recorder.cause = getattr(task, '_yieldpoint_seq', None)
    id = task._yieldpoint_id
    recorder.task = id
    if id is not None:
        task._yieldpoint_waits = None
        fields = {'id': id}
        if exc is not None:
            fields['thrown'] = error_text(exc, recorder.filename)
        recorder.cause = recorder.record('step-begins', fields)
    try:
        original(task, exc)
    finally:
        if recorder.frames is not None:
            recorder.frames.end_step()
        recorder.task, recorder.cause = task_before, cause_before


@_observe(Task, 'cancel')
def _cancel(original, recorder, task, msg=None):
    if task.done() or task._yieldpoint_id is None:
        return original(task, msg)
    fields = {'id': task._yieldpoint_id, 'count': task._num_cancels_requested + 1}
    if msg is not None:
        fields['message'] = msg if isinstance(msg, str) else value_text(msg)
    fields['delivery'] = 'waiter' if _takes_cancellation(task._fut_waiter) else 'next-step'
    cause_before = recorder.cause
    recorder.cause = recorder.record('cancel-requested', fields)
    try:
        return original(task, msg)
    finally:
        recorder.cause = cause_before


def _takes_cancellation(future):
    if future is None or future.done():
        return False
    if isinstance(future, asyncio.tasks._GatheringFuture):
        return any(map(_takes_cancellation, future._children))
    return True


@_observe(Task, 'uncancel')
def _uncancel(original, recorder, task):
    before = task._num_cancels_requested
    count = original(task)
    if before > 0:
        recorder.record('cancel-withdrawn', {'id': task._yieldpoint_id, 'count': count})
    return count


_init = Future.__init__


@functools.wraps(_init)
def _new_future(self, *, loop=None):
    _init(self, loop=loop)
    recorder = active.recorder
    if recorder is None or isinstance(self, Task):
        return
    wait = self._yieldpoint_wait = wait_of_new_future(recorder)
    if wait.visible:
        self._yieldpoint_number = recorder.number('future')
        self._yieldpoint_seq = recorder.record('future-created', {'future': self._yieldpoint_number, 'label': wait.label})
    elif wait.on is not None:
        fields = {'on': wait.on, 'id': wait.task}
        if waits_again(wait):
            recorder.record('sync-robbed', fields)
        recorder.record('sync-enqueued', fields)


Future.__init__ = _new_future


@_observe(Future, 'add_done_callback')
def _add_done_callback(original, recorder, future, fn, *, context=None):
    task = stepped_task(fn)
    if task is not None and task._yieldpoint_id is not None:
        if isinstance(future, Task):
            _record_wait(recorder, task, Wait('task', future._name), future._yieldpoint_id)
        else:
            wait = future._yieldpoint_wait
            _record_wait(recorder, task, wait, getattr(future, '_yieldpoint_number', None))
    return original(future, fn, context=context)


@_observe(Future, '_Future__schedule_callbacks')
def _resolve(original, recorder, future):
    cause_before = recorder.cause
    seq = _record_resolved(recorder, future)
    if seq is not None:
        recorder.cause = seq
    try:
        original(future)
    finally:
        recorder.cause = cause_before


def _record_resolved(recorder, future):
    if isinstance(future, Task):
        id = getattr(future, '_yieldpoint_id', None)
        if id is None:
            return None
        how = {'id': id, 'how': 'returned'}, 'raised', 'task-ended'
    elif not future._yieldpoint_wait.visible:
        wait = future._yieldpoint_wait
        if wait.on is None or future._state == 'CANCELLED':
            return None
        return recorder.record('sync-woken', {'on': wait.on, 'id': wait.task})
    else:
        how = {'future': future._yieldpoint_number, 'how': 'result'}, 'exception', 'future-resolved'
    fields, raised, kind = how
    if future._state == 'CANCELLED':
        error = future._cancelled_exc
        if error is None:
            error = asyncio.CancelledError(*([] if future._cancel_message is None else [future._cancel_message]))
        fields['how'] = 'cancelled'
        fields['error'] = error_text(error, recorder.filename)
    elif future._exception is not None:
        fields['how'] = raised
        fields['error'] = error_text(future._exception, recorder.filename)
        recorder.failed.append(weakref.ref(future))
    else:
        fields['value'] = value_text(future._result)
    return recorder.record(kind, fields)


@_observe(Future, '__del__')
def _delete(original, recorder, future):
    _note_unretrieved(recorder, future)


def _note_unretrieved(recorder, future):
    seq = getattr(future, '_yieldpoint_seq', None)
    if seq is None or not future._Future__log_traceback:
        return
    future._Future__log_traceback = False
    fields = {'id': future._yieldpoint_id} if isinstance(future, Task) else {'future': future._yieldpoint_number}
    fields['error'] = error_text(future._exception, recorder.filename)
    recorder.unretrieved.append((seq, fields))


def report_unretrieved(recorder):
    """Records, in order of creation, the failures that nobody has read and the tasks that are still pending."""
    for reference in recorder.failed:
        future = reference()
        if future is not None:
            _note_unretrieved(recorder, future)
    for task in asyncio.tasks._scheduled_tasks:
        if not task.done() and task._yieldpoint_id is not None:
            error = {'name': 'RuntimeError', 'message': 'Task was destroyed but it is pending!'}
            recorder.unretrieved.append((task._yieldpoint_seq, {'id': task._yieldpoint_id, 'error': error}))
    recorder.task = recorder.cause = None
    for seq, fields in sorted(recorder.unretrieved, key=lambda entry: entry[0]):
        recorder.record('unretrieved', fields)
