"""Async generators: numbered when they are first iterated, closed when their frame has ended.

The loop is told of the first (`sys.set_asyncgen_hooks`) but not of the second, which `sys.monitoring` sees.
"""

import sys


class GeneratorObserver:
    """Records `async-generator-opened` and `async-generator-closed`. `names` maps the code objects of the program's async generators to nothing but themselves."""

    def __init__(self, recorder):
        self._recorder = recorder
        self._open = {}

    def opened(self, agen):
        number = self._recorder.number('generator')
        seq = self._recorder.record('async-generator-opened', {'generator': number, 'label': agen.__name__})
        self._open[id(agen)] = number, seq

    def left(self, agen):
        entry = self._open.pop(id(agen), None)
        if entry is not None:
            self._recorder.record('async-generator-closed', {'generator': entry[0]})
