"""How many iterations each construct of asyncio takes: here, and in the asyncio of the host with its C classes."""

import asyncio
import textwrap
import unittest

from run_programs import of_kind, trace

PROGRAM = '''
import asyncio
from contextlib import suppress

async def trivial(): return 1
async def fails(): raise ValueError
async def sleeps(delay=5): await asyncio.sleep(delay)
async def group(*coroutines):
    async with asyncio.TaskGroup() as tg:
        for coroutine in coroutines:
            tg.create_task(coroutine)
async def iterate():
    yield 1
    yield 2
async def release(after):
    after()
async def leave():
    async for _ in iterate():
        break

async def main():
    loop = asyncio.get_running_loop()
    {setup}
    print('from')
    {body}
    print('to')
'''

TICKS = [
    ('an awaited coroutine that does not suspend', '', 'await trivial()', 0),
    ('a future that is done', 'done = loop.create_future(); done.set_result(1)', 'await done', 0),
    ('an empty gather', '', 'await asyncio.gather()', 0),
    ('a gather of one done future', 'done = loop.create_future(); done.set_result(1)', 'await asyncio.gather(done)', 0),
    ('an empty group', '', 'await group()', 0),
    ('a free lock', 'lock = asyncio.Lock()', 'await lock.acquire()', 0),
    ('put and get with room', 'q = asyncio.Queue()', 'await q.put(1); await q.get()', 0),
    ('wait_for without a timeout', '', 'await asyncio.wait_for(trivial(), None)', 0),
    ('wait_for in time', '', 'await asyncio.wait_for(trivial(), 10)', 0),
    ('sleep(0)', '', 'await asyncio.sleep(0)', 1),
    ('sleep(-1)', '', 'await asyncio.sleep(-1)', 1),
    ('sleep(1)', '', 'await asyncio.sleep(1)', 2),
    ('a trivial task', '', 'await asyncio.create_task(trivial())', 2),
    ('wait_for of a task', '', 'await asyncio.wait_for(asyncio.create_task(trivial()), 10)', 2),
    ('a task that sleeps for 0', '', 'await asyncio.create_task(sleeps(0))', 3),
    ('a gather of one', '', 'await asyncio.gather(trivial())', 3),
    ('a gather of three', '', 'await asyncio.gather(trivial(), trivial(), trivial())', 3),
    ('wait', '', 'await asyncio.wait([asyncio.create_task(trivial())])', 3),
    (
        'wait for the first',
        '',
        'await asyncio.wait(map(asyncio.create_task, (trivial(), sleeps())), return_when="FIRST_COMPLETED")',
        3,
    ),
    ('a group of two', '', 'await group(trivial(), trivial())', 3),
    ('shield', '', 'await asyncio.shield(trivial())', 3),
    ('as_completed, all of two', '', 'for each in asyncio.as_completed([trivial(), trivial()]): await each', 3),
    ('as_completed, async', '', 'async for each in asyncio.as_completed([trivial(), trivial()]): await each', 3),
    ('a nested gather', '', 'await asyncio.gather(asyncio.gather(trivial()))', 4),
    ('wait for a done task', 't = asyncio.create_task(trivial()); await t', 'await asyncio.wait([t])', 2),
    ('wait_for with 0', '', 'with suppress(TimeoutError): await asyncio.wait_for(trivial(), 0)', 3),
    ('wait_for too late', '', 'with suppress(TimeoutError): await asyncio.wait_for(sleeps(), 1)', 2),
    (
        'wait_for of a task, too late',
        't = asyncio.create_task(sleeps())',
        'with suppress(TimeoutError): await asyncio.wait_for(t, 1)',
        4,
    ),
    (
        'a group whose child fails while its parent exits',
        '',
        'with suppress(ExceptionGroup): await group(fails(), sleeps())',
        5,
    ),
    (
        'a cancelled task that had not started',
        't = asyncio.create_task(sleeps())',
        't.cancel()\n    with suppress(asyncio.CancelledError): await t',
        2,
    ),
    (
        'a cancelled sleep',
        't = asyncio.create_task(sleeps()); await asyncio.sleep(1)',
        't.cancel()\n    with suppress(asyncio.CancelledError): await t',
        2,
    ),
    (
        'a cancelled task that awaits a task that sleeps',
        'async def outer(): await asyncio.create_task(sleeps())\n'
        '    t = asyncio.create_task(outer()); await asyncio.sleep(1)',
        't.cancel()\n    with suppress(asyncio.CancelledError): await t',
        3,
    ),
    ('an event that a callback sets', 'e = asyncio.Event()', 'loop.call_soon(e.set); await e.wait()', 2),
    (
        'a lock that a callback releases',
        'k = asyncio.Lock(); await k.acquire()',
        'loop.call_soon(k.release); await k.acquire()',
        2,
    ),
    (
        'a semaphore that a callback releases',
        's = asyncio.Semaphore(0)',
        'loop.call_soon(s.release); await s.acquire()',
        2,
    ),
    ('a queue that a callback fills', 'q = asyncio.Queue()', 'loop.call_soon(q.put_nowait, 1); await q.get()', 2),
    ('a barrier of two', 'b = asyncio.Barrier(2)', 'await asyncio.gather(b.wait(), b.wait())', 4),
    ('iteration of an async generator', '', 'async for _ in iterate(): pass', 0),
]


