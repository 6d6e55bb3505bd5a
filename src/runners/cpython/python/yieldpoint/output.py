"""The program's standard output, line by line."""

import io
import sys

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
        self._line = self._line_of_caller()
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

    def _line_of_caller(self):
        frame = sys._getframe(2)
        while frame is not None:
            if frame.f_code.co_filename == self._recorder.filename:
                return frame.f_lineno
            frame = frame.f_back
        return None
