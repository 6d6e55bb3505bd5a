"""The names of callbacks and timers on the page."""

import functools

from .description import clip

_OF_ASYNCIO = {
    'gather.<locals>._done_callback': 'gather',
    '_wait.<locals>._on_completion': 'wait',
    '_release_waiter': 'wait',
    'shield.<locals>._clear_awaited_by_callback': 'shield',
    'shield.<locals>._inner_done_callback': 'shield',
    'shield.<locals>._outer_done_callback': 'shield',
    '_log_on_exception': 'shield',
    'TaskGroup._on_task_done': 'TaskGroup',
    'Timeout._on_timeout': 'timeout',
    '_AsCompletedIterator._handle_completion': 'as_completed',
    '_AsCompletedIterator._handle_timeout': 'as_completed',
    '_run_until_complete_cb': 'run',
    '_chain_future.<locals>._call_check_cancel': 'wrap_future',
    '_chain_future.<locals>._call_set_state': 'wrap_future',
    '_chain_future.<locals>._set_state': 'wrap_future',
    'BaseEventLoop.create_task': 'create_task',
}


def callback_label(callback, args):
    """The name of a callback: for asyncio's own, the object it belongs to; for others, the function's name."""
    while isinstance(callback, functools.partial):
        callback, args = callback.func, callback.args
    name = getattr(callback, '__qualname__', None)
    if not isinstance(name, str):
        return type(callback).__name__
    if (getattr(callback, '__module__', None) or '').startswith('asyncio.'):
        if name == '_set_result_unless_cancelled':
            wait = getattr(args[0], '_yieldpoint_wait', None)
            return 'Future.set_result' if wait is None else wait.label
        return _OF_ASYNCIO.get(name, name)
    name = name.rpartition('<locals>.')[2]
    return 'callback' if name == '<lambda>' else clip(name)
