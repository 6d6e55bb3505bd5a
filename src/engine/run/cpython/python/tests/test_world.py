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

    def test_a_thread_that_sleeps_for_no_time_ends_after_its_last_step(self):
        result = trace('import threading, time\nthread = threading.Thread(target=time.sleep, args=(0,))\nthread.start()\nthread.join()')
        kinds = [event['kind'] for event in result['events'] if event.get('id') == 1]
        self.assertEqual(kinds, ['task-created', 'step-begins', 'task-waits', 'step-begins', 'task-ended'])

    def test_threads_that_share_a_queue_are_told_that_their_lines_come_in_another_order(self):
        source = '''
            import queue, threading, time
            items = queue.Queue()
            def produce():
                for n in (1, 2, None):
                    {wait}
                    items.put(n)
            def consume():
                while (n := items.get()) is not None:
                    print(n)
            threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
        '''
        late = trace(source.replace('{wait}', 'time.sleep(0.1)'))
        self.assertEqual((printed(late), len(of_kind(late, 'note'))), (['1', '2'], 1))
        self.assertIn('without a switch', of_kind(late, 'note')[0]['text'])
        at_once = trace(source.replace('{wait}', 'pass'))
        self.assertEqual((printed(at_once), of_kind(at_once, 'note')), (['1', '2'], []))

    def test_a_socket_says_that_there_is_no_network(self):
        for use in ('connect(("example.com", 80))', 'bind(("localhost", 80))', 'listen()'):
            result = trace(f'import socket\ntry:\n    socket.socket().{use}\nexcept OSError as error:\n    print(error)')
            self.assertIn('a program in a page has no network', printed(result)[0])

    def test_a_program_derives_loops_and_policies_of_its_own(self):
        result = trace('''
            import asyncio, selectors
            class Loop(asyncio.SelectorEventLoop):
                made = 0
                def __init__(self):
                    super().__init__(selectors.DefaultSelector())
                    Loop.made += 1
                def call_soon(self, callback, *args, **kw):
                    self.count = getattr(self, 'count', 0) + 1
                    return super().call_soon(callback, *args, **kw)
            class Policy(asyncio.DefaultEventLoopPolicy):
                def new_event_loop(self):
                    print('new loop')
                    return Loop()
            async def main():
                await asyncio.sleep(0.5)
                await asyncio.sleep(0)
                return asyncio.get_running_loop()
            asyncio.set_event_loop_policy(Policy())
            loop = asyncio.run(main())
            print(type(loop).__name__, isinstance(loop, asyncio.SelectorEventLoop), loop.count > 3)
            print(type(asyncio.run(main(), loop_factory=Loop)).__name__, Loop.made)
            asyncio.set_event_loop_policy(None)
            print(type(asyncio.run(main())).__name__, type(asyncio.new_event_loop()).__module__)
        ''')
        expected = ['new loop', 'Loop True True', 'Loop 2', '_UnixSelectorEventLoop asyncio.unix_events']
        self.assertEqual(printed(result), expected)

    def test_a_wait_for_what_is_left_until_a_deadline_gets_there(self):
        result = trace('''
            import asyncio, queue, time
            class Bucket:
                def __init__(self, rate):
                    self.rate, self.tokens, self.last = rate, 1.0, time.monotonic()
                async def take(self):
                    while True:
                        now = time.monotonic()
                        self.tokens = min(1.0, self.tokens + (now - self.last) * self.rate)
                        self.last = now
                        if self.tokens >= 1:
                            self.tokens -= 1
                            return
                        await asyncio.sleep((1 - self.tokens) / self.rate)
            async def main():
                for rate in (3, 7, 10, 30):
                    bucket, start = Bucket(rate), time.monotonic()
                    for _ in range(rate + 1):
                        await bucket.take()
                    print(round(time.monotonic() - start, 6))
            asyncio.run(main())
            for timeout in (0.1, 0.2, 0.3, 0.7):
                start = time.monotonic()
                try: queue.Queue().get(timeout=timeout)
                except queue.Empty: print(round(time.monotonic() - start, 6))
            end = time.monotonic() + 0.1 + 0.2
            time.sleep(0.3)
            while time.monotonic() < end:
                time.sleep(end - time.monotonic())
        ''')
        self.assertEqual(printed(result), ['1.0'] * 4 + ['0.1', '0.2', '0.3', '0.7'])

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
