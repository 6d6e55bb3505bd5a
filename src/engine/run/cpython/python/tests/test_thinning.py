"""What of a long run is left out of its record."""

import unittest

from run_programs import of_kind, printed, told, trace


class ThinningTest(unittest.TestCase):
    def test_a_loop_that_goes_round_says_that_lines_are_left_out(self):
        result = trace('total = 0\nfor n in range(50_000):\n    total += n\nprint(total)', level='full')
        self.assertEqual(told(of_kind(result, 'thinned'), 'what', 'count', 'isForNow'), [('thinned', 'lines', None, True)])
        self.assertEqual(printed(result), ['1249975000'])
        self.assertLess(len(result['events']), 300)

    def test_lines_in_a_thread_are_no_gap(self):
        result = trace('''
            import threading
            total = 0
            def work():
                global total
                for n in range(500):
                    total += n
            threads = [threading.Thread(target=work) for _ in range(3)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            print(total)
        ''', level='full')
        self.assertEqual((of_kind(result, 'thinned'), printed(result)), ([], ['374250']))
        lines = [event['line'] for event in of_kind(result, 'line')]
        self.assertEqual(lines[-3:], [12, 11, 13])

    def test_lines_in_calls_that_are_not_followed_any_more_are_no_gap(self):
        result = trace('''
            def down(n):
                return down(n + 1)
            try:
                down(0)
            except RecursionError:
                print('deep')
        ''', level='full')
        self.assertEqual((of_kind(result, 'thinned'), printed(result)), ([], ['deep']))
