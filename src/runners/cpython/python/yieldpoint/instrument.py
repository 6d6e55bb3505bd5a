"""Puts the observation into the private asyncio, once."""

from . import observed_groups, observed_tasks  # noqa: F401 (they replace methods when imported)
from .ordered_set import OrderedSet
from .private_asyncio import asyncio
from .sync_objects import name_sync_objects


def _all_tasks(loop=None):
    """asyncio's `all_tasks`, in order of creation."""
    tasks = asyncio.tasks
    if loop is None:
        loop = asyncio.get_running_loop()
    return OrderedSet(
        task for task in [*tasks._scheduled_tasks, *tasks._eager_tasks] if task.get_loop() is loop and not task.done()
    )


def instrument():
    """Observes tasks, futures, groups and synchronization objects, and gives every set of asyncio an order."""
    name_sync_objects()
    for module in (asyncio.tasks, asyncio.taskgroups, asyncio.futures):
        module.set = OrderedSet
    asyncio.all_tasks = asyncio.tasks.all_tasks = _all_tasks
