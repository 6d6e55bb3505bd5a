"""How a method of asyncio is made to record what it does, without changing what it does."""

import functools

from .recording import active


def observe(cls, name):
    """Decorates `function(original, recorder, self, *args)`, which takes the place of a method while a run goes on.

    It records, and calls the original; between runs the original is called directly."""

    def decorate(function):
        original = getattr(cls, name)

        @functools.wraps(original)
        def method(self, *args, **kwargs):
            recorder = active.recorder
            if recorder is None:
                return original(self, *args, **kwargs)
            return function(original, recorder, self, *args, **kwargs)

        setattr(cls, name, method)
        return function

    return decorate
