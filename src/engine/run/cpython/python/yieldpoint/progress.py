"""The progress of asyncio's own callbacks: of a `gather` with its children, of a group with its tasks."""

from types import FunctionType, MethodType

from .ordered_set import OrderedSet


def callback_progress(callback):
    """`left` is how many futures are still watched after the callback has run; `of` is how many there were. Empty if it
    watches none.

    Runs none of the program's code: a group may be of one of its classes."""
    if type(callback) is MethodType:
        read = _OF_METHODS.get(_origin(callback.__func__))
        return {} if read is None else read(callback.__self__)
    if type(callback) is FunctionType:
        read = _OF_FUNCTIONS.get(_origin(callback))
        return {} if read is None else read(callback)
    return {}


def _origin(function):
    if type(function) is not FunctionType:
        return None
    module = function.__module__
    is_asyncios = type(module) is str and module.startswith('asyncio.')
    return function.__qualname__ if is_asyncios else None


def _cell(function, name):
    return function.__closure__[function.__code__.co_freevars.index(name)].cell_contents


def _of_gather(callback):
    count = _cell(callback, 'nfuts')
    return {'left': count - _cell(callback, 'nfinished') - 1, 'of': count}


def _of_wait(callback):
    return {'left': max(_cell(callback, 'counter') - 1, 0)}


def _of_set(name):
    def read(watcher):
        watched = object.__getattribute__(watcher, '__dict__').get(name)
        return {'left': max(len(watched) - 1, 0)} if type(watched) is OrderedSet else {}

    return read


_OF_FUNCTIONS = {
    'gather.<locals>._done_callback': _of_gather,
    '_wait.<locals>._on_completion': _of_wait,
}
_OF_METHODS = {
    'TaskGroup._on_task_done': _of_set('_tasks'),
    '_AsCompletedIterator._handle_completion': _of_set('_todo'),
}
