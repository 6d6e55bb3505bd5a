"""Installs the observation in the private asyncio, once, and makes every set in it ordered."""

import ast
import inspect
import textwrap

from . import observed_futures, observed_groups, observed_tasks, sync_objects, unretrieved  # noqa: F401
from .chance import install_chance
from .clocks import install_clocks
from .ordered_set import OrderedSet
from .own_frames import hide_own_frames
from .private_asyncio import asyncio
from .virtual_loop import VirtualLoop


def _all_tasks(loop=None):
    """asyncio's `all_tasks`, in order of creation."""
    tasks = asyncio.tasks
    if loop is None:
        loop = asyncio.get_running_loop()
    known = [*tasks._scheduled_tasks, *tasks._eager_tasks]
    return OrderedSet(task for task in known if task.get_loop() is loop and not task.done())


class _SetCalls(ast.NodeTransformer):
    """Writes `{f(x) for x in y}` as `set(f(x) for x in y)`."""

    def visit_SetComp(self, node):
        self.generic_visit(node)
        items = ast.GeneratorExp(node.elt, node.generators)
        return ast.copy_location(ast.Call(ast.Name('set', ast.Load()), [items], []), node)


def _compile_with_set_calls(function):
    """Gives a function of asyncio that contains a set comprehension the same code with a call, so that our `set` is
    used there too."""
    function = inspect.unwrap(function)
    tree = _SetCalls().visit(ast.parse(textwrap.dedent(inspect.getsource(function))))
    names = {}
    exec(compile(ast.fix_missing_locations(tree), function.__code__.co_filename, 'exec'), names)
    function.__code__ = names[function.__name__].__code__


def instrument():
    """Makes asyncio's sets ordered: the name `set` in its modules refers to our class. Its loop is the virtual one."""
    for module in (asyncio.tasks, asyncio.taskgroups, asyncio.futures):
        module.set = OrderedSet
    _compile_with_set_calls(asyncio.tasks._AsCompletedIterator.__init__)
    asyncio.all_tasks = asyncio.tasks.all_tasks = _all_tasks
    asyncio.Task.__module__ = asyncio.Future.__module__ = '_asyncio'  # under the module names that CPython has
    asyncio.Task._Task__wakeup.__qualname__ = 'Task.task_wakeup'
    asyncio.EventLoop = asyncio.SelectorEventLoop = VirtualLoop
    asyncio.unix_events._UnixDefaultEventLoopPolicy._loop_factory = VirtualLoop
    hide_own_frames()
    install_clocks()
    install_chance()