class PlainLoop(asyncio.BaseEventLoop):
    """The host's event loop. Only its clock is ours: it jumps."""

    def __init__(self):
        super().__init__()
        self._selector = self
        self._clock_resolution = 1e-9
        self.now = 0.0
        self.iteration = 0

    def time(self):
        return self.now

    def select(self, timeout):
        if timeout:
            self.now = self._scheduled[0].when()
        return []

    def _process_events(self, event_list):
        self.iteration += 1

    def _write_to_self(self):
        pass


def ticks_on_the_host(source):
    """Returns the iterations between the two prints when asyncio itself runs the program, with Future and Task in C."""
    loop = PlainLoop()
    marks = {}
    names = {'__name__': 'program', 'print': lambda text: marks.setdefault(text, loop.iteration)}
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        exec(source, names)
        asyncio.run(names['main'](), loop_factory=lambda: loop)
    finally:
        asyncio._set_running_loop(running)
    return marks['to'] - marks['from']


class TicksTest(unittest.TestCase):
    def test_every_construct_takes_the_iterations_it_takes_in_c(self):
        self.assertEqual(asyncio.Task.__module__, '_asyncio')
        for name, setup, body, ticks in TICKS:
            with self.subTest(name):
                self.assertEqual(ticks_on_the_host(PROGRAM.format(setup=setup, body=body)), ticks)

    def test_every_construct_takes_the_same_iterations_when_it_is_observed(self):
        for name, setup, body, ticks in TICKS:
            with self.subTest(name):
                result = trace(PROGRAM.format(setup=setup, body=body))
                marks = {event['text']: event['iteration'] for event in of_kind(result, 'output')}
                self.assertEqual(result['outcome'], {'kind': 'finished', 'value': 'None'})
                self.assertEqual(marks['to'] - marks['from'], ticks)

    def test_asyncio_run_takes_six_iterations_for_a_main_that_does_nothing(self):
        result = trace('async def main(): pass')
        self.assertEqual([event['ready'] for event in of_kind(result, 'iteration-begins')], [1] * 6)

    def test_asyncio_run_takes_ten_with_one_task_left_over(self):
        result = trace(
            textwrap.dedent('''
            import asyncio
            async def main():
                asyncio.create_task(asyncio.sleep(1))
                await asyncio.sleep(0)
            ''')
        )
        self.assertEqual(len(of_kind(result, 'iteration-begins')), 10)
