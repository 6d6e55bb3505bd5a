"""Standard input: the lines that the run was given, and, when they are used up, a question to the reader.

A run cannot wait for an answer. So it ends where it asks, and is made again with one line more: same program, same seed, same
clock, and so the same run up to there.
"""

import io

from .lines import line_of_program
from .recording import active

END = None  # instead of a line: the input ends here


class Input(io.TextIOBase):
    """`lines` without line ends. None: nobody can be asked, and the input is empty."""

    name = '<stdin>'
    encoding = 'utf-8'
    errors = 'strict'

    def __init__(self, recorder, lines):
        super().__init__()
        self._recorder = recorder
        self.may_ask = lines is not None
        self._lines = list(lines or ())
        self._next = 0

    def readable(self):
        return True

    def fileno(self):
        return 0

    def isatty(self):
        return False

    def readline(self, size=-1, /, *, prompt=''):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        recorder = self._recorder
        if active.recorder is not recorder:
            return ''
        if self._next >= len(self._lines):
            if not self.may_ask:
                return ''
            recorder.console.finish()
            recorder.record('input', {'prompt': prompt} | self._line())
            recorder.stop('input')
        text = self._lines[self._next]
        if text is END:
            return ''
        self._next += 1
        recorder.console.end_line(text, self._line().get('line'))
        recorder.record('input', {'prompt': prompt, 'text': text} | self._line())
        return text + '\n'

    def read(self, size=-1, /):
        return ''.join(iter(self.readline, ''))

    def readlines(self, hint=-1, /):
        return list(iter(self.readline, ''))

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _line(self):
        line = line_of_program(self._recorder.filename)
        return {} if line is None else {'line': line}


def make_input(recorder):
    """The built-in `input` of a run. Its prompt becomes part of the question."""

    def input(prompt='', /):
        text = str(prompt)
        recorder.stream.write(text)
        stream = recorder.stdin
        line = stream.readline(prompt=text)
        if line:
            return line[:-1]
        if not stream.may_ask:
            recorder.note('Nobody can answer input() in this run: its lines have to be given with it. In the page it asks.')
        raise EOFError('EOF when reading a line')

    input.__module__ = 'builtins'
    input.__qualname__ = 'input'
    return input
