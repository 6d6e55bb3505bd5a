"""Puts the observation into the private asyncio, once, and gives every set in it an order."""

from . import observed_futures, observed_groups, observed_tasks, sync_objects, unretrieved  # noqa: F401
from .ordered_set import OrderedSet
from .private_asyncio import asyncio


def _all_tasks(loop=None):
    """asyncio's `all_tasks`, in order of creation."""
    tasks = asyncio.tasks
    if loop is None:
        loop = asyncio.get_running_loop()
    known = [*tasks._scheduled_tasks, *tasks._eager_tasks]
    return OrderedSet(task for task in known if task.get_loop() is loop and not task.done())


def instrument():
    """Makes asyncio's sets ordered: where its modules say `set`, they find ours."""
    for module in (asyncio.tasks, asyncio.taskgroups, asyncio.futures):
        module.set = OrderedSet
    asyncio.all_tasks = asyncio.tasks.all_tasks = _all_tasks
