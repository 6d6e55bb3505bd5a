"""The hint that a failed program gets beside its error."""

import unittest

import yieldpoint
from run_programs import of_kind, printed, trace

CASES = [
    ('import aiohttp', 'aiohttp is not part of the standard library'),
    ('import no_such_thing', 'no_such_thing is not part of the standard library'),
    ('import tkinter', 'The module tkinter is part of Python, but not of the Python that runs in a page'),
    ("import { sleep } from '@yieldpoint/scheduler';\nexport async function main() { await sleep(1); }", 'TypeScript'),
    ('>>> import asyncio\n>>> print(1)', 'prompt'),
    ('%pip install aiohttp\nimport asyncio', 'notebook'),
    ('print(\u201chello\u201d)', 'Type them again'),
    ('    import asyncio\n    print(1)', 'indented'),
    ('import asyncio\nawait asyncio.sleep(1)', 'only inside an async def'),
    ('def f():\n    await g()', 'only inside an async def'),
    ('async def f():\n    yield from g()', 'async for'),
    ('async def f():\n    yield 1\n    return 2', 'async generator'),
    ('import asyncio\nasync def f(): pass\nasyncio.create_task(f())', 'running loop'),
    ('import asyncio\nasync def main():\n    await 5\nasyncio.run(main())', 'Only coroutines'),
    ('import asyncio\nasync def a():\n    yield 1\nasync def main():\n    for x in a(): pass\nasyncio.run(main())', 'async for'),
    ('import asyncio\nasync def main(): pass\nasyncio.run(main)', 'parentheses'),
    ('input()', 'asked for input'),
    ('import asyncio\nasync def f(): pass\nasync def main():\n    await asyncio.gather(f(), None)\nasyncio.run(main())', 'ordinary function'),
    ('import asyncio\nasync def f(): pass\nasync def main():\n    await asyncio.wait([f()])\nasyncio.run(main())', 'create_task(work())'),
    ('import asyncio\nloop = asyncio.get_event_loop()', 'new_event_loop()'),
    ('import asyncio\nlock = asyncio.Event()\nasync def main():\n    await asyncio.wait_for(lock.wait(), 1)\n'
     'for _ in range(2):\n    try: asyncio.run(main())\n    except TimeoutError: pass', 'belongs to the loop'),
    ('import asyncio\n@asyncio.coroutine\ndef f(): yield', 'async def'),
    ('import asyncio\nasync def main():\n    await asyncio.sleep(1, loop=None)\nasyncio.run(main())', 'Leave out loop='),
    ('import asyncio\nasync def f(): pass\nasync def main():\n    c = f()\n    await c\n    await c\nasyncio.run(main())', 'runs once'),
    ('from concurrent.futures import ProcessPoolExecutor\nProcessPoolExecutor()', 'ThreadPoolExecutor'),
    ('import subprocess\nsubprocess.run(["ls"])', 'asyncio.sleep instead'),
    ('from zoneinfo import ZoneInfo\nZoneInfo("Europe/Berlin")', 'no table of time zones'),
]


class HintsTest(unittest.TestCase):
    def test_a_hint_says_why_and_what_instead(self):
        for source, expected in CASES:
            with self.subTest(source):
                self.assertIn(expected, yieldpoint.run(source)['outcome'].get('hint', ''))

    def test_a_coroutine_instead_of_its_result_is_named_whatever_is_done_with_it(self):
        for use in (
            *('c() + 1', '"a" + c()', 'c() < 1', 'len(c())', 'c()[0]', 'c().name', 'int(c())', 'json.dumps(c())', '",".join([c()])'),
            *('1 in c()', 'c()()', 'list(c())', '"%d" % c()', 'open(c())', '[1][c()]', 'x, y = c()', '[*c()]', 'f"{c():d}"'),
        ):
            source = f'import asyncio, json\nasync def c(): pass\nasync def main():\n    {use}\nasyncio.run(main())'
            with self.subTest(use):
                self.assertIn('Write await before the call', trace(source)['outcome'].get('hint', ''))

    def test_what_cannot_be_made_a_task_is_told_by_what_it_is(self):
        for value, expected in (
            ('f', 'parentheses'),
            ('asyncio.sleep', 'parentheses'),
            ('asyncio.gather(f())', 'Await it as it is'),
            ('asyncio.create_task(f())', 'Await it as it is'),
            ('agen()', 'async for'),
            ('None', 'Should the function be async def'),
        ):
            source = f'''
                import asyncio
                async def f(): pass
                async def agen(): yield
                async def main():
                    asyncio.create_task({value})
                asyncio.run(main())
            '''
            with self.subTest(value):
                self.assertIn(expected, trace(source)['outcome'].get('hint', ''))

    def test_an_ordinary_failure_has_no_hint(self):
        for source in ('1 / 0', 'raise ValueError("x")', 'import asyncio\nasyncio.nope', 'if x\n    pass'):
            self.assertNotIn('hint', trace(source)['outcome'])

    def test_what_the_machine_would_do_is_refused_in_words(self):
        for call in ('open_connection("localhost", 80)', 'start_server(print, "localhost", 80)'):
            outcome = trace(f'import asyncio\nasync def main():\n    await asyncio.{call}\nasyncio.run(main())')['outcome']
            self.assertIn('no network', outcome['error']['message'])
        outcome = trace('import asyncio\nasync def main():\n    await asyncio.create_subprocess_shell("ls")\nasyncio.run(main())')
        self.assertIn('no other processes', outcome['outcome']['error']['message'])

    def test_a_signal_handler_is_noted(self):
        result = trace('''
            import asyncio, signal
            async def main():
                asyncio.get_running_loop().add_signal_handler(signal.SIGINT, print)
                print('on')
            asyncio.run(main())
        ''')
        self.assertEqual((printed(result), len(of_kind(result, 'note'))), (['on'], 1))
