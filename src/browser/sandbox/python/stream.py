"""Tells a run while it continues, so that the events of a worker that has to be ended are there.

Goes into the package `yieldpoint` of the sandbox's workers. What is told leaves Python through a file, not through a
JavaScript object: a program finds nothing that leads out.
"""

import importlib
import json
import os
import re
import sys

from .program import run

_FIRST_ONE_BY_ONE = 1000
_THEN_AT_A_TIME = 50

# taken before the program can put something else in their place
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


# what does something when it is imported: prints, opens a browser, draws a window
_NOT_IN_ADVANCE = {'__main__', 'antigravity', 'idlelib', 'this', 'turtle', 'turtledemo'}
_LIBRARY = sys.stdlib_module_names - _NOT_IN_ADVANCE
_IMPORT = re.compile(r'^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b[ \t(]*|import[ \t]+)([\w., \t]*)', re.MULTILINE)


def list_imports(source):
    """The names of the library's modules that a program's import statements may mean, the packages first. Too many do no harm."""
    for package, names in _IMPORT.findall(source):
        # each name may have another one after `as`
        firsts = [name.split()[0] for name in names.split(',') if name.split()]
        for name in [package, *(f'{package}.{first}' for first in firsts)] if package else firsts:
            if name.partition('.')[0] in _LIBRARY:
                yield name


def import_library(source):
    """Imports what the program is about to import from the library, so that its limit of time measures the program. In a WebAssembly
    engine that has not seen the library yet, `import urllib.request` alone takes up to four seconds."""
    for name in list_imports(source):
        try:
            importlib.import_module(name)
        except Exception:
            pass  # the program imports it itself, and is told what is wrong


def run_streamed(request):
    """Runs the program of `{path, source, limits}`, given as JSON, and writes its events and its outcome to the file at `path`."""
    request = json.loads(request)
    teller = _Teller(request['path'])
    outcome = run(request['source'], level='full', on_event=teller.add, **request['limits'])['outcome']
    teller.finish(outcome)
