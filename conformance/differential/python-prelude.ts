import { endMark } from './hold-apart.ts';

/**
 * The beginning of every Python program. `show` spells values like the TypeScript prelude, and does not retrieve a future's
 * exception.
 */
export const pythonPrelude = `import asyncio
import contextlib
import contextvars
import logging
import time
import warnings

warnings.simplefilter('ignore')
# What a task left behind is told in the context of the task, whenever it is collected; if that is entered just then, it is logged.
logging.getLogger('asyncio').disabled = True

class Boom(Exception):
    pass

class Account:
    def __init__(self, balance):
        self.balance = balance
        self.entries = []

    def add(self, amount):
        self.balance += amount
        self.entries.append(amount)
        return self.balance

NAMES = {'ValueError': 'RangeError', 'AttributeError': 'TypeError', 'UnboundLocalError': 'TypeError', 'NameError': 'ReferenceError'}

def show(value):
    if value is None or isinstance(value, (bool, str)):
        return str(value)
    if isinstance(value, (int, float)):
        return 'inf' if value == float('inf') else str(int(value)) if value == int(value) else repr(value).replace('e-0', 'e-')
    if isinstance(value, (list, tuple)):
        return f'[{", ".join(map(show, value))}]'
    if isinstance(value, (set, frozenset)):
        return f'{{{", ".join(map(show, value))}}}'
    if isinstance(value, asyncio.Future):
        name = value.get_name() if isinstance(value, asyncio.Task) else 'Future'
        return f'<{name} {"cancelled" if value.cancelled() else "done" if value.done() else "pending"}>'
    if isinstance(value, BaseExceptionGroup):
        return f'ExceptionGroup({", ".join(map(show, value.exceptions))})'
    if isinstance(value, BaseException):
        name = type(value).__name__
        text = str(value) if isinstance(value, (Boom, asyncio.CancelledError)) else ''
        return f'{NAMES.get(name, name)}({text})'
    if isinstance(value, contextvars.Context):
        return f'{{{", ".join(sorted(f"{variable.name}: {show(item)}" for variable, item in value.items()))}}}'
    if value is contextvars.Token.MISSING:
        return 'MISSING'
    return type(value).__name__

def log(*values):
    print(*map(show, values))

# What nobody looked at is told when it is collected: compared is that it was never retrieved, not when that is told.
def handler(loop, context):
    if 'never retrieved' not in context['message'] and 'was destroyed' not in context['message']:
        log('handler', context.get('exception'), *filter(len, [contextvars.copy_context()]))

# Whatever comes after this line CPython does of its own accord, as it collects what the run has left behind.
def tell_end(loop):
    close = loop.close
    def tell_and_close():
        print('${endMark}')
        close()
    loop.close = tell_and_close

def finished():
    future = loop.create_future()
    future.set_result(None)
    return future
`;
