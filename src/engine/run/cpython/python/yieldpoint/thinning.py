"""Decides what the record of a long run omits, so that the run can reach its end:

    lines of a loop that does nothing but go round, but for the first
    all lines, once a fifth of the room for events is used
    all that frames do, once two fifths are used

Each time an event says so. What the loop decides, and what is printed, has all of the room.
"""

import sys

_LINES_IN_A_ROW = 200
_SHARE_OF_LINES = 0.2
_SHARE_OF_FRAMES = 0.4
# a line that was omitted is checked again after this many; each check costs as much as a thousand lines
_MOST_RETURNS = 100


class Thinning:
    """Asked before a line is recorded, and called with every event that is recorded.

    `on_end(what)` is called when 'lines' or 'frames' are no longer recorded."""

    def __init__(self, recorder, on_end):
        self._recorder = recorder
        self._on_end = on_end
        self._lines_until = int(recorder.max_events * _SHARE_OF_LINES)
        self._frames_until = int(recorder.max_events * _SHARE_OF_FRAMES)
        self._in_a_row = [0, 0]  # not followed, followed
        self._skipped = False
        self._returns = 0
        self._lines_over = self._frames_over = False
        self._is_telling = False
        self._is_deaf = False

    def takes_line(self, is_followed):
        """Whether to look at a line. One that is not looked at need not be told again until `before_event` says so.

        A line that is not followed, in a thread or in a call of a function called too often, is no gap in the record."""
        if len(self._recorder.events) >= self._lines_until:
            self._end('lines')
            return False
        self._in_a_row[is_followed] += 1
        if self._in_a_row[is_followed] <= _LINES_IN_A_ROW:
            return True
        self._skipped |= is_followed  # a line that is disabled is reported no more, so nobody can count it
        self._is_deaf = True
        return False

    def before_event(self, kind):
        """Something other than a line happens: records what was omitted before it. Returns whether the event is
        recorded."""
        is_of_frames = kind == 'line' or kind.startswith('frame-')
        if self._frames_over and is_of_frames:
            return False
        if self._is_telling or kind == 'line':
            return True
        self._in_a_row = [0, 0]
        if self._is_deaf:
            self._is_deaf = False
            self._tell_skipped()
            self._returns += 1
            if self._returns < _MOST_RETURNS:
                sys.monitoring.restart_events()
            else:
                self._end('lines')
        if is_of_frames and len(self._recorder.events) >= self._frames_until:
            self._end('frames')
            return False
        return True

    def _tell_skipped(self):
        if self._skipped:
            self._is_telling = True
            self._recorder.record('thinned', {'what': 'lines', 'isForNow': True}, None)
            self._is_telling = False
            self._skipped = False

    def _end(self, what):
        self._is_telling = True
        if what == 'frames' or not self._lines_over:
            if what == 'lines':
                self._lines_over = True
            else:
                self._lines_over = self._frames_over = True
            self._recorder.record('thinned', {'what': what}, None)
            self._on_end(what)
        self._is_telling = False
