"""What is recorded of the loop's decisions."""

import unittest

from run_programs import of_kind, told, trace


class ScheduleTest(unittest.TestCase):
    def test_each_record_names_the_record_that_brought_it_about(self):
        result = trace('''
            import asyncio
            async def child():
                await asyncio.sleep(2)
                return 'x'
            async def main():
                await asyncio.create_task(child())
        ''')
        [*_, main_ended] = of_kind(result, 'task-ended')
        self.assertEqual(
            [
                (event['iteration'], event['time'], event['task'], event['cause'], event['kind'])
                for event in result['events'][: main_ended['seq'] + 1]
            ],
            [
                (0, 0.0, None, None, 'task-created'),
                (0, 0.0, None, 0, 'task-ready'),
                (1, 0.0, None, None, 'iteration-begins'),
                (1, 0.0, 1, 1, 'step-begins'),
                (1, 0.0, 1, 3, 'task-created'),
                (1, 0.0, 1, 4, 'task-ready'),
                (1, 0.0, 1, 3, 'task-waits'),
                (2, 0.0, None, None, 'iteration-begins'),
                (2, 0.0, 2, 5, 'step-begins'),
                (2, 0.0, 2, 8, 'timer-set'),
                (2, 0.0, 2, 8, 'task-waits'),
                (2, 2.0, None, 9, 'clock-jumped'),
                (3, 2.0, None, 9, 'timer-fired'),
                (3, 2.0, None, 12, 'callback-ready'),
                (3, 2.0, None, None, 'iteration-begins'),
                (3, 2.0, None, 13, 'callback-runs'),
                (3, 2.0, None, 15, 'task-ready'),
                (4, 2.0, None, None, 'iteration-begins'),
                (4, 2.0, 2, 16, 'step-begins'),
                (4, 2.0, 2, 18, 'task-ended'),
                (4, 2.0, 2, 19, 'task-ready'),
                (5, 2.0, None, None, 'iteration-begins'),
                (5, 2.0, 1, 20, 'step-begins'),
                (5, 2.0, 1, 22, 'task-ended'),
            ],
        )

    def test_what_enters_the_ready_queue_leaves_it_in_that_order(self):
        result = trace('''
            import asyncio
            async def worker(lock, n):
                async with lock:
                    await asyncio.sleep(n)
            async def main():
                lock = asyncio.Lock()
                loop = asyncio.get_running_loop()
                loop.call_soon(print, 'never').cancel()
                loop.call_later(1, lambda: None)
                async with asyncio.timeout(2):
                    await asyncio.gather(*(worker(lock, n) for n in range(3)), return_exceptions=True)
        ''')
        queue = []
        for event in result['events']:
            if event['kind'] == 'task-ready':
                queue.append(('task', event['id']))
            elif event['kind'] == 'callback-ready':
                queue.append(('callback', event['handle']))
            elif event['kind'] == 'step-begins':
                self.assertEqual(queue.pop(0), ('task', event['id']))
            elif event['kind'] in ('callback-runs', 'callback-skipped'):
                self.assertEqual(queue.pop(0), ('callback', event['handle']))
            elif event['kind'] == 'iteration-begins':
                self.assertEqual(event['ready'], len(queue))
            elif event['kind'] == 'task-ended' and event['id'] == 1:
                return  # what asyncio.run does afterwards is counted, but it is not a task of the program
        self.fail('main did not end')

    def test_a_wait_is_told_by_what_the_program_called(self):
        result = trace('''
            import asyncio
            async def main():
                async def wait_for(awaitable):
                    await awaitable
                loop = asyncio.get_running_loop()
                lock = asyncio.Lock(); await lock.acquire()
                condition = asyncio.Condition()
                async def notified():
                    async with condition:
                        await condition.wait()
                queue = asyncio.Queue(1); queue.put_nowait(1)
                sleeper = asyncio.create_task(asyncio.sleep(9), name='sleeper')
                group = asyncio.TaskGroup()
                async def in_group():
                    async with group:
                        group.create_task(asyncio.sleep(9))
                for awaitable in (
                    asyncio.sleep(0), asyncio.sleep(3.5), loop.create_future(), sleeper, asyncio.gather(sleeper),
                    asyncio.wait([sleeper]), asyncio.shield(sleeper), in_group(),
                    lock.acquire(), asyncio.Event().wait(),
                    notified(), asyncio.Semaphore(0).acquire(), asyncio.Barrier(2).wait(), asyncio.Queue().get(),
                    queue.put(2), queue.join(), asyncio.wait_for(asyncio.Event().wait(), 8),
                ):
                    asyncio.create_task(wait_for(awaitable))
                await asyncio.sleep(0)
        ''')
        waits = [event for event in of_kind(result, 'task-waits') if event['iteration'] == 2 and event['id'] > 2]
        self.assertEqual(
            [(event['on']['what'], event['on']['label']) for event in waits],
            [
                ('tick', 'sleep(0)'),
                ('sleep', 'sleep(3.5)'),
                ('future', 'Future'),
                ('task', 'sleeper'),
                ('gather', 'gather'),
                ('wait', 'wait'),
                ('shield', 'shield'),
                ('group', 'TaskGroup'),
                ('lock', 'Lock'),
                ('event', 'Event'),
                ('condition', 'Condition'),
                ('semaphore', 'Semaphore'),
                ('barrier', 'Barrier'),
                ('queue-get', 'Queue'),
                ('queue-put', 'Queue'),
                ('queue-join', 'Queue'),
                ('event', 'Event'),
            ],
        )

    def test_every_step_ends_with_a_wait_or_with_the_task(self):
        result = trace('''
            import asyncio, types
            class Foreign:
                _asyncio_future_blocking = False
                def __init__(self): self.callbacks = []
                def get_loop(self): return asyncio.get_running_loop()
                def add_done_callback(self, callback, context): self.callbacks.append(callback)
                def result(self): return 1
                def __await__(self):
                    self._asyncio_future_blocking = True
                    yield self
            @types.coroutine
            def bad():
                try: yield 5
                except RuntimeError as error: print(error)
            async def main():
                foreign = Foreign()
                asyncio.get_running_loop().call_later(1, lambda: foreign.callbacks[0](foreign))
                await foreign
                await bad()
        ''')
        self.assertEqual(
            [(event['kind'], event.get('on')) for event in of_kind(result, 'step-begins', 'task-waits', 'task-ended')],
            [
                ('step-begins', None),
                ('task-waits', {'what': 'future', 'label': 'Foreign'}),
                ('step-begins', None),
                ('task-waits', {'what': 'tick', 'label': 'bad yield'}),
                ('step-begins', None),
                ('task-ended', None),
            ],
        )
        self.assertEqual(of_kind(result, 'output')[0]['text'], 'Task got bad yield: 5')

    def test_a_waiter_that_finds_the_item_gone_was_robbed(self):
        result = trace('''
            import asyncio
            async def main():
                queue = asyncio.Queue()
                asyncio.create_task(queue.get())
                await asyncio.sleep(0)
                queue.put_nowait(1)
                queue.get_nowait()
                await asyncio.sleep(0)
        ''')
        events = of_kind(result, 'sync-enqueued', 'sync-woken', 'sync-robbed')
        kinds = ['sync-enqueued', 'sync-woken', 'sync-robbed', 'sync-enqueued']
        self.assertEqual(told(events, 'on', 'id'), [(kind, {'object': 'Queue', 'id': 1}, 2) for kind in kinds])

    def test_a_coroutine_that_no_task_runs_waits_in_nobodys_name(self):
        result = trace('''
            import asyncio
            async def main():
                by_hand = asyncio.Event().wait()
                by_hand.send(None)
                loop = asyncio.get_running_loop()
                loop.call_soon(lambda: asyncio.Queue().get().send(None))
                await asyncio.sleep(0)
        ''')
        self.assertEqual([event['id'] for event in of_kind(result, 'sync-enqueued')], [1])
        self.assertEqual(result['outcome']['kind'], 'finished')

    def test_the_parts_of_an_object_go_by_its_name(self):
        result = trace('''
            import asyncio
            async def main():
                condition = asyncio.Condition()
                queue = asyncio.PriorityQueue()
                lock = asyncio.Lock()
                async def hold():
                    async with condition:
                        await asyncio.sleep(1)
                async def wants():
                    async with condition: pass
                await asyncio.gather(hold(), wants())
                await lock.acquire()
                asyncio.create_task(lock.acquire())
                await asyncio.sleep(0)
        ''')
        self.assertEqual(
            [event['on'] for event in of_kind(result, 'sync-enqueued')],
            [{'object': 'Condition', 'id': 1}, {'object': 'Lock', 'id': 1}],
        )

    def test_a_cancellation_is_counted_and_says_how_it_is_delivered(self):
        result = trace('''
            import asyncio
            async def child():
                try:
                    await asyncio.sleep(9)
                except asyncio.CancelledError:
                    asyncio.current_task().uncancel()
            async def main():
                task = asyncio.create_task(child())
                await asyncio.sleep(0)
                task.cancel('first')
                task.cancel()
                await task
        ''')
        self.assertEqual(
            told(of_kind(result, 'cancel-requested', 'cancel-withdrawn'), 'id', 'count', 'message', 'delivery'),
            [
                ('cancel-requested', 2, 1, "'first'", 'waiter'),
                ('cancel-requested', 2, 2, None, 'next-step'),
                ('cancel-withdrawn', 2, 1, None, None),
            ],
        )
        self.assertEqual([event['thrown'] for event in of_kind(result, 'step-begins') if 'thrown' in event], [
            {'name': 'CancelledError', 'message': 'first'},
        ])  # fmt: skip

    def test_an_eager_task_takes_its_first_step_inside_the_step_that_makes_it(self):
        result = trace('''
            import asyncio
            async def quick(): return 1
            async def main():
                asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
                await asyncio.create_task(quick())
        ''')
        self.assertEqual(told(of_kind(result, 'task-created', 'step-begins', 'task-ended'), 'id', 'task'), [
            ('task-created', 1, None),
            ('step-begins', 1, 1),
            ('task-created', 2, 1),
            ('step-begins', 2, 2),
            ('task-ended', 2, 2),
            ('task-ended', 1, 1),
        ])  # fmt: skip

    def test_async_generators_are_opened_and_closed(self):
        result = trace('''
            import asyncio
            async def rows():
                yield 1
                yield 2
            async def main():
                async for _ in rows(): pass
                left = rows()
                await anext(left)
                del left
                await asyncio.sleep(0)
        ''')
        events = of_kind(result, 'async-generator-opened', 'async-generator-closed')
        self.assertEqual(told(events, 'generator', 'iteration'), [
            ('async-generator-opened', 1, 1),
            ('async-generator-closed', 1, 1),
            ('async-generator-opened', 2, 1),
            ('async-generator-closed', 2, 3),
        ])  # fmt: skip

    def test_a_group_that_is_dropped_with_its_task_is_never_left(self):
        result = trace('''
            import asyncio
            async def never():
                while True:
                    try:
                        await asyncio.Event().wait()
                    except asyncio.CancelledError:
                        pass
            async def stubborn():
                async with asyncio.TaskGroup() as group:
                    group.create_task(never())
            async def main():
                asyncio.create_task(stubborn())
                await asyncio.sleep(0)
        ''')
        self.assertEqual(result['outcome']['kind'], 'deadlocked')
        self.assertEqual(of_kind(result, 'group-exited'), [])

    def test_a_task_that_is_collected_while_it_is_pending_is_told_at_that_moment_and_once(self):
        result = trace('''
            import asyncio, gc
            async def lost(): await asyncio.Future()
            async def main():
                asyncio.create_task(lost())
                await asyncio.sleep(1)
                gc.collect()
                await asyncio.sleep(1)
        ''')
        self.assertEqual([(event['id'], event['time'], event['task']) for event in of_kind(result, 'unretrieved')], [(2, 1, 1)])

    def test_failures_that_nobody_reads_are_told_at_the_end(self):
        result = trace('''
            import asyncio
            async def fail(): raise ValueError('unread')
            async def main():
                asyncio.create_task(fail())
                read = asyncio.create_task(fail())
                future = asyncio.get_running_loop().create_future()
                future.set_exception(KeyError('k'))
                await asyncio.wait([read])
                read.exception()
        ''')
        unread = told(of_kind(result, 'unretrieved'), 'id', 'future')
        self.assertEqual(unread, [('unretrieved', 2, None), ('unretrieved', None, 1)])
        self.assertEqual(result['events'][-2]['error'], {'name': 'ValueError', 'message': 'unread', 'line': 3})
