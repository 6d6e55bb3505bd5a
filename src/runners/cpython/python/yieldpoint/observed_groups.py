"""TaskGroup of the private asyncio, made to record when it is entered, aborted and left."""

import functools

from .private_asyncio import asyncio
from .recording import active

TaskGroup = asyncio.TaskGroup
_aenter = TaskGroup.__aenter__
_aexit = TaskGroup.__aexit__
_abort = TaskGroup._abort


@functools.wraps(_aenter)
async def __aenter__(self):
    group = await _aenter(self)
    recorder = active.recorder
    if recorder is not None:
        self._yieldpoint_number = recorder.number('group')
        recorder.record('group-entered', {'group': self._yieldpoint_number, 'id': recorder.task})
    return group


@functools.wraps(_aexit)
async def __aexit__(self, et, exc, tb):
    try:
        return await _aexit(self, et, exc, tb)
    finally:
        recorder = active.recorder
        if recorder is not None:
            recorder.record('group-exited', {'group': self._yieldpoint_number})


@functools.wraps(_abort)
def _observed_abort(self):
    recorder = active.recorder
    if recorder is None:
        return _abort(self)
    cause_before = recorder.cause
    recorder.cause = recorder.record('group-aborted', {'group': self._yieldpoint_number})
    try:
        _abort(self)
    finally:
        recorder.cause = cause_before


TaskGroup.__aenter__ = __aenter__
TaskGroup.__aexit__ = __aexit__
TaskGroup._abort = _observed_abort
