"""`os._exit`, `os.abort`, `os.kill` and `signal.raise_signal` for one run: the program ends where it is, and nothing more
of it runs, or its own handler of the signal is called.

The process is that of all runs, and the record of this one would end with it."""

import contextlib
import operator
import os
import signal
import sys
import types

_NOTHING_MORE = 'ends a process where it is: nothing after it runs, no finally and no atexit.'
_IGNORED = ('SIGCHLD', 'SIGCONT', 'SIGURG', 'SIGWINCH')


class Killed(BaseException):
    """The end of a program by a signal that it did not handle."""


Killed.__module__ = 'builtins'  # tracebacks name it without a file of ours


@contextlib.contextmanager
def exits_at_once(recorder):
    """Within the block the program can end itself, and only itself."""

    def end(error, frame, hint):
        recorder.exit = error.with_traceback(types.TracebackType(None, frame, frame.f_lasti, frame.f_lineno))
        error._yieldpoint_hint = hint
        recorder.stop('exit')

    def _exit(status):
        end(SystemExit(operator.index(status)), sys._getframe(1), f'os._exit {_NOTHING_MORE} sys.exit lets them run.')

    def abort():
        end(Killed('SIGABRT'), sys._getframe(1), f'os.abort {_NOTHING_MORE} raise lets them run, and says why.')

    def kill(pid, sig, /):
        if operator.index(pid) not in (os.getpid(), 0, -1):
            raise ProcessLookupError(3, 'No such process')
        send(sig, sys._getframe(1))

    def raise_signal(signalnum, /):
        send(signalnum, sys._getframe(1))

    def send(sig, frame):
        name = _name(sig)
        if name is None or handle(sig, frame):
            return
        end(Killed(name), frame, f'A signal without a handler {_NOTHING_MORE} signal.signal(signal.{name}, handler) handles it.')

    def handle(sig, frame):
        """Calls the program's handler; returns whether there is one, or the signal does nothing by default."""
        callback = recorder.signal_handlers.get(sig)
        if callback is not None:
            callback()
            return True
        handler = signal.getsignal(sig)
        if callable(handler):
            handler(sig, frame)
            return True
        return handler == signal.SIG_IGN or signal.Signals(sig).name in _IGNORED

    replaced = [(os, '_exit', _exit), (os, 'abort', abort), (os, 'kill', kill), (signal, 'raise_signal', raise_signal)]
    before = [(module, name, getattr(module, name)) for module, name, _ in replaced]
    handlers = {sig: signal.getsignal(sig) for sig in signal.valid_signals()}
    for module, name, function in replaced:
        setattr(module, name, function)
    try:
        yield
    finally:
        for module, name, function in before:
            setattr(module, name, function)
        for sig, handler in handlers.items():
            if signal.getsignal(sig) is not handler and handler is not None:
                signal.signal(sig, handler)
        recorder.exit = None


def _name(sig):
    """The name of a signal; None for 0, which only asks whether the process is there."""
    if sig == 0:
        return None
    try:
        return signal.Signals(sig).name
    except ValueError:
        raise OSError(22, 'Invalid argument') from None
