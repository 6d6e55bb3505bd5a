"""Where in the program something happens."""

import sys

from .private_asyncio import asyncio

_REPORT = asyncio.BaseEventLoop.call_exception_handler.__code__


def line_of_program(filename):
    """The line of the innermost frame of the program that is running; None where asyncio reports an error on its own, as that
    of a callback, or of a task when that is collected: then what happens to be running has nothing to do with it."""
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename == filename:
            return frame.f_lineno
        if frame.f_code is _REPORT:
            return None
        frame = frame.f_back
    return None
