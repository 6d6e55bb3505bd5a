"""The variables of the program's frames, recorded as changes since they were last recorded.

This keeps nothing of the program alive, so dropped objects are collected when they would be anyway. Only the `id` of a
container is stored, and only as long as a frame leads to it.
"""

import types

from .private_asyncio import asyncio
from .values import TEXT, attribute, clip, declares, exact_text, forget_classes, is_leaf, leaf_text, open_value
from .values import plain_text, state_of, sync_of, type_name

# these limits are those of `variableLimits` in the trace
OBJECTS = 60
LOCALS = 60
DEPTH = 3
TOTAL = 3_000_000

_GONE = object()
_FORMS = {
    id(types.GeneratorType): 'generator',
    id(types.CoroutineType): 'coroutine',
    id(types.AsyncGeneratorType): 'async-generator',
}


class _Object:
    """What was last recorded of an object. `kept` are its leaves, held so that no other value can get their ids."""

    __slots__ = ('number', 'kind', 'ids', 'size', 'kept', 'inner', 'told')

    def __init__(self, number, kind):
        self.number = number
        self.kind = kind
        self.ids = self.size = self.kept = self.told = None
        self.inner = ()


class FrameVariables:
    """What was recorded of one frame's variables: leaves by value, everything else by reference. `declared` are the
    names of functions, classes and modules, which are not recorded; `seen` are the ids that the frame leads to."""

    __slots__ = ('names', 'leaves', 'references', 'declared', 'seen')

    def __init__(self, names):
        self.names = names
        self.leaves = {}
        self.references = {}
        self.declared = {}
        self.seen = frozenset()


