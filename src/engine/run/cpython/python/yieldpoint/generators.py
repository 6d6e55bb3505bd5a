"""Async generators: numbered when they are first iterated, closed when their frame has ended.

The loop hears of the first (`sys.set_asyncgen_hooks`) but not of the second; `sys.monitoring` sees that.
"""

class GeneratorObserver:
    """Records `async-generator-opened` and `async-generator-closed` for the async generators of the program itself."""

    def __init__(self, recorder):
        self._recorder = recorder
        self._open = {}

    def opened(self, agen, loop):
        if agen.ag_code.co_filename != self._recorder.filename:
            return
        number = self._recorder.number('generator')
        self._open[id(agen)] = number, loop
        self._recorder.record('async-generator-opened', {'generator': number, 'label': agen.__name__})

    def left(self, agen):
        number, loop = self._open.pop(id(agen), (None, None))
        # A generator that is collected after its loop was closed no longer concerns the loop.
        if number is not None and not loop.is_closed():
            self._recorder.record('async-generator-closed', {'generator': number})
