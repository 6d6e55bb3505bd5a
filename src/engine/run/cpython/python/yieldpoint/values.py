"""The content of a value, read without running any code of the program.

A class of the program may lie in everything that Python lets a class define: `__repr__`, `__getattribute__`,
`__class__`, `__dict__`, `__len__`, `__iter__`. Its metaclass may do the same, with `__hash__` and `__eq__` of the class
itself. So a value is judged by the identity of `type(value)`, which no class can override, and read by functions of the
built-in type it derives from: `dict.items`, `list.__getitem__`, the descriptor of a slot. A value that cannot be read
like that is shown by its type.
"""

import collections
import contextvars
import enum
import types
from itertools import islice

from .private_asyncio import asyncio

# these limits are those of `variableLimits` in the trace
TEXT = 200
ITEMS = 40

_LONGEST_INT = 600  # in bits: past some thousand digits Python itself refuses to write an int


# what a task or future of C has in no dictionary, and a loop has because of us
_OF_FUTURES = frozenset(
    '_state _result _exception _loop _source_traceback _cancel_message _cancelled_exc _asyncio_future_blocking _callbacks '
    '_Future__log_traceback _asyncio_awaited_by _log_destroy_pending _name _num_cancels_requested _must_cancel _fut_waiter _coro '
    '_context _eager_start'.split()
)
_OF_LOOPS = frozenset(('_recorder', '_iteration', '_is_forever'))


def _ids(*kinds):
    return frozenset(map(id, kinds))


_LEAVES = _ids(int, float, complex, bool, str, bytes, type(None), type(...), type(NotImplemented), range)
_TEXTS = _ids(str, bytes)
_FUNCTIONS = _ids(types.FunctionType, types.BuiltinFunctionType, types.WrapperDescriptorType)
_QUEUES = _ids(asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue)

_SYNC = _ids(asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.Barrier, asyncio.Queue)
_ITERATORS = _ids(types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType)

_mro_of = type.__dict__['__mro__'].__get__
_dict_of = type.__dict__['__dict__'].__get__
_name_of = type.__dict__['__name__'].__get__
_args_of = BaseException.__dict__['args'].__get__


def is_leaf(value):
    """Whether a value cannot change and contains no other object, so that keeping it keeps nothing else of the program
    alive."""
    return id(type(value)) in _LEAVES


def clip(text):
    return text if len(text) <= TEXT else text[: TEXT - 1] + '…'


def exact_text(value):
    """A name as text; a question mark if the name is of one of the program's own classes."""
    return clip(value) if type(value) is str else '?'


def leaf_text(value):
    """A bounded `repr` of a leaf."""
    kind = type(value)
    if kind is int:
        bits = value.bit_length()
        return repr(value) if bits <= _LONGEST_INT else f'<int of {bits} bits>'
    if id(kind) in _TEXTS and len(value) > TEXT:
        return clip(repr(value[:TEXT])[:-1] + '…')
    return clip(repr(value))


class _Class:
    """Facts about a class, looked up once: `kind` itself, so that no other class can get its `id`; its name; the
    built-in class whose content it inherits; the genuine descriptors of its instances' attributes; the class that
    defines its `__repr__`."""

    __slots__ = (
        *('kind', 'name', 'is_class', 'is_error', 'is_enum', 'is_own', 'has_own_base', 'is_iterator'),
        *('content', 'attributes', 'slots', 'repr_of', 'is_sync', 'hidden'),
    )

    def __init__(self, kind):
        self.kind = kind
        self.name = exact_text(_name_of(kind))
        self.is_class = self.is_error = False
        self.is_enum = type(kind) is enum.EnumType
        self.content = self.attributes = self.repr_of = None
        self.has_own_base = False
        self.is_sync = False
        self.hidden = frozenset()
        self.slots = []
        for base in _mro_of(kind):
            if self.repr_of is None and _has(base, '__repr__'):
                self.repr_of = base
            if _own_name(base, '__module__') == '__main__':
                self.has_own_base = True
            if id(base) in _SYNC:
                self.is_sync = True
            if base is asyncio.Future:
                self.hidden = _OF_FUTURES
            elif base is asyncio.BaseEventLoop:
                self.hidden = _OF_LOOPS
            if base is type:
                self.is_class = True
            elif base is BaseException:
                self.is_error = True
            if self.content is None:
                self.content = _CONTENTS.get(id(base))
            self._add_attributes(base)
        # looked up in this class only, because its metaclass may answer anything
        self.is_own = kind is types.SimpleNamespace or _own_name(kind, '__module__') == '__main__'
        self.is_iterator = id(kind) in _ITERATORS

    def _add_attributes(self, base):
        slots = []
        for name, found in _dict_of(base).items():
            if type(name) is not str:
                continue
            is_member = type(found) is types.MemberDescriptorType
            if name == '__dict__':
                if self.attributes is None and (is_member or type(found) is types.GetSetDescriptorType):
                    self.attributes = found
            elif is_member:
                slots.append((name, found))
        self.slots[:0] = slots

    def attributes_of(self, value):
        """`[(name, value)]` of an instance: its slots, then its `__dict__`."""
        found = []
        for name, member in self.slots:
            try:
                found.append((name, member.__get__(value)))
            except AttributeError:
                pass  # a slot that is not set
        if self.attributes is not None:
            names = self.attributes.__get__(value)
            if type(names) is dict:
                found += [(name, item) for name, item in islice(names.items(), 10 * ITEMS) if type(name) is str]
        return found

    def shown_attributes(self, value):
        """The same without what is there because of how programs are run here."""
        return [
            (name, item)
            for name, item in self.attributes_of(value)
            if name not in self.hidden and not name.startswith('_yieldpoint')
        ]