class VariableRecorder:
    """Makes the field `variables` of frame events. `frame_of(generator)` is the number of a generator's frame, or None."""

    def __init__(self, frame_of):
        self._frame_of = frame_of
        self._texts = {}
        self._objects = {}
        self._holders = {}
        self._count = 0
        self._left = TOTAL
        self._new_texts = []
        self._states = []
        self._queue = []
        self._visited = set()
        self._returned = set()

    @property
    def is_full(self):
        """Whether the run has reached the limit on recorded variables."""
        return self._left < 0

    def number_of(self, generator):
        """The number of a generator object that a variable leads to, or None."""
        known = self._objects.get(id(generator))
        return None if known is None or known.kind != id(type(generator)) else known.number

    def look(self, variables, values, outer=()):
        """The field for an event of a frame with these variables and values; None if nothing has changed.

        `outer` are `(number, variables, {name: value})` of other frames, of which only these names are checked."""
        try:
            changed = self._changes(variables, variables.names, values)
            others = [
                [number, name, reference]
                for number, theirs, some in outer
                for name, reference in self._changes(theirs, some, some)
            ]
            for value, known, depth in self._queue:  # the list grows meanwhile: the nearest objects are opened first
                self._open(value, known, depth)
        except RecursionError:  # no room on the stack to look: the next look begins from the start
            variables.leaves.clear()
            variables.references.clear()
            self._visited = set()
            raise
        finally:
            self._queue.clear()
        self._hold(variables, self._visited)
        self._visited = set()
        for key in self._returned:
            if key not in self._holders:
                self._objects.pop(key, None)
        self._returned.clear()
        if not (changed or others or self._states):
            return None
        field = {}
        if self._new_texts:
            field['texts'], self._new_texts = self._new_texts, []
        if self._states:
            field['objects'], self._states = self._states, []
        if changed:
            field['locals'] = changed
        if others:
            field['outer'] = others
        self._left -= len(changed) + len(others)
        return field

    def drop(self, variables):
        """A frame has ended. Objects that only it led to may be gone, unless the next frame that is examined leads to
        them, as to a result."""
        self._hold(variables, frozenset(), self._returned)

    def close(self):
        """Drops every reference to the program."""
        self._objects.clear()
        self._holders.clear()
        forget_classes()

    def _changes(self, variables, names, values):
        leaves, references = variables.leaves, variables.references
        changed = []
        for name in names:
            value = values.get(name, _GONE)
            if value is _GONE:
                if name in leaves or name in references:
                    leaves.pop(name, None)
                    references.pop(name, None)
                    changed.append([name, None])
            elif leaves.get(name, _GONE) is value:
                continue
            elif is_leaf(value):
                if self._is_told(variables, name):
                    leaves[name] = value
                    references.pop(name, None)
                    changed.append([name, self._text(leaf_text(value))])
            elif variables.declared.get(name) == id(value):
                continue
            elif declares(name, value):
                variables.declared[name] = id(value)
            elif self._is_told(variables, name):
                reference = self._refer(value, 1)
                if references.get(name) != reference:
                    leaves.pop(name, None)
                    references[name] = reference
                    changed.append([name, reference])
        return changed

    def _is_told(self, variables, name):
        known = variables.leaves, variables.references
        return name in known[0] or name in known[1] or (len(known[0]) + len(known[1]) < LOCALS and len(name) <= TEXT)

    def _text(self, text):
        index = self._texts.get(text)
        if index is None:
            index = self._texts[text] = len(self._texts)
            self._new_texts.append(text)
            self._left -= len(text)
        return index

    def _refer(self, value, depth):
        """The reference to a value that is not a leaf; its object is opened later.

        An object that is nested too deep, or that comes when enough was opened for this event, is shown by its type."""
        text = plain_text(value)
        if text is not None:
            return self._text(text)
        key, kind = id(value), id(type(value))
        known = self._objects.get(key)
        if known is not None and known.kind != kind:
            known = None
        is_opened = depth <= DEPTH and len(self._queue) < OBJECTS
        if known is None:
            if not is_opened:
                return self._text(f'<{type_name(value)}>')
            self._count += 1
            known = self._objects[key] = _Object(self._count, kind)
        if is_opened and key not in self._visited:
            self._visited.add(key)
            self._queue.append((value, known, depth))
        return -known.number

    def _open(self, value, known, depth):
        state = self._part_of_run(value)
        if state is not None:
            if known.told != state:
                known.told = state
                self._tell(known, state)
            return
        form, items, size = open_value(value)
        ids = list(map(id, items))
        label = state_of(value)
        if known.told is not None and ids == known.ids and size == known.size and known.told.get('label') == label:
            for index in known.inner:
                self._refer(items[index], depth + 1)
            return
        references = []
        kept = []
        inner = []
        is_instance = form == 'instance'
        for index, item in enumerate(items):
            if is_leaf(item):
                kept.append(item)
                is_name = is_instance and index % 2 == 0
                references.append(self._text(clip(item) if is_name else leaf_text(item)))
            else:
                inner.append(index)
                references.append(self._refer(item, depth + 1))
        known.ids, known.size, known.kept, known.inner = ids, size, kept, inner
        state = {'form': form, 'type': type_name(value)}
        if references:
            state['items'] = references
        if (len(references) // 2 if form in ('dict', 'instance') else len(references)) < size:
            state['size'] = size
        if label is not None:
            state['label'] = label
        sync = sync_of(value)
        if sync is not None:
            state['sync'] = sync
        known.told = state
        self._tell(known, state)

    def _tell(self, known, state):
        self._states.append({'id': known.number, **state})
        self._left -= len(state.get('items', ())) + 1

    def _part_of_run(self, value):
        """The state of a generator, task or future; None for other values."""
        kind = type(value)
        form = _FORMS.get(id(kind))
        if form is not None:
            number, label = self._frame_of(value), value.__name__
        elif kind is asyncio.Task:
            form, number, label = 'task', attribute(value, '_yieldpoint_id'), attribute(value, '_name')
        elif kind is asyncio.Future or kind is asyncio.tasks._GatheringFuture:
            form, number, label = 'future', attribute(value, '_yieldpoint_number'), attribute(value, '_state')
            label = label.lower() if type(label) is str else 'pending'
        else:
            return None
        state = {'form': form, 'type': type_name(value), 'label': exact_text(label)}
        return state if type(number) is not int else state | {'of': number}

    def _hold(self, variables, seen, kept=None):
        """An object is known as long as a frame leads to it. After that another object may get its `id`."""
        before = variables.seen
        if seen == before:
            return
        holders = self._holders
        for key in seen - before:
            holders[key] = holders.get(key, 0) + 1
        for key in before - seen:
            holders[key] -= 1
            if holders[key] == 0:
                del holders[key]
                if kept is None:
                    self._objects.pop(key, None)
                else:
                    kept.add(key)
        variables.seen = seen
