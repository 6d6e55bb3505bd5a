"""The line of the program at which something happens."""

import sys

from .private_asyncio import asyncio

_REPORT = asyncio.BaseEventLoop.call_exception_handler.__code__


def line_of_program(filename):
    """The line of the innermost running frame of the program. None if asyncio reports an error itself, such as a
    callback's, or a task's when the task is collected: whatever runs at that moment has nothing to do with it."""
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename == filename:
            return frame.f_lineno
        if frame.f_code is _REPORT:
            return None
        frame = frame.f_back
    return None
