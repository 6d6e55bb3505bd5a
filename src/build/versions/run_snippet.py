"""Runs one short program and tells what it printed, what it was warned of and what it failed with.

Runs on every Python from 2.7 on: the program comes as text on standard input, what happened leaves as JSON on standard output.
"""

import gc
import json
import sys
import warnings

try:
    from StringIO import StringIO
except ImportError:
    from io import StringIO


def run_snippet(source):
    """Returns `{printed, warnings, error}`: text with newlines, a list of texts, and a text or None."""
    output = StringIO()
    stdout, stderr = sys.stdout, sys.stderr
    error = None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        sys.stdout, sys.stderr = output, StringIO()
        try:
            # without dont_inherit a program would get the future statements of this file
            exec(compile(source, 'program.py', 'exec', 0, True), {'__name__': '__main__'})
        except BaseException as failure:
            error = _described(failure)
        finally:
            gc.collect()
            sys.stdout, sys.stderr = stdout, stderr
    told = []
    for each in caught:
        text = '%s: %s' % (each.category.__name__, each.message)
        if text not in told:
            told.append(text)
    return {'printed': output.getvalue(), 'warnings': told, 'error': error}


def _described(failure):
    text = failure.msg if isinstance(failure, SyntaxError) else str(failure)
    return '%s: %s' % (type(failure).__name__, text) if text else type(failure).__name__


# in the browser's Python whoever loads this file calls the function
if __name__ == '__main__' and sys.platform != 'emscripten':
    print(json.dumps(run_snippet(sys.stdin.read())))
