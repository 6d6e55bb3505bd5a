"""The surroundings of a program: input, clocks, random numbers, exits, threads that need turns."""

import unittest

from run_programs import of_kind, printed, told, trace


class WorldTest(unittest.TestCase):
    def test_input_takes_the_lines_of_the_run_and_shows_them_as_a_terminal_does(self):
        result = trace('name = input("Name? ")\nprint("Hello", name)', input=['Ada'])
        self.assertEqual(printed(result), ['Name? Ada', 'Hello Ada'])
        self.assertEqual(told(of_kind(result, 'input'), 'prompt', 'text'), [('input', 'Name? ', 'Ada')])

    def test_a_run_ends_where_it_asks_for_a_line_more(self):
        result = trace('a = input("first ")\nb = input("second ")\nprint(a, b)', input=['1'])
        self.assertEqual(result['outcome'], {'kind': 'stopped', 'limit': 'input'})
        self.assertEqual(told(of_kind(result, 'input'), 'prompt', 'text')[-1], ('input', 'second ', None))
        self.assertEqual(printed(result), ['first 1', 'second '])

    def test_the_same_seed_and_one_line_more_go_on_where_the_run_asked(self):
        source = 'import random\nprint(random.random())\nprint(input())'
        chance = {'seed': 7, 'startMs': 0}
        first = trace(source, input=[], chance=chance)
        second = trace(source, input=['yes'], chance=chance)
        self.assertEqual(printed(first), printed(second)[:1])
        self.assertEqual(printed(second)[1], 'yes')

    def test_standard_input_can_be_walked_to_its_end(self):
        result = trace('import sys\nfor line in sys.stdin: print(repr(line))', input=['a', 'b', None])
        self.assertEqual([line for line in printed(result) if line.startswith("'")], ["'a\\n'", "'b\\n'"])

    def test_chance_differs_by_its_seed_and_by_nothing_else(self):
        source = 'import os, random, uuid\nprint(random.random(), random.Random().random(), uuid.uuid4(), os.urandom(4).hex())'
        runs = [printed(trace(source, chance={'seed': seed, 'startMs': 0})) for seed in (1, 1, 2)]
        self.assertEqual(runs[0], runs[1])
        for one, other in zip(runs[0][0].split(), runs[2][0].split()):
            self.assertNotEqual(one, other)

    def test_the_date_is_the_one_the_run_begins_with(self):
        source = 'import datetime as d, time\ntime.sleep(90)\nprint(d.datetime.now(d.UTC).isoformat(), time.time())'
        result = trace(source, chance={'seed': 1, 'startMs': 86_400_000})
        self.assertEqual(printed(result), ['1970-01-02T00:01:30+00:00 86490.0'])

    def test_leaving_with_nothing_to_say_is_no_failure(self):
        for leave in ('import sys\nsys.exit()', 'import sys\nsys.exit(0)', 'exit()', 'raise SystemExit'):
            self.assertEqual(trace(leave)['outcome'], {'kind': 'finished', 'value': 'None'})
        self.assertEqual(trace('exit("no row")')['outcome']['error'], {'name': 'SystemExit', 'message': 'no row', 'line': 1})

    def test_a_thread_that_would_have_to_take_turns_says_so(self):
        result = trace('''
            import queue, threading
            items = queue.Queue()
            threading.Thread(target=lambda: print(items.get())).start()
            items.put(1)
        ''')
        error = result['outcome']['error']
        self.assertEqual(error['name'], 'NeedsTurns')
        self.assertIn('asyncio.Queue', error['message'])

    def test_waiting_for_what_never_comes_is_a_deadlock(self):
        result = trace('import threading\nlock = threading.Lock()\nlock.acquire()\nprint("once")\nlock.acquire()')
        self.assertEqual((printed(result), result['outcome']['kind']), (['once'], 'deadlocked'))

    def test_a_loop_that_runs_for_ever_with_nothing_left_is_interrupted_in_words(self):
        result = trace('''
            import asyncio
            loop = asyncio.new_event_loop()
            loop.create_task(asyncio.sleep(1))
            loop.run_forever()
        ''')
        self.assertEqual(result['outcome'], {'kind': 'finished', 'value': 'None'})
        self.assertIn('Ctrl+C', of_kind(result, 'note')[0]['text'])

    def test_a_long_line_is_cut_and_says_how_long_it_was(self):
        long, after = printed(trace('print("x" * 150_000)\nprint("after")'))
        self.assertEqual((long[-40:], after), ('… (a line of 150,000 characters, cut here)'[-40:], 'after'))

    def test_standard_error_is_told_apart(self):
        result = trace('import sys\nprint("out")\nprint("err", file=sys.stderr)')
        self.assertEqual([event.get('stream') for event in of_kind(result, 'output')], [None, 'stderr'])

    def test_main_is_called_only_where_the_program_leaves_it_at_that(self):
        called = 'def main(): print("called")'
        self.assertEqual(printed(trace(called)), ['called'])
        for more in ('main()', 'again = main\nagain()', 'main = None', 'main = 5'):
            self.assertEqual(printed(trace(f'{called}\n{more}')).count('called'), 1 if '()' in more else 0)
        for source in (
            'import asyncio\nasync def main(): print("main")\nasync def other(): print("other")\nasyncio.run(other())',
            'async def main(): print("main")\ncoroutine = main()\ncoroutine.close()\nprint("other")',
            'def main(argument): print("main")\nprint("other")',
        ):
            self.assertEqual(printed(trace(source)), ['other'])
