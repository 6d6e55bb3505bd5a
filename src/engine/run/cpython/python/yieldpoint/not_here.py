"""What asyncio's loop does with the machine (sockets, pipes, processes, signals), and why that is impossible here."""

import errno
import socket

from .private_asyncio import asyncio

_NETWORK = (
    'A program here has no network: it runs in your own browser, shut in. Streams and sockets may come later. '
    'Two tasks and an asyncio.Queue show the same: one puts what the network would bring, after an asyncio.sleep.'
)
_PROCESS = (
    'A program here has no other processes beside it. '
    'An asyncio.sleep instead of the process shows the same waiting.'
)


def _refuse_socket(name):
    def method(self, *args):
        """A program that looks for the network's errors gets one."""
        raise OSError(errno.ENETUNREACH, f'socket.{name}() is not here: a program in a page has no network')

    method.__name__ = name
    method.__qualname__ = f'socket.{name}'
    setattr(socket.socket, name, method)


# those of the runtime seem to connect, or wait forever
for _name in ('bind', 'connect', 'connect_ex', 'listen', 'sendto'):
    _refuse_socket(_name)


class NotHereError(NotImplementedError):
    """The message says what shows the same idea instead."""


NotHereError.__name__ = NotHereError.__qualname__ = 'NotImplementedError'
NotHereError.__module__ = 'builtins'

_REFUSED = {
    _NETWORK: (
        'create_connection', 'create_server', 'create_datagram_endpoint', 'create_unix_connection', 'create_unix_server',
        'connect_accepted_socket', 'start_tls', 'sock_connect', 'sock_accept', 'sock_recv', 'sock_recv_into',
        'sock_recvfrom', 'sock_sendall', 'sock_sendto', 'sock_sendfile', 'sendfile', 'getaddrinfo', 'getnameinfo',
    ),
    _PROCESS: ('subprocess_shell', 'subprocess_exec', 'connect_read_pipe', 'connect_write_pipe'),
}  # fmt: skip


def _refusal(name, reason):
    async def method(self, *args, **kwargs):
        raise NotHereError(f'loop.{name}() is not here. {reason}')

    method.__name__ = name
    method.__qualname__ = f'BaseEventLoop.{name}'
    return method


class NotHere:
    """Methods of a loop that are refused with a message."""

    def add_signal_handler(self, sig, callback, *args):
        handle = asyncio.Handle(callback, args, self, None)
        self._recorder.signal_handlers[sig] = lambda: self._ready.append(handle)
        self._recorder.note(
            'Nobody can send a signal to a program in a page, so the handler is called only if the program does that itself: '
            'os.kill(os.getpid(), signal.SIGINT). loop.call_later(2, handler) calls it as a signal would.'
        )

    def remove_signal_handler(self, sig):
        return self._recorder.signal_handlers.pop(sig, None) is not None

    def add_reader(self, fd, callback, *args):
        raise NotHereError(f'loop.add_reader() is not here. {_NETWORK}')

    def add_writer(self, fd, callback, *args):
        raise NotHereError(f'loop.add_writer() is not here. {_NETWORK}')


for _reason, _names in _REFUSED.items():
    for _name in _names:
        setattr(NotHere, _name, _refusal(_name, _reason))
