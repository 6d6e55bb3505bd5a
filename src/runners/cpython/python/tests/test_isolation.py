"""One program leaves nothing behind for the next."""

import gc
import sys
import unittest

from run_programs import of_kind, printed, trace

CLUTTER = '''
import asyncio, sys, time, random
sys.setrecursionlimit(500)
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
            self.assertEqual([event['name'] for event in of_kind(result, 'task-created')], [f'Task-{n}' for n in range(1, 7)])

    def test_what_a_program_left_behind_runs_unseen_and_before_the_next(self):
        before = sys.stdout, sys.stderr, sys.getrecursionlimit(), sys.get_asyncgen_hooks(), gc.isenabled()
        trace(CLUTTER, max_iterations=20)
        self.assertEqual((sys.stdout, sys.stderr, sys.getrecursionlimit(), sys.get_asyncgen_hooks(), gc.isenabled()), before)
        self.assertEqual(printed(trace('print("next")')), ['next'])

    def test_globals_and_modules_are_not_shared(self):
        trace('import asyncio\nshared = 1\nasyncio.get_event_loop_policy')
        self.assertEqual(trace('print(shared)')['outcome']['error']['name'], 'NameError')
        self.assertNotIn('program', sys.modules)

    def test_neither_the_next_program_nor_the_host_sees_what_a_program_did_to_asyncio(self):
        import asyncio

        trace('import asyncio\nasyncio.sleep = asyncio.tasks.mine = None')
        self.assertEqual(printed(trace('import asyncio\nprint(asyncio.sleep is None, hasattr(asyncio.tasks, "mine"))')), ['False False'])
        self.assertIs(sys.modules['asyncio'], asyncio)
        self.assertIsNot(asyncio.sleep, None)

    def test_objects_do_not_pile_up(self):
        trace(CLUTTER, level='full', max_iterations=20)
        before = len(gc.get_objects())
        for _ in range(50):
            trace(CLUTTER, level='full', max_iterations=20)
        self.assertLess(len(gc.get_objects()) - before, 50)

    def test_the_same_program_gives_the_same_trace(self):
        first = trace(CLUTTER, level='full', max_iterations=20)
        self.assertEqual(trace(CLUTTER, level='full', max_iterations=20), first)
