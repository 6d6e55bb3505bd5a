"""Makes TaskGroup of the private asyncio record when it is entered, aborted and left."""

from .observe import observe
from .private_asyncio import asyncio

TaskGroup = asyncio.TaskGroup


@observe(TaskGroup, '__aenter__')
async def _enter(original, recorder, group):
    await original(group)
    group._yieldpoint_number = recorder.number('group')
    recorder.record('group-entered', {'group': group._yieldpoint_number, 'id': recorder.task})
    return group


@observe(TaskGroup, '__aexit__')
async def _exit(original, recorder, group, *exc_info):
    left = True
    try:
        return await original(group, *exc_info)
    except GeneratorExit:  # a task that is pending at the end of the run is dropped, so its group is never left
        left = False
        raise
    finally:
        if left:
            recorder.record('group-exited', {'group': group._yieldpoint_number})


@observe(TaskGroup, '_abort')
def _abort(original, recorder, group):
    with recorder.effects_of(recorder.record('group-aborted', {'group': group._yieldpoint_number})):
        original(group)
