"""Runs one short program and reports its output, its warnings and its error.

Works in every Python from 2.7 on: reads the program as text from standard input, and writes the report as JSON to
standard output.
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
            # without dont_inherit, a program would get this file's future statements
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


# in the browser's Python, the caller that loads this file calls the function
if __name__ == '__main__' and sys.platform != 'emscripten':
    print(json.dumps(run_snippet(sys.stdin.read())))
