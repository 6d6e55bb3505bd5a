"""Who waits for what, as text."""


def await_tree(tasks):
    """One line a task: its name, its coroutine and what it waits for."""
    return '\n'.join(_line(task) for task in tasks)


def _line(task):
    on = task._yieldpoint_waits
    return f'{task.get_name()} waits for {on["label"] if on else "nothing"}'
