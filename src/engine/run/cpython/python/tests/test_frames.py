"""What is recorded of generators, coroutines and async generators."""

import unittest

from run_programs import of_kind, printed, told, trace

FRAMES = ('frame-created', 'frame-resumed', 'frame-suspended', 'frame-left')


def frames(source):
    """Returns the frame events in short form, without `frame-`."""
    short = []
    for event in of_kind(trace(source, level='frames'), *FRAMES):
        kind = event['kind'].removeprefix('frame-')
        if kind == 'created':
            short.append((kind, event['frame'], event['function'], event['type'], event['line']))
        elif kind == 'resumed':
            short.append((kind, event['frame'], event['by'], event['how'], event.get('value'), event['line']))
        elif kind == 'suspended':
            short.append((kind, event['frame'], event['delegates'], event.get('value'), event['line']))
        else:
            short.append((kind, event['frame'], event['how'], event['value'], event['line']))
    return short


class FramesTest(unittest.TestCase):
    def test_a_generator_is_driven_by_next_send_throw_and_close(self):
        self.assertEqual(
            frames('''
                def average():
                    total = count = 0
                    value = yield
                    while True:
                        total += value; count += 1
                        try: value = yield total / count
                        except ValueError: value = 0
                def main():
                    generator = average()
                    next(generator)
                    generator.send(10)
                    generator.throw(ValueError('not a number'))
                    generator.close()
            '''),
            [
                ('created', 1, 'average', 'generator', 2),
                ('resumed', 1, None, 'next', None, 2),
                ('suspended', 1, False, 'None', 4),
                ('resumed', 1, None, 'send', '10', 4),
                ('suspended', 1, False, '10.0', 7),
                ('resumed', 1, None, 'throw', 'ValueError: not a number', 7),
                ('suspended', 1, False, '5.0', 7),
                ('resumed', 1, None, 'close', None, 7),
                ('left', 1, 'raised', 'GeneratorExit', 8),
            ],
        )

    def test_what_is_sent_is_told_apart_from_the_exception_being_handled(self):
        events = frames('''
            def handler():
                try:
                    1 / 0
                except ZeroDivisionError as error:
                    yield error
                    yield error, 1
                    yield
                yield
            def main():
                try:
                    0 / 0
                except ZeroDivisionError as error:
                    generator = handler()
                    next(generator)
                    generator.send('a')
                    next(generator)
                    generator.send(error)
        ''')
        self.assertEqual(
            [event[3:5] for event in events if event[0] == 'resumed'],
            [
                ('next', None),
                ('send', "'a'"),
                ('next', None),
                ('send', "ZeroDivisionError('division by zero')"),
                ('close', None),
            ],
        )

    def test_a_generator_made_a_coroutine_by_a_decorator_has_its_frame(self):
        events = frames('''
            import asyncio, types
            @types.coroutine
            def pause():
                yield
            async def main():
                await pause()
        ''')
        self.assertEqual(
            [event for event in events if event[1] == 2],
            [
                ('created', 2, 'pause', 'generator', 4),
                ('resumed', 2, 1, 'next', None, 4),
                ('suspended', 2, False, 'None', 5),
                ('resumed', 2, 1, 'next', None, 5),
                ('left', 2, 'returned', 'None', 5),
            ],
        )

    def test_the_collector_closes_a_generator_that_nobody_holds(self):
        self.assertEqual(
            frames('def count():\n    yield 1\n    yield 2\ndef main():\n    for n in count(): break')[-2:],
            [('resumed', 1, None, 'close', None, 2), ('left', 1, 'raised', 'GeneratorExit', 2)],
        )

    def test_a_delegating_generator_is_resumed_and_suspended_with_the_one_it_delegates_to(self):
        self.assertEqual(
            frames('''
                def inner():
                    got = yield 'a'
                    return got
                def outer():
                    yield (yield from inner())
                def main():
                    generator = outer()
                    next(generator)
                    generator.send('b')
                    list(generator)
            '''),
            [
                ('created', 1, 'outer', 'generator', 5),
                ('resumed', 1, None, 'next', None, 5),
                ('created', 2, 'inner', 'generator', 2),
                ('resumed', 2, 1, 'next', None, 2),
                ('suspended', 2, False, "'a'", 3),
                ('suspended', 1, True, "'a'", 6),
                ('resumed', 1, None, 'send', "'b'", 6),
                ('resumed', 2, 1, 'send', "'b'", 3),
                ('left', 2, 'returned', "'b'", 4),
                ('suspended', 1, False, "'b'", 6),
                ('resumed', 1, None, 'next', None, 6),
                ('left', 1, 'returned', 'None', 6),
            ],
        )

    def test_a_throw_resumes_the_whole_chain(self):
        self.assertEqual(
            frames('''
                def inner():
                    while True:
                        try: yield
                        except ValueError: pass
                def outer():
                    try: yield from inner()
                    except KeyError: yield 'caught'
                def main():
                    generator = outer()
                    next(generator)
                    generator.throw(ValueError)
                    generator.throw(KeyError)
            ''')[6:],
            [
                ('resumed', 1, None, 'throw', 'ValueError', 7),
                ('resumed', 2, 1, 'throw', 'ValueError', 4),
                ('suspended', 2, False, 'None', 4),
                ('suspended', 1, True, None, 7),
                ('resumed', 1, None, 'throw', 'KeyError', 7),
                ('resumed', 2, 1, 'throw', 'KeyError', 4),
                ('left', 2, 'raised', 'KeyError', 5),
                ('suspended', 1, False, "'caught'", 8),
                ('resumed', 1, None, 'close', None, 8),
                ('left', 1, 'raised', 'GeneratorExit', 8),
            ],
        )

    def test_a_cancellation_reaches_the_inner_coroutine_through_the_outer(self):
        events = frames('''
            import asyncio
            async def inner():
                await asyncio.sleep(9)
            async def outer():
                try: await inner()
                except asyncio.CancelledError: pass
            async def main():
                task = asyncio.create_task(outer())
                await asyncio.sleep(0)
                task.cancel()
                await task
        ''')
        self.assertEqual(
            [event for event in events if event[1] in (2, 3)],
            [
                ('created', 2, 'outer', 'coroutine', 5),
                ('resumed', 2, None, 'next', None, 5),
                ('created', 3, 'inner', 'coroutine', 3),
                ('resumed', 3, 2, 'next', None, 3),
                ('suspended', 3, True, None, 4),
                ('suspended', 2, True, None, 6),
                ('resumed', 2, None, 'throw', 'CancelledError', 6),
                ('resumed', 3, 2, 'throw', 'CancelledError', 4),
                ('left', 3, 'raised', 'CancelledError', 4),
                ('left', 2, 'returned', 'None', 7),
            ],
        )

    def test_a_cancellation_that_asyncio_catches_resumes_the_frames_that_wait(self):
        events = frames('''
            import asyncio
            async def work(condition):
                async with condition: await condition.wait()
            async def main():
                condition = asyncio.Condition()
                task = asyncio.create_task(work(condition))
                await asyncio.sleep(0)
                await condition.acquire()
                task.cancel()
                await asyncio.sleep(0)
                condition.release()
                await asyncio.wait([task])
        ''')
        self.assertEqual(
            [event for event in events if event[1] == 2],
            [
                ('created', 2, 'work', 'coroutine', 3),
                ('resumed', 2, None, 'next', None, 3),
                ('suspended', 2, True, None, 4),
                ('resumed', 2, None, 'throw', 'CancelledError', 4),
                ('suspended', 2, True, None, 4),
                ('resumed', 2, None, 'next', None, 4),
                ('left', 2, 'raised', 'CancelledError', 4),
            ],
        )

    def test_what_is_thrown_into_a_coroutine_comes_back_as_a_value_from_a_generator_that_catches_it(self):
        events = frames('''
            import asyncio
            async def rows():
                try: await asyncio.sleep(9)
                except asyncio.CancelledError: yield 'caught'
            async def reader():
                return await anext(rows())
            async def main():
                task = asyncio.create_task(reader())
                await asyncio.sleep(0)
                task.cancel()
                await task
        ''')
        self.assertEqual(
            [event for event in events if event[1] in (2, 3)][6:10],
            [
                ('resumed', 2, None, 'throw', 'CancelledError', 7),
                ('resumed', 3, 2, 'throw', 'CancelledError', 4),
                ('suspended', 3, False, "'caught'", 5),
                ('left', 2, 'returned', "'caught'", 7),
            ],
        )

    def test_what_is_thrown_into_a_generator_that_nothing_refers_to_goes_through_its_frame(self):
        events = frames('''
            import asyncio
            async def rows():
                try: yield 1
                finally: await close()
            async def close():
                await asyncio.sleep(9)
            async def main():
                async for row in rows(): break
                await asyncio.sleep(1)
        ''')
        self.assertEqual(
            [event for event in events if event[0] == 'resumed' and event[1] in (2, 3)][-2:],
            [('resumed', 2, None, 'throw', 'CancelledError', 5), ('resumed', 3, 2, 'throw', 'CancelledError', 7)],
        )

    def test_a_generator_that_has_given_its_value_is_closed_past_whoever_got_it(self):
        events = frames('''
            import asyncio
            async def rows():
                yield 1
            async def pages():
                both = rows()
                await anext(both); await asyncio.wait([asyncio.create_task(both.aclose())])
                yield 2
            async def main():
                await anext(pages())
        ''')
        self.assertEqual(
            [event for event in events if event[0] == 'resumed' and event[3] == 'close'][0],
            ('resumed', 3, None, 'close', None, 4),
        )

    def test_what_is_thrown_into_a_task_that_has_not_begun_reaches_no_frame(self):
        events = frames('''
            import asyncio
            async def rows():
                await asyncio.sleep(9)
                yield 'row'
            async def main():
                both = rows()
                first = asyncio.create_task(anext(both))
                await asyncio.sleep(0)
                second = asyncio.create_task(anext(both))
                second.cancel()
                await asyncio.wait([second])
                first.cancel()
        ''')
        self.assertEqual(
            [event for event in events if event[1] == 2],
            [
                ('created', 2, 'rows', 'async-generator', 3),
                ('resumed', 2, None, 'next', None, 3),
                ('suspended', 2, True, None, 4),
                ('resumed', 2, None, 'throw', 'CancelledError', 4),
                ('left', 2, 'raised', 'CancelledError', 4),
            ],
        )

    def test_a_coroutine_that_is_cancelled_before_it_starts_has_no_frame(self):
        events = frames('''
            import asyncio
            async def child(): pass
            async def main():
                task = asyncio.create_task(child())
                task.cancel()
                await asyncio.wait([task])
        ''')
        self.assertEqual({event[1] for event in events}, {1})

    def test_an_async_generator_is_resumed_by_its_consumer_and_yields_bare_values(self):
        self.assertEqual(
            frames('''
                async def rows():
                    got = yield 'row'
                async def main():
                    generator = rows()
                    await anext(generator)
                    try: await generator.asend('sent')
                    except StopAsyncIteration: pass
            '''),
            [
                ('created', 1, 'main', 'coroutine', 4),
                ('resumed', 1, None, 'next', None, 4),
                ('created', 2, 'rows', 'async-generator', 2),
                ('resumed', 2, 1, 'next', None, 2),
                ('suspended', 2, False, "'row'", 3),
                ('resumed', 2, 1, 'send', "'sent'", 3),
                ('left', 2, 'returned', 'None', 3),
                ('left', 1, 'returned', 'None', 8),
            ],
        )

    def test_a_coroutine_that_an_exception_leaves_through_a_comprehension_is_left_on_a_line(self):
        result = trace(
            '''
            async def fails():
                raise ValueError
            async def main():
                [await each() for each in [fails]]
            ''',
            level='frames',
        )
        lines = [event['line'] for event in of_kind(result, 'frame-left')]
        self.assertEqual(lines, [3, 5])

    def test_lines_belong_to_the_frame_they_run_in(self):
        result = trace(
            '''
            def pair():
                yield 1
                yield 2
            def main():
                a, b = pair(), pair()
                next(a); next(b)
                next(a)
            ''',
            level='frames',
        )
        lines = told(of_kind(result, 'line'), 'frame', 'line')
        self.assertEqual(lines, [('line', 1, 3), ('line', 2, 3), ('line', 1, 4)])

    def test_code_of_the_library_has_no_frames(self):
        result = trace(
            '''
            import asyncio
            from contextlib import asynccontextmanager
            @asynccontextmanager
            async def opened():
                yield 'file'
            async def main():
                async with opened() as file:
                    await asyncio.wait_for(asyncio.sleep(1), 2)
            ''',
            level='frames',
        )
        self.assertEqual([event['function'] for event in of_kind(result, 'frame-created')], ['main', 'opened'])

    def test_a_repr_of_the_program_is_not_called(self):
        result = trace(
            '''
            class Loud:
                def __repr__(self):
                    print('repr')
                    return 'Loud'
            class Broken:
                def __repr__(self): raise ValueError
            def things():
                yield Loud()
                yield Broken()
                yield object()
            def main(): list(things())
            ''',
            level='frames',
        )
        self.assertEqual(printed(result), [])
        values = [event['value'] for event in of_kind(result, 'frame-suspended')]
        self.assertEqual(values, ['Loud()', 'Broken()', '<object>'])
