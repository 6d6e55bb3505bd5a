"""What the program prints."""

import unittest

from run_programs import of_kind, printed, told, trace


class OutputTest(unittest.TestCase):
    def test_a_line_carries_time_iteration_task_and_source_line(self):
        result = trace('''
            import asyncio
            async def child(n):
                await asyncio.sleep(n)
                print(n)
            async def main():
                await asyncio.gather(child(2), child(1))
        ''')
        self.assertEqual(told(of_kind(result, 'output'), 'text', 'time', 'iteration', 'task', 'line'), [
            ('output', '1', 1.0, 4, 3, 5),
            ('output', '2', 2.0, 7, 2, 5),
        ])  # fmt: skip

    def test_pieces_of_a_line_are_one_event_and_lines_of_a_piece_are_several(self):
        result = trace('print("a", end=""); print("b")\nprint("c\\nd")\nprint("e", end="")')
        self.assertEqual(printed(result), ['ab', 'c', 'd', 'e'])

    def test_a_traceback_shows_the_lines_of_the_program(self):
        result = trace('import traceback\ntry:\n    1 / 0\nexcept ZeroDivisionError:\n    traceback.print_exc()')
        self.assertEqual(
            printed(result),
            [
                'Traceback (most recent call last):',
                '  File "program.py", line 3, in <module>',
                '    1 / 0',
                '    ~~^~~',
                'ZeroDivisionError: division by zero',
            ],
        )

    def test_there_is_nothing_to_read_from_standard_input(self):
        self.assertEqual(trace('input()')['outcome']['error']['name'], 'EOFError')

    def test_the_clocks_of_the_time_module_are_virtual(self):
        result = trace('''
            import asyncio, time
            async def main():
                await asyncio.sleep(2.5)
                print(time.monotonic(), time.perf_counter(), time.monotonic_ns())
                time.sleep(1)
                print(asyncio.get_running_loop().time())
        ''')
        self.assertEqual(printed(result), ['2.5 2.5 2500000000', '3.5'])
