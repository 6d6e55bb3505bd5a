"""Makes Task of the private asyncio record its steps, its waits and the requests to cancel it."""

from .description import error_text, value_text
from .observe import caller, observe
from .private_asyncio import asyncio
from .waits import Wait

Task = asyncio.Task
_STEPS = (Task._Task__step, Task._Task__wakeup)
_STEPS_OF_ASYNC_GENERATORS = {'async_generator_asend': 'asend', 'async_generator_athrow': 'aclose'}

# `asyncio.run` runs these two after the program: their iterations count, but they are not tasks of the program
_HOUSEKEEPING = ('BaseEventLoop.shutdown_asyncgens', 'VirtualLoop.shutdown_default_executor')


def stepped_task(callback):
    """The task whose step is this callback, or None."""
    if getattr(callback, '__func__', None) in _STEPS:
        return callback.__self__
    return None


def enqueue_task(recorder, task, handle):
    """Records that a task is ready; returns the record's `seq`.

    A task is first seen when asyncio schedules its first step. A task that schedules its own next step has suspended
    without waiting for anything: a bare yield, or an invalid one, for which asyncio passes an error to the step."""
    cause = recorder.cause
    if not hasattr(task, '_yieldpoint_id'):
        _begin_task(recorder, task, eager=False)
        cause = task._yieldpoint_seq
    if task._yieldpoint_id is None:
        return None
    if recorder.task == task._yieldpoint_id and task._yieldpoint_waits is None:
        cause = record_wait(recorder, task, Wait('tick', 'bad yield' if handle._args else 'sleep(0)'))
    task._yieldpoint_seq = recorder.record('task-ready', {'id': task._yieldpoint_id}, cause)
    return task._yieldpoint_seq


def _begin_task(recorder, task, eager):
    """Gives a new task its attributes: the id (None if it does not belong to the program), the `seq` of the last record
    about it, what it waits for, and the name of its coroutine."""
    task._yieldpoint_id = task._yieldpoint_seq = task._yieldpoint_waits = None
    code = getattr(task._coro, 'cr_code', None)
    if code is not None and code.co_qualname in _HOUSEKEEPING and code.co_filename != recorder.filename:
        return
    task._yieldpoint_id = recorder.number('task')
    task._yieldpoint_coroutine = _coroutine_name(task._coro)
    fields = {'id': task._yieldpoint_id, 'name': task._name, 'coroutine': task._yieldpoint_coroutine, 'eager': eager}
    task._yieldpoint_seq = recorder.record('task-created', fields)


def _coroutine_name(coroutine):
    """The name of the function or of the async generator's method; if asyncio wraps it, the name of what is inside."""
    frame = getattr(coroutine, 'cr_frame', None)
    if frame is not None and frame.f_code.co_name == '_wrap_awaitable' and 'awaitable' in frame.f_locals:
        coroutine = frame.f_locals['awaitable']
    name = type(coroutine).__name__
    return _STEPS_OF_ASYNC_GENERATORS.get(name) or getattr(coroutine, '__name__', name)


def record_wait(recorder, task, wait, id=None):
    """Records that a task suspends; `id` is that of the future or task it waits for."""
    on = task._yieldpoint_waits = wait.describe(id)
    return recorder.record('task-waits', {'id': task._yieldpoint_id, 'on': on})


@observe(Task, '_Task__step_run_and_handle_result', has_room=False)
def _step(original, recorder, task, exc):
    before = recorder.task, recorder.cause
    if not hasattr(task, '_yieldpoint_id'):
        _begin_task(recorder, task, eager=True)
        recorder.cause = task._yieldpoint_seq
    recorder.task = task._yieldpoint_id
    has_waited = task._yieldpoint_waits is not None
    task._yieldpoint_waits = None
    if task._yieldpoint_id is not None:
        fields = {'id': task._yieldpoint_id}
        if exc is not None:
            fields['thrown'] = error_text(exc, recorder.filename)
        recorder.cause = recorder.record('step-begins', fields)
    frames = recorder.frames
    depth = 0 if frames is None else frames.begin_step(task._coro, exc if has_waited else None)
    try:
        original(task, exc)
        if task._yieldpoint_id is not None and task._yieldpoint_waits is None and not task.done():
            record_wait(recorder, task, Wait('future', type(task._fut_waiter).__name__))  # a future of a foreign class
    finally:
        if recorder.frames is not None:
            recorder.frames.end_step(depth)
        recorder.task, recorder.cause = before
        task = exc = None  # as in `observe`


@observe(Task, 'cancel')
def _cancel(original, recorder, task, msg=None):
    if task.done() or task._yieldpoint_id is None:
        return original(task, msg)
    fields = {'id': task._yieldpoint_id, 'count': task._num_cancels_requested + 1}
    if msg is not None:
        fields['message'] = value_text(msg)
    fields['delivery'] = 'waiter' if _takes_cancellation(task._fut_waiter) else 'next-step'
    if caller().f_code is asyncio.runners._cancel_all_tasks.__code__:
        fields['atEnd'] = True
    if recorder.is_readers:
        # what the request passes on has its own cause
        recorder.is_readers = False
        fields['byReader'] = True
    with recorder.effects_of(recorder.record('cancel-requested', fields)):
        return original(task, msg)


def _takes_cancellation(future):
    """The result that `future.cancel()` will have."""
    if future is None or future.done():
        return False
    if isinstance(future, asyncio.tasks._GatheringFuture):
        return any(map(_takes_cancellation, future._children))
    return True


@observe(Task, 'uncancel')
def _uncancel(original, recorder, task):
    before = task._num_cancels_requested
    count = original(task)
    if before > 0:
        recorder.record('cancel-withdrawn', {'id': task._yieldpoint_id, 'count': count})
    return count
