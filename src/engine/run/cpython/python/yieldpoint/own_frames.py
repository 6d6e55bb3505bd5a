"""Removes our own frames from the tracebacks and stacks that programs print or inspect.

Our frames are those of this package and of asyncio's Future and Task, which are written in C in CPython and have no
frames there.
"""

import os
import sys
import traceback

from .description import is_refused_call
from .private_asyncio import asyncio

_PACKAGE = os.path.dirname(__file__) + '/'
_TASKS = asyncio.tasks.__file__
_FUTURES = asyncio.futures.__file__


def is_own(frame):
    """Whether a frame is there only because of us."""
    code = frame.f_code
    name = code.co_filename
    if name.startswith(_PACKAGE) or name == '<exec>':
        return True
    return (name == _TASKS and code.co_qualname.startswith('Task.')) or (
        name == _FUTURES and code.co_qualname.startswith('Future.')
    )


def _filtered(walk):
    def walk_seen(*args):
        return (entry for entry in walk(*args) if not is_own(entry[0]) and not is_refused_call(entry[0]))

    walk_seen.__name__ = walk.__name__
    return walk_seen


def _walk_stack(f):
    """`traceback.walk_stack`, which begins with its caller if it gets no frame."""
    frame = sys._getframe(1) if f is None else f

    def walk():
        at = frame
        while at is not None:
            if not is_own(at):
                yield at, at.f_lineno
            at = at.f_back

    return walk()


def hide_own_frames():
    """Changes the `traceback` module and `Task.get_stack`, once."""
    for name in ('walk_tb', '_walk_tb_with_full_positions'):
        setattr(traceback, name, _filtered(getattr(traceback, name)))
    traceback.walk_stack = _walk_stack
    get_stack = asyncio.base_tasks._task_get_stack
    asyncio.base_tasks._task_get_stack = lambda task, limit: [
        frame for frame in get_stack(task, None) if not is_own(frame)
    ][slice(None) if limit is None else slice(-limit, None)]
