"""What is recorded of plain functions and variables, and that recording them runs none of the program's code."""

import re
import time
import unittest

from run_programs import printed, trace


def variables(result):
    """Returns `{(frame, name): [text, …]}`: every value that each variable had; an object is shown by its content, one
    level deep."""
    texts = []
    objects = {}
    seen = {}

    def shown(reference, depth=1):
        if reference is None:
            return None
        if reference >= 0:
            return texts[reference]
        state = objects[-reference]
        inside = [shown(item, depth - 1) for item in state.get('items', ())] if depth else []
        return f'{state["type"]}#{-reference}{inside}' if inside else f'{state["type"]}#{-reference}'

    for event in result['events']:
        found = event.get('variables', {})
        texts += found.get('texts', ())
        objects |= {state['id']: state for state in found.get('objects', ())}
        for name, reference in found.get('locals', ()):
            seen.setdefault((event['frame'], name), []).append(shown(reference))
        for frame, name, reference in found.get('outer', ()):
            seen.setdefault((frame, name), []).append(shown(reference))
    return seen


def of_function(result, function):
    """Returns `{name: [text, …]}` of the first frame of a function."""
    frame = next(e['frame'] for e in result['events'] if e['kind'] == 'frame-created' and e['function'] == function)
    return {name: values for (number, name), values in variables(result).items() if number == frame}


# A class and its metaclass that print whenever anything is read from them.
HOSTILE = '''
def loud(name):
    def method(self, *args, **kwargs):
        print('called', name)
        raise RuntimeError(name)
    return method

NAMES = """__repr__ __str__ __eq__ __ne__ __hash__ __len__ __iter__ __next__ __contains__ __getitem__ __bool__ __format__ __lt__ __le__
__gt__ __ge__ __dir__ __index__ __int__ __float__ __copy__ __reduce_ex__ __sizeof__ __instancecheck__ __subclasscheck__
__getattr__ __reversed__ __length_hint__ __missing__ __call__ __await__ __enter__ __exit__ __fspath__""".split()

class Meta(type):
    for name in NAMES:
        if name != '__call__':
            locals()[name] = loud('meta ' + name)
    __name__ = property(loud('meta name'))
    __dict__ = property(loud('meta dict'))
    __module__ = '__main__'
    def mro(cls):
        return type.mro(cls)

def members(base):
    names = {name: loud(name) for name in NAMES}
    names['__getattribute__'] = loud('__getattribute__')
    names['__class__'] = property(loud('__class__'))
    names['__dict__'] = property(loud('__dict__'))
    names['value'] = property(loud('value'))
    return names

Hostile = Meta('Hostile', (), members(object))
kinds = [Meta('Hostile' + base.__name__, (base,), members(base)) for base in (list, dict, set, tuple, str, int)]

class Text(str):
    __eq__ = loud('text eq')
    __hash__ = str.__hash__
    __len__ = loud('text len')

def hold(thing):
    inside = [thing, (thing, thing), {'a': thing}]
    yield inside

def main():
    thing = object.__new__(Hostile)
    listed = list.__new__(kinds[0])
    listing = dict.__new__(kinds[1])
    setting = set.__new__(kinds[2])
    tupled = tuple.__new__(kinds[3])
    texted = str.__new__(kinds[4], 'x')
    whole = int.__new__(kinds[5], 3)
    names = {Text('key'): 1}
    named = lambda: None
    named.__name__ = Text('named')
    everything = [thing, listed, listing, setting, tupled, texted, whole, names]
    for each in hold(thing):
        print('held')
    for each in everything:
        other = each
    print('done')
'''


