"""Sets with an order."""

import unittest

from yieldpoint.ordered_set import OrderedSet


class OrderedSetTest(unittest.TestCase):
    def test_it_is_walked_in_order_of_insertion(self):
        members = OrderedSet([9, 1, 5, 1])
        members.add(3)
        members.discard(1)
        members.add(1)
        self.assertEqual(list(members), [9, 5, 3, 1])
        self.assertEqual(members.pop(), 9)

    def test_it_is_a_set(self):
        self.assertIsInstance(OrderedSet(), set)
        self.assertEqual(OrderedSet([2, 1]), {1, 2})
        self.assertIn(2, OrderedSet([2]))
        self.assertEqual(len(OrderedSet('aab')), 2)

    def test_the_operators_keep_the_order(self):
        left, right = OrderedSet('dcba'), {'b', 'd', 'x'}
        self.assertEqual(list(left - right), ['c', 'a'])
        self.assertEqual(list(left & right), ['d', 'b'])
        self.assertEqual(list(left ^ {'c', 'x'}), ['d', 'b', 'a', 'x'])
        self.assertEqual(list(left | {'e'}), ['d', 'c', 'b', 'a', 'e'])
        self.assertEqual({'z'} | left, {'z', 'a', 'b', 'c', 'd'})
        self.assertEqual({'z', 'a'} - left, {'z'})
        left -= {'c'}
        left |= {'c'}
        self.assertEqual(list(left), ['d', 'b', 'a', 'c'])

    def test_other_things_are_refused(self):
        with self.assertRaises(TypeError):
            OrderedSet() | [1]
        with self.assertRaises(KeyError):
            OrderedSet().pop()
