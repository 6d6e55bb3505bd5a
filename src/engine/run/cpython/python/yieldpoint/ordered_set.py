"""Sets that iterate in the order of insertion.

asyncio keeps tasks in sets, and a set of tasks iterates in the order of their addresses, which differs from run to run.
In asyncio's modules these classes replace `set`, so the order is fixed without changing a line of asyncio.
"""

import weakref


class OrderedSet(set):
    """A set that iterates in the order of insertion. Its members are stored twice: in a set and as keys of a dict."""

    def __init__(self, members=()):
        super().__init__()
        self._order = {}
        self.update(members)

    def __iter__(self):
        return iter(list(self._order))

    def __repr__(self):
        return f'{{{", ".join(map(repr, self._order))}}}' if self._order else 'set()'

    def __reduce__(self):
        return OrderedSet, (list(self._order),)

    def add(self, member):
        super().add(member)
        self._order.setdefault(member)

    def discard(self, member):
        super().discard(member)
        self._order.pop(member, None)

    def remove(self, member):
        super().remove(member)
        del self._order[member]

    def pop(self):
        if not self._order:
            raise KeyError('pop from an empty set')
        member = next(iter(self._order))
        self.remove(member)
        return member

    def clear(self):
        super().clear()
        self._order.clear()

    def copy(self):
        return OrderedSet(self)

    __copy__ = copy

    def update(self, *others):
        for other in others:
            for member in other:
                self.add(member)

    def difference_update(self, *others):
        for other in others:
            for member in list(other):
                self.discard(member)

    def intersection_update(self, *others):
        for member in self:
            if not all(member in set(other) for other in others):
                self.discard(member)

    def symmetric_difference_update(self, other):
        for member in OrderedSet(other):
            if member in self:
                self.discard(member)
            else:
                self.add(member)

    def union(self, *others):
        result = self.copy()
        result.update(*others)
        return result

    def difference(self, *others):
        result = self.copy()
        result.difference_update(*others)
        return result

    def intersection(self, *others):
        result = self.copy()
        result.intersection_update(*others)
        return result

    def symmetric_difference(self, other):
        result = self.copy()
        result.symmetric_difference_update(other)
        return result


def _operator(method):
    def apply(self, other):
        if not isinstance(other, (set, frozenset)):
            return NotImplemented
        return method(self, other)

    return apply


def _in_place(method):
    def apply(self, other):
        if not isinstance(other, (set, frozenset)):
            return NotImplemented
        method(self, other)
        return self

    return apply


OrderedSet.__or__ = _operator(OrderedSet.union)
OrderedSet.__ror__ = _operator(lambda self, other: OrderedSet(other).union(self))
OrderedSet.__sub__ = _operator(OrderedSet.difference)
OrderedSet.__rsub__ = _operator(lambda self, other: OrderedSet(other).difference(self))
OrderedSet.__and__ = _operator(OrderedSet.intersection)
OrderedSet.__rand__ = _operator(lambda self, other: OrderedSet(other).intersection(self))
OrderedSet.__xor__ = _operator(OrderedSet.symmetric_difference)
OrderedSet.__rxor__ = _operator(lambda self, other: OrderedSet(other).symmetric_difference(self))
OrderedSet.__ior__ = _in_place(OrderedSet.update)
OrderedSet.__isub__ = _in_place(OrderedSet.difference_update)
OrderedSet.__iand__ = _in_place(OrderedSet.intersection_update)
OrderedSet.__ixor__ = _in_place(OrderedSet.symmetric_difference_update)


class OrderedWeakSet(weakref.WeakSet):
    """A `WeakSet` that iterates in the order of insertion: its references are in an ordered set."""

    def __init__(self):
        super().__init__()
        self.data = OrderedSet()
