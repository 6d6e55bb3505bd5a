"""What the program never looked at: failures of futures that were never read, and tasks that never ended.

asyncio informs the loop's exception handler when such an object is collected. The trace records a pending task at that moment, and
the rest at its end."""

from .description import INFINITY, error_text
from .observe import observe
from .observed_futures import Future, Task, identity


@observe(Future, '__del__')
def _delete(original, recorder, future):
    _note_failure(recorder, future)
    original(future)


@observe(Task, '__del__')
def _delete_task(original, recorder, task):
    fields = _pending(task)
    if fields is not None and _is_of_run(recorder, task):
        recorder.record('unretrieved', fields, task._yieldpoint_seq)
    original(task)


def _is_of_run(recorder, future):
    """False for what an earlier run has left behind: its numbers mean something else in this one."""
    return getattr(future._loop, '_recorder', None) is recorder


def _note_failure(recorder, future):
    fields = identity(future)
    if fields is not None and _is_of_run(recorder, future) and future._Future__log_traceback:
        fields['error'] = error_text(future._exception, recorder.filename)
        recorder.unretrieved.append((fields, future._yieldpoint_seq))


def _pending(task):
    if task.done() or not task._log_destroy_pending or getattr(task, '_yieldpoint_id', None) is None:
        return None
    return {
        'id': task._yieldpoint_id,
        'error': {'name': 'RuntimeError', 'message': 'Task was destroyed but it is pending!'},
    }


def report_unretrieved(recorder, pending):
    """Records what the program never looked at: tasks, then futures, by their numbers. `pending` are the tasks that are
    still alive."""
    for reference in recorder.failed:
        future = reference()
        if future is not None:
            _note_failure(recorder, future)
            future._Future__log_traceback = False
    for task in pending:
        fields = _pending(task)
        if fields is not None:
            recorder.unretrieved.append((fields, task._yieldpoint_seq))
    recorder.task = None
    for fields, seq in sorted(recorder.unretrieved, key=_number):
        recorder.record('unretrieved', fields, seq)


def _number(entry):
    fields, _ = entry
    return fields.get('id', INFINITY), fields.get('future', 0)
