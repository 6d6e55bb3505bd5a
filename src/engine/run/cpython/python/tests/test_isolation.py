"""One program leaves nothing behind for the next."""

import gc
import sys
import unittest

from run_programs import of_kind, printed, trace

CLUTTER = '''
import asyncio, sys
sys.setrecursionlimit(500)
sys.set_asyncgen_hooks(print, print)
leak = []
async def forever():
    try:
        await asyncio.Event().wait()
    finally:
        print('too late')
async def rows():
    try:
        yield 1
    finally:
        print('too late')
async def main():
    generator = rows()
    await anext(generator)
    leak.append((generator, forever(), asyncio.get_running_loop(), [asyncio.create_task(forever()) for _ in range(5)]))
    while True:
        await asyncio.sleep(1)
'''


class IsolationTest(unittest.TestCase):
    def test_names_count_from_one_in_every_run(self):
        for _ in range(2):
            result = trace(CLUTTER, max_iterations=20)
            names = [event['name'] for event in of_kind(result, 'task-created')]
            self.assertEqual(names, [f'Task-{n}' for n in range(1, 7)])

    def test_what_a_program_left_behind_runs_unseen_and_before_the_next(self):
        def world():
            return sys.stdout, sys.stderr, sys.getrecursionlimit(), sys.get_asyncgen_hooks(), gc.isenabled()

        before = world()
        trace(CLUTTER, max_iterations=20)
        self.assertEqual(world(), before)
        self.assertEqual(printed(trace('print("next")')), ['next'])

    def test_a_call_in_a_thread_that_has_not_ended_keeps_nothing_of_its_run(self):
        program = '''
import asyncio, time
async def call():
    try:
        await asyncio.to_thread(time.sleep, 9)
    finally:
        print('too late')
async def main():
    asyncio.create_task(call())
    while True:
        await asyncio.sleep(0)
'''
        self.assertEqual(trace(program, max_iterations=20)['outcome']['kind'], 'stopped')
        self.assertEqual(printed(trace('print("next")')), ['next'])

    def test_globals_and_modules_are_not_shared(self):
        host = sys.modules['__main__']
        self.assertEqual(printed(trace('shared = 1\nprint(__name__)')), ['__main__'])
        self.assertEqual(trace('print(shared)')['outcome']['error']['name'], 'NameError')
        self.assertIs(sys.modules['__main__'], host)

    def test_neither_the_next_program_nor_the_host_sees_what_a_program_did_to_asyncio(self):
        import asyncio

        trace('import asyncio\nasyncio.sleep = asyncio.tasks.mine = None')
        result = trace('import asyncio\nprint(asyncio.sleep is None, hasattr(asyncio.tasks, "mine"))')
        self.assertEqual(printed(result), ['False False'])
        self.assertIs(sys.modules['asyncio'], asyncio)
        self.assertIsNot(asyncio.sleep, None)

    def test_what_a_program_did_to_logging_is_undone(self):
        report = '''
import asyncio, logging
logging.warning('whole')
async def main():
    asyncio.get_running_loop().call_exception_handler({'message': 'told'})
asyncio.run(main())
'''
        expected = printed(trace(report))
        self.assertEqual(len(expected), 2)
        for change in (
            "logging.getLogger('asyncio').disabled = True",
            "logging.getLogger('asyncio').addFilter(lambda record: False)",
            "logging.getLogger('asyncio').setLevel(logging.CRITICAL + 1)",
            'logging.root.addFilter(lambda record: False)',
            'logging.root.disabled = True',
            'logging.disable()',
            'logging.lastResort = None',
            'logging.raiseExceptions = False',
        ):
            with self.subTest(change):
                self.assertEqual(trace(f'import logging\n{change}')['outcome']['kind'], 'finished')
                self.assertEqual(printed(trace(report)), expected)

    def test_objects_do_not_pile_up(self):
        trace(CLUTTER, level='frames', max_iterations=20)
        before = len(gc.get_objects())
        for _ in range(50):
            trace(CLUTTER, level='frames', max_iterations=20)
        self.assertLess(len(gc.get_objects()) - before, 50)

    def test_the_same_program_gives_the_same_trace(self):
        first = trace(CLUTTER, level='frames', max_iterations=20)
        self.assertEqual(trace(CLUTTER, level='frames', max_iterations=20), first)
