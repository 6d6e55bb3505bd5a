"""Values and errors as text."""

import contextvars
import unittest

from yieldpoint.description import error_text, value_text


class Broken:
    def __repr__(self):
        raise SystemExit


class DescriptionTest(unittest.TestCase):
    def test_a_value_is_its_repr_without_addresses(self):
        self.assertEqual(value_text({'b': [1, 2.5], 'a': (None, True)}), "{'b': [1, 2.5], 'a': (None, True)}")
        self.assertRegex(value_text([n for n in ()].append), r'^<built-in method append of list object>$')

    def test_what_has_no_repr_of_its_own_goes_by_its_name(self):
        things = [object(), Broken, value_text, len]
        self.assertEqual(value_text(things), '[<object>, <class Broken>, <function value_text>, <built-in function len>]')

    def test_context_variables_go_by_their_names(self):
        user, place = contextvars.ContextVar('user', default=Broken()), contextvars.ContextVar('place')
        context = contextvars.Context()
        token = context.run(user.set, [Broken()])
        context.run(place.set, None)
        self.assertEqual(value_text(user), "<ContextVar name='user'>")
        self.assertEqual(value_text(token), "<Token var=<ContextVar name='user'>>")
        shown = "{<ContextVar name='place'>: None, <ContextVar name='user'>: [<Broken>]}"
        self.assertEqual(value_text(context), shown)
        self.assertEqual(value_text(contextvars.Context()), '{}')

    def test_long_values_are_cut(self):
        self.assertEqual(value_text(list(range(1000)))[-16:], '17, 18, 19, ...]')
        self.assertEqual(value_text({n: n for n in range(1000)})[-12:], '19: 19, ...}')
        self.assertLessEqual(len(value_text('x' * 10_000)), 200)
        self.assertLessEqual(len(value_text(10**10_000)), 200)
        nested = []
        nested.append(nested)
        self.assertEqual(value_text(nested), '[[[[[[...]]]]]]')

    def test_what_cannot_be_shown_is_named_by_its_class(self):
        self.assertEqual(value_text([Broken(), 1]), '[<Broken>, 1]')

    def test_an_error_has_a_name_and_a_message(self):
        self.assertEqual(error_text(KeyError('k'), 'program.py'), {'name': 'KeyError', 'message': "'k'"})
        self.assertEqual(error_text(ValueError(Broken()), 'program.py'), {'name': 'ValueError', 'message': ''})
