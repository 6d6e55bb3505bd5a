"""What nobody looked at: failures of futures that were never read, and tasks that never ended."""

from .description import INFINITY, error_text
from .observe import observe
from .observed_futures import Future, identity
from .private_asyncio import asyncio


@observe(Future, '__del__')
def _delete(original, recorder, future):
    _note(recorder, future)


def _note(recorder, future):
    fields = identity(future)
    if fields is not None and future._Future__log_traceback:
        future._Future__log_traceback = False
        fields['error'] = error_text(future._exception, recorder.filename)
        recorder.unretrieved.append((fields, future._yieldpoint_seq))


def report_unretrieved(recorder):
    """Records what nobody looked at: tasks, then futures, by their numbers."""
    for reference in recorder.failed:
        future = reference()
        if future is not None:
            _note(recorder, future)
    for task in asyncio.tasks._scheduled_tasks:
        if not task.done() and task._yieldpoint_id is not None:
            error = {'name': 'RuntimeError', 'message': 'Task was destroyed but it is pending!'}
            recorder.unretrieved.append(({'id': task._yieldpoint_id, 'error': error}, task._yieldpoint_seq))
    recorder.task = None
    for fields, seq in sorted(recorder.unretrieved, key=_number):
        recorder.record('unretrieved', fields, seq)


def _number(entry):
    fields, _ = entry
    return fields.get('id', INFINITY), fields.get('future')
