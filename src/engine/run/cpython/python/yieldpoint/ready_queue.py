"""The loop's ready queue, which records every entry that is added and removed.

asyncio appends every callback that should run to `loop._ready` and takes the next from the front. These two methods are
where "is ready" and "runs" happen. An entry is the step of a task or a callback.
"""

from collections import deque

from .labels import callback_label
from .observed_tasks import enqueue_task, stepped_task
from .progress import callback_progress
from .recording import active
from .room import roomy


class ReadyQueue(deque):
    """Records `task-ready`, `callback-ready`, `callback-runs` and `callback-skipped`.

    `between()` is called before an entry is taken, when nothing runs."""

    def __init__(self, between):
        super().__init__()
        self._between = between
        self._entries = deque()

    @roomy
    def append(self, handle):
        recorder = active.recorder
        entry = (None, None)
        if recorder is not None:
            task = stepped_task(handle._callback)
            if task is not None:
                entry = (enqueue_task(recorder, task, handle), None)
            else:
                number = recorder.number('handle')
                label = callback_label(handle._callback, handle._args)
                entry = (recorder.record('callback-ready', {'handle': number, 'label': label}), number)
        super().append(handle)
        self._entries.append(entry)

    def popleft(self):
        self._between()
        handle = super().popleft()
        seq, number = self._entries.popleft()
        recorder = active.recorder
        if recorder is not None:
            recorder.check()
            recorder.task = None
            recorder.cause = seq
            if seq is not None or number is not None:
                recorder.turns += 1
            if number is not None:
                if handle._cancelled:
                    recorder.record('callback-skipped', {'handle': number})
                else:
                    recorder.cause = recorder.record(
                        'callback-runs', {'handle': number, **callback_progress(handle._callback)}
                    )
        return handle

    def clear(self):
        super().clear()
        self._entries.clear()
