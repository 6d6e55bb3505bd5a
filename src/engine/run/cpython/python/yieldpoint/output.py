"""The program's standard output, line by line."""

import io

from .lines import line_of_program
from .recording import active


class Output(io.TextIOBase):
    """A stream that records each finished line as an `output` event, with the line of the program that finished it."""

    encoding = 'utf-8'

    def __init__(self, recorder):
        super().__init__()
        self._recorder = recorder
        self._unfinished = ''
        self._line = None

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        recorder = self._recorder
        if active.recorder is not recorder:
            return len(text)
        recorder.check()
        recorder.output_left -= len(text)
        if recorder.output_left < 0:
            recorder.stop('output')
        self._line = line_of_program(recorder.filename)
        *finished, self._unfinished = (self._unfinished + text).split('\n')
        for line in finished:
            self._record(line)
        return len(text)

    def finish(self):
        """Records a last line that was not ended."""
        if self._unfinished:
            self._record(self._unfinished)
            self._unfinished = ''

    def _record(self, text):
        fields = {'text': text}
        if self._line is not None:
            fields['line'] = self._line
        self._recorder.record('output', fields)
