"""One clock for a program: every function that reads the time reads the loop's, and everything that waits advances it.

Clocks of the `time` module without a fixed origin (`monotonic`, `perf_counter` …) count from the start of the run.
Those that give the date (`time.time`, `time.localtime`, `datetime.now` …) are CPython's own. They ask the host, and the
host answers with the time last written to the file `/dev/clock`.

The functions are installed once and look up the current run, because modules of the library keep the functions they
imported (`threading`, `queue`, `sched`, `timeit`). Between runs they behave like the real ones.
"""

import math
import os
import sys
import time

DEVICE = '/dev/clock'

real_monotonic = time.monotonic
_real = {name: getattr(time, name) for name in dir(time) if callable(getattr(time, name))}
_write = os.write


class _World:
    """`now` returns the virtual time in seconds since the start of the run, and `sleep` lets it pass; None between
    runs."""

    now = None
    sleep = None


_world = _World()


class WallClock:
    """Sets the host's date, in milliseconds since 1970. A host without the file keeps its own clock."""

    def __init__(self, start_ms):
        self._start_ms = start_ms
        try:
            self._file = os.open(DEVICE, os.O_WRONLY)
        except OSError:
            self._file = None

    def set(self, seconds):
        self._tell(repr(self._start_ms + seconds * 1000))

    def close(self):
        if self._file is not None:
            self._tell('real')
            try:
                os.close(self._file)
            except OSError:  # the program has closed it
                pass

    def _tell(self, text):
        if self._file is not None:
            try:
                _write(self._file, text.encode())
            except OSError:
                self._file = None


def start_clocks(now, sleep):
    _world.now, _world.sleep = now, sleep


def stop_clocks():
    _world.now = _world.sleep = None


def _seconds(name):
    real = _real[name]

    def clock():
        return real() if _world.now is None else _world.now()

    return clock


def _nanoseconds(name):
    real = _real[name]

    def clock():
        return real() if _world.now is None else round(_world.now() * 1e9)

    return clock


def _processor(name, none):
    """The processor time used by the program: in virtual time it is always zero."""
    real = _real[name]

    def clock():
        return real() if _world.now is None else none

    return clock


def _of_clock(name, unit, none):
    real = _real[name]
    virtual = (time.CLOCK_MONOTONIC, getattr(time, 'CLOCK_MONOTONIC_RAW', None), getattr(time, 'CLOCK_BOOTTIME', None))

    def clock(clk_id):
        if _world.now is None or clk_id == time.CLOCK_REALTIME:
            return real(clk_id)
        return unit(_world.now()) if clk_id in virtual else none

    return clock


def _sleep(seconds):
    if _world.sleep is None or not isinstance(seconds, (int, float)):
        return _real['sleep'](seconds)
    if math.isnan(seconds) or math.isinf(seconds):
        return _real['sleep'](seconds)  # raises the right error
    if seconds < 0:
        raise ValueError('sleep length must be non-negative')
    _world.sleep(float(seconds))


def _make_clocks():
    clocks = {'sleep': _sleep}
    for name in ('monotonic', 'perf_counter'):
        clocks |= {name: _seconds(name), f'{name}_ns': _nanoseconds(f'{name}_ns')}
    for name in ('process_time', 'thread_time'):
        if name in _real:
            clocks |= {name: _processor(name, 0.0), f'{name}_ns': _processor(f'{name}_ns', 0)}
    if 'clock_gettime' in _real:
        clocks['clock_gettime'] = _of_clock('clock_gettime', float, 0.0)
        clocks['clock_gettime_ns'] = _of_clock('clock_gettime_ns', lambda now: round(now * 1e9), 0)
    for name, function in clocks.items():
        function.__name__ = function.__qualname__ = name
        function.__module__ = 'time'
    return clocks


def install_clocks():
    """Installs the clocks in the `time` module and in every loaded module that has imported one from it."""
    clocks = _make_clocks()
    by_real = {id(_real[name]): function for name, function in clocks.items()}
    ours = __name__.rpartition('.')[0]
    for module in list(sys.modules.values()):
        names = getattr(module, '__dict__', None)
        if not isinstance(names, dict) or (getattr(module, '__name__', '') or '').startswith((ours, 'pyodide', '_pyodide')):
            continue
        for name, value in list(names.items()):
            if id(value) in by_real:
                names[name] = by_real[id(value)]
