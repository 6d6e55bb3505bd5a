"""How a method of asyncio is made to record what it does, without changing what it does."""

import functools
import sys

from .recording import active
from .room import roomy


def caller():
    """The frame that called what is being observed: the innermost one that is none of ours."""
    frame = sys._getframe(1)
    while frame.f_globals.get('__package__') == __package__:
        frame = frame.f_back
    return frame


def observe(cls, name, *, has_room=True):
    """Decorates `function(original, recorder, self, *args)`, which takes the place of a method while a run continues.

    It records, and calls the original; between runs the original is called directly. One whose original runs the program
    has no room of its own on the stack."""

    def decorate(function):
        original = getattr(cls, name)
        observer = roomy(function) if has_room else function

        @functools.wraps(original)
        def method(self, *args, **kwargs):
            recorder = active.recorder
            try:
                if recorder is None:
                    return original(self, *args, **kwargs)
                return observer(original, recorder, self, *args, **kwargs)
            finally:
                # the traceback of an error keeps this frame, and the frame would keep the task that holds the error
                self = args = kwargs = None

        setattr(cls, name, method)
        return function

    return decorate