def _has(kind, wanted):
    return any(type(name) is str and name == wanted for name in _dict_of(kind))


def _own_name(kind, wanted):
    for name, value in _dict_of(kind).items():
        if type(name) is str and name == wanted:
            return value if type(value) is str else None
    return None


_classes = {}


def class_of(value):
    kind = type(value)
    known = _classes.get(id(kind))
    if known is None:
        known = _classes[id(kind)] = _Class(kind)
    return known


def forget_classes():
    """Drops the classes of a program that is over."""
    _classes.clear()


def type_name(value):
    return class_of(value).name


def attribute(value, wanted):
    """An attribute of an instance, or None."""
    for name, found in class_of(value).attributes_of(value):
        if name == wanted:
            return found
    return None


def declares(name, value):
    """Whether a variable is only the name under which a function, a class or a module was declared or imported."""
    kind = type(value)
    if kind is types.ModuleType:
        return True
    if kind is types.FunctionType or kind is types.BuiltinFunctionType:
        return exact_text(value.__name__) == name
    return class_of(value).is_class and exact_text(_name_of(value)) == name


def plain_text(value):
    """The text of values without content to show: functions, classes, exceptions, members of an enumeration, context
    variables and their tokens. None for others."""
    kind = type(value)
    if id(kind) in _FUNCTIONS:
        return f'<function {exact_text(value.__name__)}>'
    if kind is types.MethodType:
        function = value.__func__
        name = exact_text(function.__name__) if id(type(function)) in _FUNCTIONS else '?'
        return f'<method {name}>'
    if kind is types.ModuleType:
        return '<module>'
    if kind is contextvars.ContextVar:
        return clip(f'<ContextVar name={leaf_text(exact_text(value.name))}>')
    if kind is contextvars.Token:
        return clip(f'<Token var={plain_text(value.var)}>')
    known = class_of(value)
    if known.is_class:
        return f'<class {exact_text(_name_of(value))}>'
    if known.is_error:
        shown = [leaf_text(arg) if is_leaf(arg) else '…' for arg in _args_of(value)[:3]]
        return clip(f'{known.name}({", ".join(shown)})')
    if known.is_enum:
        return clip(f'{known.name}.{exact_text(attribute(value, "_name_"))}')
    return None


def _keyed(entries):
    return [part for entry in entries for part in entry]


def _sequence(form, base):
    item, length = base.__getitem__, base.__len__
    return lambda value: (form, item(value, slice(ITEMS)), length(value))


def _collection(form, base):
    iterate, length = base.__iter__, base.__len__
    return lambda value: (form, list(islice(iterate(value), ITEMS)), length(value))


def _mapping(base):
    items, length = base.items, base.__len__
    return lambda value: ('dict', _keyed(islice(items(value), ITEMS)), length(value))


def context_entries(context):
    """`[(variable, value)]`, sorted by name, because a context keeps no order."""
    return sorted(contextvars.Context.items(context), key=lambda entry: exact_text(entry[0].name))


def _context(value):
    entries = context_entries(value)
    return 'dict', _keyed(entries[:ITEMS]), len(entries)


_CONTENTS = {
    id(contextvars.Context): _context,
    id(list): _sequence('list', list),
    id(tuple): _sequence('tuple', tuple),
    id(set): _collection('set', set),
    id(frozenset): _collection('set', frozenset),
    id(collections.deque): _collection('deque', collections.deque),
    id(collections.OrderedDict): _mapping(collections.OrderedDict),
    id(dict): _mapping(dict),
}


def _queue(value):
    items = attribute(value, '_queue')
    kind = type(items)
    if kind is list or kind is collections.deque:
        return 'deque', list(islice(items, ITEMS)), len(items)
    return 'opaque', (), 0


def sync_of(value):
    """`{object, id}` of a lock, queue, … of this run; None for other values."""
    if not class_of(value).is_sync:
        return None
    name = attribute(value, '_yieldpoint_name')
    return None if name is None else name[1]


def _state_of_lock(value):
    return 'locked' if attribute(value, '_locked') is True else 'unlocked'


def _state_of_semaphore(value):
    count = attribute(value, '_value')
    return f'value {leaf_text(count)}' if type(count) is int else None


def _state_of_condition(value):
    lock = attribute(value, '_lock')
    return _state_of_lock(lock) if type(lock) is asyncio.Lock else None


def _state_of_barrier(value):
    state = attribute(value, '_state')
    return state.value if type(state) is asyncio.locks._BarrierState else None


_STATES = {
    id(asyncio.Lock): _state_of_lock,
    id(asyncio.Event): lambda value: 'set' if attribute(value, '_value') is True else 'unset',
    id(asyncio.Semaphore): _state_of_semaphore,
    id(asyncio.BoundedSemaphore): _state_of_semaphore,
    id(asyncio.Condition): _state_of_condition,
    id(asyncio.Barrier): _state_of_barrier,
}


def state_of(value):
    """The state of a lock, an event, … in the words of asyncio's own `repr`: `locked`, `set`, `value 2`; None for other
    values."""
    state = _STATES.get(id(type(value)))
    return None if state is None else state(value)


def open_value(value):
    """The content of a value as `(form, items, size)`. The items of a dict or an instance are keys and values in turn.

    The keys of an 'instance' are names of attributes. A value that is not opened has the form 'opaque'."""
    known = class_of(value)
    if known.content is not None:
        return known.content(value)
    if id(known.kind) in _QUEUES:
        return _queue(value)
    if known.is_own:
        attributes = known.shown_attributes(value)
        return 'instance', _keyed(attributes[:ITEMS]), len(attributes)
    return 'opaque', (), 0
