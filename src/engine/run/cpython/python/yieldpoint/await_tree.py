"""Who waits for what, as text."""


def await_tree(tasks):
    """Returns one line for each task, such as `Task-1 (main) waits for Task-2`: first the tasks that nobody waits for,
    and indented under each the tasks it waits for. A task that was already shown ends its branch."""
    awaited = {}
    for task in tasks:
        for by in task._asyncio_awaited_by or ():
            awaited.setdefault(by, []).append(task)
    children = {child for of_one in awaited.values() for child in of_one}
    lines = []
    shown = set()

    def show(task, depth):
        again = task in shown
        shown.add(task)
        waits = 'again' if again else f'waits for {_label(task)}'
        lines.append(f'{"  " * depth}{task.get_name()} ({task._yieldpoint_coroutine}) {waits}')
        if not again:
            for child in awaited.get(task, ()):
                show(child, depth + 1)

    for task in tasks:
        if task not in children:
            show(task, 0)
    for task in tasks:
        if task not in shown:
            show(task, 0)
    return '\n'.join(lines)


def _label(task):
    return task._yieldpoint_waits['label'] if task._yieldpoint_waits else 'nothing'