class VariablesTest(unittest.TestCase):
    def test_locks_events_and_semaphores_say_in_what_state_they_are(self):
        result = trace(
            '''
            import asyncio
            async def main():
                lock, event, slots = asyncio.Lock(), asyncio.Event(), asyncio.BoundedSemaphore(2)
                condition, barrier = asyncio.Condition(), asyncio.Barrier(2)
                await lock.acquire()
                event.set()
                await slots.acquire()
                await condition.acquire()
                class Own(asyncio.Lock):
                    _locked = property(lambda self: print('called'))
                own = Own.__new__(Own)
            ''',
            level='full',
        )
        labels = {}
        for event in result['events']:
            for state in event.get('variables', {}).get('objects', ()):
                labels.setdefault(state['type'], []).append(state.get('label'))
        self.assertEqual(
            labels,
            {
                'Lock': ['unlocked', 'locked'],
                'Event': ['unset', 'set'],
                'BoundedSemaphore': ['value 2', 'value 1'],
                'Condition': ['unlocked', 'locked'],
                'Barrier': ['filling'],
                'Own': [None],
            },
        )
        self.assertEqual(printed(result), [])

    def test_variables_are_told_when_they_change_and_in_order(self):
        result = trace('''
            def fibonacci(below):
                a, b = 0, 1
                while a < below:
                    yield a
                    a, b = b, a + b
            def main():
                return list(fibonacci(3))
        ''', level='full')
        self.assertEqual(of_function(result, 'fibonacci'), {'below': ['3'], 'a': ['0', '1', '2', '3'], 'b': ['1', '2', '3', '5']})

    def test_one_object_in_two_variables_is_one_and_its_changes_are_told_for_both(self):
        result = trace('''
            def main():
                first = []
                second = first
                first.append(1)
                third = [1]
                del second
                return
        ''', level='full')
        told = of_function(result, 'main')
        self.assertEqual(told['first'], told['second'][:1])
        self.assertNotEqual(told['first'], told['third'])
        self.assertIsNone(told['second'][-1])
        states = [s for e in result['events'] for s in e.get('variables', {}).get('objects', ()) if s['id'] == 1]
        self.assertEqual([len(state.get('items', ())) for state in states], [0, 1])

    def test_a_variable_around_a_function_is_told_in_its_own_frame(self):
        result = trace('''
            total = 0
            def outer():
                count = 0
                def inner():
                    nonlocal count
                    global total
                    count += 1
                    total += 10
                inner()
                inner()
            outer()
        ''', level='full')
        self.assertEqual(of_function(result, 'outer'), {'count': ['0', '1', '2']})
        self.assertEqual(of_function(result, '<module>'), {'total': ['0', '10', '20']})

    def test_instances_are_shown_by_their_attributes_and_slots(self):
        result = trace('''
            class Account:
                def __init__(self):
                    self.balance = 5
            class Slotted:
                __slots__ = ('left', 'right')
            class Child(Slotted):
                pass
            def main():
                account = Account()
                child = Child()
                child.left = 1
                child.extra = 2
                return
        ''', level='full')
        told = of_function(result, 'main')
        states = {s['id']: s for e in result['events'] for s in e.get('variables', {}).get('objects', ())}
        texts = [t for e in result['events'] for t in e.get('variables', {}).get('texts', ())]
        child = states[int(told['child'][0].split('#')[1])]
        self.assertEqual([texts[item] for item in child['items']], ['left', '1', 'extra', '2'])
        self.assertIn("['balance', '5']", told['account'][0])

    def test_classes_derived_from_those_of_asyncio_show_nothing_that_is_there_because_of_us(self):
        result = trace('''
            import asyncio
            class Named(asyncio.Task):
                def __init__(self, *args, **kwargs):
                    super().__init__(*args, **kwargs)
                    self.team = 'blue'
            class Gate(asyncio.Event):
                pass
            class Loop(asyncio.SelectorEventLoop):
                pass
            async def work(): pass
            async def main():
                gate = Gate()
                loop = asyncio.get_running_loop()
                task = Named(work(), loop=loop)
                await task
            asyncio.run(main(), loop_factory=Loop)
        ''', level='full')
        told = of_function(result, 'main')
        names = set(re.findall(r"'(_?\w+)'", ' '.join(text for texts in told.values() for text in texts if text)))
        self.assertIn('team', names)
        self.assertFalse(names & {'_recorder', '_iteration', '_coro', '_fut_waiter', '_callbacks'})
        self.assertFalse([name for name in names if 'yieldpoint' in name])

    def test_what_is_imported_is_no_variable_though_we_watch_what_it_makes(self):
        result = trace('''
            from types import coroutine
            kept = coroutine
            @coroutine
            def ask():
                yield 1
            ask().send(None)
        ''', level='full')
        self.assertEqual(of_function(result, '<module>'), {'kept': ['<function coroutine>']})
        self.assertEqual(of_function(result, 'ask'), {})

    def test_nothing_of_a_hostile_class_is_called(self):
        full, schedule = trace(HOSTILE, level='full'), trace(HOSTILE, level='schedule')
        self.assertEqual(schedule['outcome'], {'kind': 'finished', 'value': 'None'})
        self.assertEqual(printed(schedule), ['held', 'done'])
        self.assertEqual(printed(full), ['held', 'done'])
        self.assertEqual(full['outcome'], schedule['outcome'])
        told = of_function(full, 'main')
        self.assertRegex(told['thing'][0], r'^Hostile#\d+$')

    def test_an_endless_repr_is_never_begun(self):
        result = trace('''
            class Endless:
                def __repr__(self):
                    while True: pass
            def numbers():
                yield Endless()
            def main():
                for each in numbers():
                    kept = [each]
                return kept
        ''', level='full')
        self.assertEqual(result['outcome'], {'kind': 'finished', 'value': '[Endless()]'})

    def test_what_the_program_drops_is_gone_when_it_would_be_without_recording(self):
        source = '''
            import gc, weakref
            class Thing:
                def __init__(self, name): self.name = name
                def __del__(self): print('gone', self.name)
            def numbers():
                try: yield 1
                finally: print('closed')
            def main():
                thing = Thing('first')
                held = [thing, {'a': Thing('second')}]
                thing = None
                held.pop()
                print('popped')
                held = None
                print('dropped')
                generator = numbers()
                next(generator)
                generator = None
                print('end')
        '''
        lines = ['gone second', 'popped', 'gone first', 'dropped', 'closed', 'end']
        self.assertEqual(printed(trace(source, level='schedule')), lines)
        self.assertEqual(printed(trace(source, level='full')), lines)

    def test_recursion_ends_where_it_would_without_recording(self):
        source = '''
            def down(n):
                try:
                    return down(n + 1)
                except RecursionError:
                    return n
            def main():
                print(down(0))
        '''
        self.assertEqual(printed(trace(source, level='full')), printed(trace(source, level='schedule')))

    def test_large_values_are_told_in_bounds_and_in_no_time(self):
        began = time.monotonic()
        result = trace('''
            def main():
                text = 'x' * 10_000_000
                numbers = list(range(1_000_000))
                table = {n: n for n in range(100_000)}
                number = 10 ** 100_000
                loop = []
                loop.append(loop)
                for each in range(100):
                    numbers[0] = each
                return
        ''', level='full')
        self.assertLess(time.monotonic() - began, 20)
        self.assertEqual(result['outcome']['kind'], 'finished')
        for event in result['events']:
            found = event.get('variables', {})
            self.assertTrue(all(len(text) <= 200 for text in found.get('texts', ())))
            for state in found.get('objects', ()):
                self.assertLessEqual(len(state.get('items', ())), 80)
        told = of_function(result, 'main')
        self.assertEqual(told['loop'], ['list#3'])
        self.assertEqual(told['number'], ['<int of 332193 bits>'])

    def test_a_long_run_goes_on_when_no_more_is_told_of_its_functions(self):
        result = trace('''
            def fib(n):
                return n if n < 2 else fib(n - 1) + fib(n - 2)
            def main():
                print(fib(15))
        ''', level='full', max_events=1000)
        self.assertEqual(printed(result), ['610'])
        self.assertEqual(result['outcome']['kind'], 'finished')
        ended = [event['of'] for event in result['events'] if event['kind'] == 'following-ended' and 'function' not in event]
        self.assertEqual(ended, ['functions'])

    def test_a_run_is_the_same_at_whichever_event_of_a_frame_the_room_for_frames_is_full(self):
        for max_events in range(300, 340):
            result = trace('''
                import asyncio
                class Step:
                    def __init__(self, n):
                        self.n = n
                async def work(n):
                    step = Step(n)
                    await asyncio.sleep(0)
                    return step
                async def main():
                    for n in range(40):
                        step = await work(n)
                    print(step.n)
            ''', level='full', max_events=max_events)
            self.assertEqual((printed(result), result['outcome']['kind']), (['39'], 'finished'))
            self.assertIn('frames', [event.get('what') for event in result['events']])
