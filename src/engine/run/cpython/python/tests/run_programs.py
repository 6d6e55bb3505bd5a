"""Helpers of the tests: running a program and reading its trace."""

import textwrap

import yieldpoint


def trace(source, level='schedule', **options):
    """Returns `{events, outcome}` of the program, which may be indented."""
    return yieldpoint.run(textwrap.dedent(source), level=level, **options)


def printed(result):
    return [event['text'] for event in result['events'] if event['kind'] == 'output']


def of_kind(result, *kinds):
    return [event for event in result['events'] if event['kind'] in kinds]


def told(events, *fields):
    """Returns these fields of each event, for comparing a whole list at once."""
    return [tuple(event.get(field) for field in ('kind', *fields)) for event in events]
