"""The reader's requests for a run: to cancel a task at a moment when nothing runs."""

from .private_asyncio import asyncio


class ReaderRequests:
    """Requests of `{iteration, after, task}`: made when `after` callbacks and steps of that iteration have run.

    A request is dropped if its task has ended or does not exist."""

    def __init__(self, recorder, requests):
        self._recorder = recorder
        self._waiting = {}
        for request in requests:
            self._waiting.setdefault((request['iteration'], request['after']), []).append(request['task'])

    def make(self, loop):
        """Makes the requests that are due now."""
        recorder = self._recorder
        for number in self._waiting.pop((recorder.iteration, recorder.turns), ()):
            task = next((task for task in asyncio.all_tasks(loop) if task._yieldpoint_id == number), None)
            if task is not None:
                recorder.task = recorder.cause = None
                self._cancel(loop, task)

    def _cancel(self, loop, task):
        """An error here, for example of a task that waits for itself through others, is lost like an error in a
        callback."""
        recorder = self._recorder
        recorder.is_readers = True
        try:
            task.cancel()
        except Exception as exception:
            recorder.check()
            loop.call_exception_handler({'message': 'Exception in the request to cancel', 'exception': exception})
        finally:
            recorder.is_readers = False
