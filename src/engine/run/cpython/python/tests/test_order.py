"""The order of tasks and timers where CPython leaves it open."""

import unittest

from run_programs import of_kind, printed, told, trace


class OrderTest(unittest.TestCase):
    def test_equal_deadlines_come_in_order_of_creation(self):
        result = trace('''
            import asyncio
            async def sleeper(name):
                await asyncio.sleep(1)
                print(name)
            async def main():
                await asyncio.gather(*(sleeper(n) for n in range(12)))
        ''')
        self.assertEqual(printed(result), [str(n) for n in range(12)])

    def test_deadlines_less_than_a_nanosecond_apart_fire_together(self):
        result = trace('''
            import asyncio
            async def main():
                await asyncio.gather(asyncio.sleep(0.3), asyncio.sleep(0.1 + 0.2))
        ''')
        self.assertEqual(told(of_kind(result, 'clock-jumped', 'timer-fired'), 'time', 'iteration'), [
            ('clock-jumped', 0.3, 2),
            ('timer-fired', 0.3, 3),
            ('timer-fired', 0.3, 3),
        ])  # fmt: skip

    def test_the_clock_jumps_over_a_year_in_one_iteration(self):
        result = trace('''
            import asyncio
            async def main():
                await asyncio.sleep(86400 * 365)
        ''')
        self.assertEqual(told(of_kind(result, 'clock-jumped'), 'from', 'time'), [('clock-jumped', 0.0, 31536000.0)])
        self.assertEqual(len(of_kind(result, 'iteration-begins')), 4 + 4)

    def test_an_aborted_group_cancels_its_children_in_order_of_creation(self):
        result = trace('''
            import asyncio
            async def child(name):
                try:
                    await asyncio.sleep(9)
                finally:
                    print(name)
            async def fail():
                raise ValueError
            async def main():
                async with asyncio.TaskGroup() as group:
                    for name in range(20):
                        group.create_task(child(name))
                    group.create_task(fail())
        ''')
        self.assertEqual(printed(result), [str(n) for n in range(20)])
        self.assertEqual(result['outcome']['error']['name'], 'ExceptionGroup')

    def test_wait_and_all_tasks_give_tasks_in_order(self):
        result = trace('''
            import asyncio
            async def main():
                tasks = [asyncio.create_task(asyncio.sleep(n % 3), name=f'n{n}') for n in range(9)]
                print(*(task.get_name() for task in asyncio.all_tasks()))
                done, pending = await asyncio.wait(tasks, timeout=1)
                print(*(task.get_name() for task in done))
                print(*(task.get_name() for task in pending | set()))
        ''')
        self.assertEqual(printed(result), ['Task-1 n0 n1 n2 n3 n4 n5 n6 n7 n8', 'n0 n3 n6', 'n1 n2 n4 n5 n7 n8'])

    def test_as_completed_starts_coroutines_in_the_order_given(self):
        result = trace('''
            import asyncio
            async def say(n): print(n)
            async def main():
                for each in asyncio.as_completed([say(n) for n in range(8)]):
                    await each
        ''')
        self.assertEqual(printed(result), [str(n) for n in range(8)])

    def test_as_completed_gives_what_is_done_already_in_the_order_given(self):
        result = trace('''
            import asyncio
            async def main():
                futures = [asyncio.Future() for _ in range(20)]
                for n, future in enumerate(futures):
                    future.set_result(n)
                print(*[await each for each in asyncio.as_completed(futures)])
        ''')
        self.assertEqual(printed(result), [' '.join(map(str, range(20)))])

    def test_an_async_generator_that_has_ended_is_not_closed_again(self):
        result = trace('''
            import asyncio
            async def rows():
                yield 1
            ended, left = rows(), rows()
            async def main():
                async for row in ended:
                    pass
                await anext(left)
        ''')
        self.assertEqual([event['coroutine'] for event in of_kind(result, 'task-created')], ['main', 'aclose'])

    def test_tasks_left_over_are_cancelled_in_order_of_creation(self):
        result = trace('''
            import asyncio
            async def main():
                for n in range(10):
                    asyncio.create_task(asyncio.sleep(9))
                await asyncio.sleep(0)
        ''')
        self.assertEqual([event['id'] for event in of_kind(result, 'cancel-requested')], list(range(2, 12)))
