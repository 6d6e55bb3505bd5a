"""The warnings of CPython."""

import sys
import unittest
import warnings

from run_programs import of_kind, printed, told, trace


def warned(result):
    return told(of_kind(result, 'warning'), 'category', 'message', 'line')


class WarningsTest(unittest.TestCase):
    def test_a_coroutine_that_is_never_awaited_is_warned_of_where_it_is_thrown_away(self):
        result = trace('''
            import asyncio
            async def main():
                await asyncio.sleep(2)
                asyncio.sleep(1)
        ''')
        [event] = of_kind(result, 'warning')
        self.assertEqual((event['time'], event['task'], event['line']), (2.0, 1, 5))
        self.assertEqual(warned(result), [('warning', 'RuntimeWarning', "coroutine 'sleep' was never awaited", 5)])
        self.assertEqual(printed(result), [])

    def test_what_the_compiler_warns_of_comes_before_everything_else(self):
        result = trace('print("first")\nx = 5\nprint(x is 5)')
        self.assertEqual([event['kind'] for event in result['events']], ['warning', 'output', 'output'])
        self.assertEqual(warned(result), [('warning', 'SyntaxWarning', '"is" with \'int\' literal. Did you mean "=="?', 3)])

    def test_the_compiler_warns_of_a_program_that_it_then_refuses(self):
        result = trace('x = "\\d"\nreturn 1')
        self.assertEqual([event['category'] for event in of_kind(result, 'warning')], ['SyntaxWarning'])
        self.assertEqual(result['outcome']['error']['name'], 'SyntaxError')

    def test_too_many_warnings_of_the_compiler_stop_the_run(self):
        result = trace('\n'.join('x = 1 is 1' for _ in range(20)), max_events=10)
        self.assertEqual((result['outcome'], len(result['events'])), ({'kind': 'stopped', 'limit': 'events', 'most': 10}, 10))

    def test_a_warning_of_the_library_names_the_line_of_the_program_that_called_it(self):
        result = trace('''
            import asyncio, warnings
            def old():
                warnings.warn('use new', DeprecationWarning)
            def main():
                old()
                asyncio.iscoroutinefunction(main)
        ''')
        self.assertEqual([event['line'] for event in of_kind(result, 'warning')], [4, 7])
        self.assertEqual([event['category'] for event in of_kind(result, 'warning')], ['DeprecationWarning'] * 2)

    def test_the_programs_own_filters_hold_and_end_with_it(self):
        for _ in range(2):
            self.assertEqual(warned(trace('import warnings\nwarnings.simplefilter("ignore")\nwarnings.warn("no")')), [])
            result = trace('import warnings\nfor _ in range(3): warnings.warn("once")')
            self.assertEqual(warned(result), [('warning', 'UserWarning', 'once', 2)])
        as_errors = trace('import warnings\nwarnings.simplefilter("error")\nwarnings.warn("now")')
        self.assertEqual(as_errors['outcome']['error']['name'], 'UserWarning')

    def test_an_error_that_has_nobody_to_go_to_is_told(self):
        result = trace('''
            def stubborn():
                try: yield 1
                finally: yield 2
            class Thing:
                def __del__(self):
                    raise ValueError('too late')
            generator = stubborn()
            next(generator)
            del generator
            Thing()
        ''')
        closing, deleting = of_kind(result, 'warning')
        self.assertEqual(
            (closing['category'], closing['message'], closing['line']),
            (
                'Exception ignored while closing generator <generator object stubborn>',
                'RuntimeError: generator ignored GeneratorExit',
                10,
            ),
        )
        self.assertEqual((deleting['message'], deleting['line']), ('ValueError: too late', 7))

    def test_where_a_coroutine_was_made_names_lines_of_the_program_alone(self):
        result = trace('''
            import asyncio
            async def forgot(): pass
            async def main():
                forgot()
            asyncio.run(main(), debug=True)
        ''')
        [warning] = of_kind(result, 'warning')
        lines = warning['message'].split('\n')
        self.assertEqual(lines[0], "coroutine 'forgot' was never awaited")
        self.assertEqual([line for line in lines if line.startswith('  File')], ['  File "program.py", line 5, in main'])

    def test_what_a_program_leaves_behind_is_told_when_it_goes(self):
        hook, show = sys.unraisablehook, warnings.showwarning
        result = trace('''
            async def left(): pass
            class Thing:
                def __del__(self): 1 / 0
            kept = [left(), Thing()]
        ''')
        told = [(event['category'].partition(' <')[0], event['message']) for event in of_kind(result, 'warning')]
        self.assertEqual(
            told,
            [
                ('RuntimeWarning', "coroutine 'left' was never awaited"),
                ('Exception ignored while calling deallocator', 'ZeroDivisionError: division by zero'),
            ],
        )
        self.assertEqual((sys.unraisablehook, warnings.showwarning), (hook, show))
