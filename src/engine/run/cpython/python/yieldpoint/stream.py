"""Sends a run while it continues, so that its events are there even if the worker has to be ended.

What is told leaves Python through a file, not through a JavaScript object: a program finds nothing that leads out.
"""

import importlib
import json
import os
import re
import sys

from .program import run

_FIRST_ONE_BY_ONE = 1000
_THEN_AT_A_TIME = 50

# taken before the program can replace these names
_dumps, _write = json.dumps, os.write


class _Teller:
    def __init__(self, path):
        self._file = os.open(path, os.O_WRONLY)
        self._waiting = []
        self._told = 0

    def add(self, event):
        self._waiting.append(_dumps(event))
        if self._told < _FIRST_ONE_BY_ONE or len(self._waiting) >= _THEN_AT_A_TIME:
            self.flush()

    def flush(self):
        if self._waiting:
            self._told += len(self._waiting)
            self._send('e[' + ','.join(self._waiting) + ']')
            self._waiting.clear()

    def finish(self, outcome):
        self.flush()
        self._send('d' + _dumps(outcome))

    def _send(self, text):
        _write(self._file, text.encode())


# modules that do something when they are imported: print, open a browser, draw a window
_NOT_IN_ADVANCE = {'__main__', 'antigravity', 'idlelib', 'this', 'turtle', 'turtledemo'}
_LIBRARY = sys.stdlib_module_names - _NOT_IN_ADVANCE
_IMPORT = re.compile(r'^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b[ \t(]*|import[ \t]+)([\w., \t]*)', re.MULTILINE)


def list_imports(source):
    """The names of library modules that a program's import statements may mean, packages first. Extra names do no harm."""
    for package, names in _IMPORT.findall(source):
        # each name may be followed by `as` and another one
        firsts = [name.split()[0] for name in names.split(',') if name.split()]
        for name in [package, *(f'{package}.{first}' for first in firsts)] if package else firsts:
            if name.partition('.')[0] in _LIBRARY:
                yield name


def import_library(source):
    """Imports what the program will import from the library, so that its time limit measures the program alone. In a
    WebAssembly engine that has not seen the library yet, `import urllib.request` alone takes up to four seconds."""
    for name in list_imports(source):
        try:
            importlib.import_module(name)
        except Exception:
            pass  # the program imports it itself, and gets the error


def run_streamed(request):
    """Runs the program of `{path, source, options}`, given as JSON, and writes its events and its outcome to the file at `path`."""
    request = json.loads(request)
    teller = _Teller(request['path'])
    outcome = run(request['source'], on_event=teller.add, **request['options'])['outcome']
    teller.finish(outcome)
