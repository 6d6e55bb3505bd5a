"""The program's standard output and standard error, line by line."""

import io

from .lines import line_of_program
from .recording import active
from .room import roomy

# the number of characters cut from a longer line is shown instead of them; readers of traces accept lines of this
# length
_LONGEST_LINE = 9900
_MOST_UNFINISHED = 10_000_000


class Output(io.TextIOBase):
    """A stream that records each finished line as an `output` event, with the line of the program that finished it.

    Both streams of a run share the unfinished line, as in a terminal: if one stream writes before the other has ended
    its line, the text continues that line."""

    encoding = 'utf-8'
    errors = 'strict'

    def __init__(self, recorder, name, console):
        super().__init__()
        self.name = name
        self._recorder = recorder
        self._console = console

    def writable(self):
        return True

    def fileno(self):
        return 1 if self.name == '<stdout>' else 2

    def isatty(self):
        return False

    def reconfigure(self, **options):
        """There is nothing to flush, because lines are recorded when they are finished."""

    @property
    def line_buffering(self):
        return True

    @property
    def buffer(self):
        return _Bytes(self)

    @roomy
    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        recorder = self._recorder
        if active.recorder is recorder:
            recorder.check()
            self._console.write(text, self.name == '<stderr>')
        return len(text)


class _Bytes(io.RawIOBase):
    """`sys.stdout.buffer`."""

    def __init__(self, text):
        super().__init__()
        self._text = text

    def writable(self):
        return True

    def write(self, data):
        data = bytes(data)
        self._text.write(data.decode('utf-8', 'backslashreplace'))
        return len(data)


class Console:
    """What both streams of a run write to. A thread whose clock is ahead has its own unfinished line."""

    def __init__(self, recorder):
        self._recorder = recorder
        self._unfinished = {}

    def write(self, text, is_error):
        recorder = self._recorder
        line = line_of_program(recorder.filename)
        lane = recorder.world.lane
        *finished, rest = (self._unfinished.pop(lane, '') + text).split('\n')
        for whole in finished:
            self._record(whole, line, is_error)
        if rest:
            self._unfinished[lane] = rest
            if len(rest) > _MOST_UNFINISHED:
                self._stop()

    def end_line(self, text, line=None):
        """Ends the line as if the reader had typed the text and pressed Enter."""
        self._record(self._unfinished.pop(self._recorder.world.lane, '') + text, line, False)

    def finish(self):
        """Records the last lines if they were not ended."""
        unfinished, self._unfinished = self._unfinished, {}
        for rest in unfinished.values():
            self._record(rest, None, False)

    def _record(self, text, line, is_error):
        recorder = self._recorder
        shown = text
        if len(text) > _LONGEST_LINE:
            shown = f'{text[:_LONGEST_LINE]}… (a line of {len(text):,} characters, cut here)'
        recorder.output_left -= len(shown) + 1
        if recorder.output_left < 0:
            self._stop()
        fields = {'text': shown}
        if line is not None:
            fields['line'] = line
        if is_error:
            fields['stream'] = 'stderr'
        recorder.record('output', fields)

    def _stop(self):
        self._recorder.stop('output')
