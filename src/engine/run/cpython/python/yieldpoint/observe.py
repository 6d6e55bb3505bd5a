"""Makes a method of asyncio record what it does, without changing what it does."""

import functools
import sys

from .recording import active
from .room import roomy


def caller():
    """The innermost frame that is not ours: the caller of the observed method."""
    frame = sys._getframe(1)
    while frame.f_globals.get('__package__') == __package__:
        frame = frame.f_back
    return frame


def observe(cls, name, *, has_room=True):
    """Decorates `function(original, recorder, self, *args)`, which replaces a method during a run.

    It records, and calls the original. Between runs the original is called directly. If the original runs the program,
    the decorated function gets no extra room on the stack."""

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
                # an error's traceback keeps this frame alive, and the frame would keep the task that holds the error
                self = args = kwargs = None

        setattr(cls, name, method)
        return function

    return decorate
