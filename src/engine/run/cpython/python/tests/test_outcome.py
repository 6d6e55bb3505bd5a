"""How runs end."""

import unittest

from run_programs import of_kind, printed, trace


class OutcomeTest(unittest.TestCase):
    def test_a_mistake_that_the_compiler_finds_is_shown_as_one_that_the_parser_finds(self):
        for source, caret in (
            ('import asyncio\nx = await asyncio.sleep(1)', '    x = await asyncio.sleep(1)\n        ^^^^^^^^^^^^^^^^^^^^^^'),
            ('def f():\n    await g()', '    await g()\n    ^^^^^^^^^'),
            ('x = 1\nbreak', '    break\n    ^^^^^'),
            ('def f():\n    nonlocal x', '    nonlocal x\n    ^^^^^^^^^^'),
            ('x = (1,', '    x = (1,\n        ^'),
        ):
            with self.subTest(source):
                self.assertIn(caret, trace(source)['outcome']['traceback'])

    def test_a_hook_of_the_program_tells_of_its_error_in_the_place_of_a_traceback(self):
        told = trace('import sys\nsys.excepthook = lambda *error: print(error[0].__name__)\n1 / 0')
        self.assertEqual(printed(told), ['ZeroDivisionError'])
        self.assertEqual(told['outcome']['error']['line'], 3)
        self.assertNotIn('traceback', told['outcome'])
        failed = trace('import sys\nsys.excepthook = lambda: None\n1 / 0')
        self.assertIn('ZeroDivisionError', failed['outcome']['traceback'])

    def test_a_program_without_main_just_runs(self):
        result = trace('print(6 * 7)')
        self.assertEqual((printed(result), result['outcome']), (['42'], {'kind': 'finished', 'value': 'None'}))

    def test_a_plain_main_is_called(self):
        self.assertEqual(trace('def main(): return 3')['outcome'], {'kind': 'finished', 'value': '3'})

    def test_a_program_that_runs_main_itself_runs_it_once(self):
        for call in ('asyncio.run(main())', 'if __name__ == "__main__":\n    asyncio.run(main())'):
            result = trace(f'import asyncio\nasync def main():\n    print("once")\n{call}')
            self.assertEqual(printed(result), ['once'])
            self.assertEqual(result['events'][0]['kind'], 'task-created')
        self.assertEqual(printed(trace('def main(): print("once")\nmain()')), ['once'])

    def test_a_program_may_make_its_loop_itself(self):
        for loop in ('asyncio.new_event_loop()', 'asyncio.EventLoop()', 'asyncio.SelectorEventLoop()'):
            result = trace(f'import asyncio\nloop = {loop}\nloop.run_until_complete(asyncio.sleep(2))\nprint(loop.time())')
            self.assertEqual(printed(result), ['2.0'])
        result = trace('import asyncio\nasyncio.run(asyncio.sleep(2), loop_factory=asyncio.EventLoop)')
        self.assertEqual(result['outcome']['kind'], 'finished')

    def test_a_plain_main_may_run_asyncio(self):
        result = trace('import asyncio\ndef main():\n    return asyncio.run(asyncio.sleep(2, "slept"))')
        self.assertEqual(result['outcome'], {'kind': 'finished', 'value': "'slept'"})
        self.assertEqual(result['events'][-1]['time'], 2.0)

    def test_a_failure_names_the_innermost_line_of_the_program(self):
        result = trace('''
            import asyncio, json
            async def child():
                json.loads('{')
            async def main():
                await child()
        ''')
        error = result['outcome']['error']
        self.assertEqual((error['name'], error['line']), ('JSONDecodeError', 4))

    def test_an_error_of_a_later_stage_of_the_compiler_shows_its_line(self):
        for source, told in (
            (
                'def main():\n    await load()\n',
                '  File "program.py", line 2\n    await load()\n    ^^^^^^^^^^^^\nSyntaxError: \'await\' outside async function',
            ),
            (
                'def f():\n    nonlocal x',
                '  File "program.py", line 2\n    nonlocal x\n    ^^^^^^^^^^\nSyntaxError: no binding for nonlocal \'x\' found',
            ),
        ):
            self.assertEqual(trace(source)['outcome']['traceback'], told)

    def test_an_exit_at_once_ends_the_program_where_it_is(self):
        source = """
            import atexit, os
            atexit.register(print, 'never')
            try:
                print('before')
                os._exit({status})
            finally:
                print('never')
        """
        ended, failed = (trace(source.replace('{status}', status)) for status in '03')
        self.assertEqual((printed(ended), ended['outcome']), (['before'], {'kind': 'finished', 'value': 'None'}))
        self.assertEqual(printed(failed), ['before'])
        self.assertEqual(failed['outcome']['error'], {'name': 'SystemExit', 'message': '3', 'line': 6})

    def test_a_syntax_error_has_its_line(self):
        self.assertEqual(
            trace('x = 1\nif x\n    pass')['outcome'],
            {
                'kind': 'failed',
                'error': {'name': 'SyntaxError', 'message': "expected ':'", 'line': 2},
                'traceback': '  File "program.py", line 2\n    if x\n        ^\nSyntaxError: expected \':\'',
            },
        )
        self.assertEqual(trace('def f():\n\tx\n        y')['outcome']['error']['name'], 'TabError')

    def test_a_source_with_a_null_character_fails(self):
        self.assertEqual(trace('x = "\0"')['outcome']['error']['name'], 'SyntaxError')

    def test_sys_exit_is_a_failure_with_its_code(self):
        self.assertEqual(
            trace('import sys\ndef main():\n    sys.exit(3)')['outcome'],
            {'kind': 'failed', 'error': {'name': 'SystemExit', 'message': '3', 'line': 3}},
        )

    def test_an_exception_group_says_how_many(self):
        result = trace('''
            import asyncio
            async def fail(): raise ValueError('a')
            async def main():
                async with asyncio.TaskGroup() as group:
                    group.create_task(fail())
        ''')
        self.assertEqual(
            result['outcome']['error'],
            {'name': 'ExceptionGroup', 'message': 'unhandled errors in a TaskGroup (1 sub-exception)', 'line': 5},
        )

    def test_a_traceback_has_the_frames_of_the_program_and_none_of_the_library(self):
        result = trace('''
            import asyncio, json
            async def child():
                try:
                    json.loads('{')
                except ValueError as error:
                    raise KeyError('no') from error
            async def main():
                await asyncio.gather(child())
        ''')
        self.assertEqual(
            result['outcome']['traceback'].splitlines(),
            [
                'Traceback (most recent call last):',
                '  File "program.py", line 5, in child',
                "    json.loads('{')",
                '    ~~~~~~~~~~^^^^^',
                'json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)',
                '',
                'The above exception was the direct cause of the following exception:',
                '',
                'Traceback (most recent call last):',
                '  File "program.py", line 9, in main',
                '    await asyncio.gather(child())',
                '  File "program.py", line 7, in child',
                "    raise KeyError('no') from error",
                "KeyError: 'no'",
            ],
        )

    def test_a_traceback_tells_the_errors_of_a_group(self):
        result = trace('''
            import asyncio
            async def fail(): raise ValueError('a')
            async def main():
                async with asyncio.TaskGroup() as group:
                    group.create_task(fail())
        ''')
        told = result['outcome']['traceback']
        self.assertIn('ValueError: a', told)
        self.assertIn('line 3, in fail', told)
        self.assertNotIn('asyncio/', told)

    def test_a_traceback_is_bounded_and_outlives_a_broken_error(self):
        deep = trace('def f(): return f()\nf()')['outcome']['traceback']
        self.assertIn('[Previous line repeated', deep)
        self.assertLess(len(trace('raise ValueError("x" * 10**6)')['outcome']['traceback']), 8001)
        broken = 'class Odd(Exception):\n    def __str__(self): raise SystemExit\nraise Odd'
        self.assertIn('line 3, in <module>', trace(broken)['outcome']['traceback'])

    def test_tasks_that_wait_for_one_another_are_a_deadlock(self):
        result = trace('''
            import asyncio
            async def holder(mine, other):
                async with mine:
                    await asyncio.sleep(0)
                    async with other:
                        pass
            async def main():
                a, b = asyncio.Lock(), asyncio.Lock()
                await asyncio.gather(holder(a, b), holder(b, a))
        ''')
        self.assertEqual(
            result['outcome'],
            {
                'kind': 'deadlocked',
                'tree': 'Task-1 (main) waits for gather\n'
                '  Task-2 (holder) waits for Lock\n'
                '  Task-3 (holder) waits for Lock',
            },
        )
        [deadlock] = of_kind(result, 'deadlock')
        self.assertEqual([waiting['id'] for waiting in deadlock['waiting']], [1, 2, 3])

    def test_after_a_deadlock_every_finally_runs(self):
        result = trace('''
            import asyncio
            async def main():
                try:
                    await asyncio.Event().wait()
                finally:
                    print('cleaned up')
        ''')
        self.assertEqual((printed(result), result['outcome']['kind']), (['cleaned up'], 'deadlocked'))

    def test_a_task_that_waits_on_after_its_cancellation_ends_the_shutdown_in_a_deadlock(self):
        result = trace('''
            import asyncio
            async def stubborn():
                while True:
                    try:
                        await asyncio.Event().wait()
                    except asyncio.CancelledError:
                        print('no')
            async def main():
                asyncio.create_task(stubborn())
                await asyncio.sleep(0)
        ''')
        self.assertEqual(result['outcome'], {'kind': 'deadlocked', 'tree': 'Task-2 (stubborn) waits for Event'})
        self.assertEqual([event['id'] for event in of_kind(result, 'unretrieved')], [2])

    def test_only_infinite_sleepers_left_are_a_deadlock(self):
        result = trace('import asyncio\nasync def main():\n    await asyncio.sleep(float("inf"))')
        self.assertEqual(result['outcome'], {'kind': 'deadlocked', 'tree': 'Task-1 (main) waits for sleep(inf)'})
        self.assertEqual([event['when'] for event in of_kind(result, 'timer-set')], [None])

    def test_an_endless_sequence_of_iterations_is_stopped(self):
        result = trace('import asyncio\nasync def main():\n    while True: await asyncio.sleep(0)', max_iterations=50)
        self.assertEqual(result['outcome'], {'kind': 'stopped', 'limit': 'iterations', 'most': 50})
        self.assertEqual(result['events'][-1]['iteration'], 50)

    def test_too_many_events_stop_the_run_although_the_program_catches_everything(self):
        result = trace(
            '''
            import asyncio
            async def main():
                while True:
                    try: await asyncio.sleep(1)
                    except BaseException: pass
            ''',
            max_events=200,
        )
        self.assertEqual((result['outcome'], len(result['events'])), ({'kind': 'stopped', 'limit': 'events', 'most': 200}, 200))

    def test_too_much_output_stops_the_run(self):
        result = trace('while True: print("x" * 99)', max_output=1000)
        self.assertEqual((result['outcome'], len(printed(result))), ({'kind': 'stopped', 'limit': 'output', 'most': 1000}, 10))

    def test_a_loop_without_end_is_stopped_when_its_time_is_over(self):
        for loop in ('while True: pass', 'def main():\n    for _ in iter(int, 1): pass'):
            result = trace(f'print("before")\n{loop}', max_seconds=0.05)
            self.assertEqual((printed(result), result['outcome']), (['before'], {'kind': 'stopped', 'limit': 'time', 'most': 0.05}))

    def test_events_can_be_had_as_they_happen(self):
        told = []
        result = trace('async def main(): print("hello")', on_event=told.append)
        self.assertEqual(told, result['events'])

    def test_endless_recursion_is_an_ordinary_failure(self):
        self.assertEqual(trace('def f(): return f()\nf()')['outcome']['error']['name'], 'RecursionError')
