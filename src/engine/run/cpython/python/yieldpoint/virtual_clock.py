"""The `time` module in virtual time: its clocks read the loop's, and its `sleep` moves that while nobody else runs."""

import contextlib
import time


@contextlib.contextmanager
def virtual_clock(recorder):
    def now():
        return recorder.time

    def now_ns():
        return round(recorder.time * 1e9)

    def sleep(seconds):
        if seconds < 0:
            raise ValueError('sleep length must be non-negative')
        before, recorder.time = recorder.time, recorder.time + seconds
        recorder.record('clock-jumped', {'from': before})

    replaced = {'time': now, 'monotonic': now, 'perf_counter': now, 'sleep': sleep}
    replaced |= {'time_ns': now_ns, 'monotonic_ns': now_ns, 'perf_counter_ns': now_ns}
    originals = {name: getattr(time, name) for name in replaced}
    for name, function in replaced.items():
        setattr(time, name, function)
    try:
        yield
    finally:
        for name, function in originals.items():
            setattr(time, name, function)
