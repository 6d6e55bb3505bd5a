"""Closes the ways from Python into the JavaScript around it.

A hostile program is confined by its sandbox: a frame without an origin, a policy without connections, a worker that can
be ended. This module only removes what a program could import, or could find among live objects.
"""

import gc
import sys

_ROOTS = ('js', 'pyodide_js', 'pyodide', '_pyodide', '_pyodide_core', 'micropip')


def _is_door(name):
    return name.partition('.')[0] in _ROOTS


def close_doors():
    """Makes `js`, `pyodide`, `micropip` and similar modules impossible to import, and drops every JavaScript object
    that Python holds. Afterwards only calls of Python functions work in Pyodide: no `runPython`, no `loadPackage`."""
    from pyodide.ffi import JsProxy

    for finder in list(sys.meta_path):
        if getattr(finder, '__module__', None) == '_pyodide._importhook':
            sys.meta_path.remove(finder)
            getattr(finder, 'jsproxies', {}).clear()
    for name in [name for name in sys.modules if _is_door(name)]:
        module = sys.modules.pop(name)
        if not isinstance(module, JsProxy):
            _forget_proxies(vars(module), JsProxy)
    for name in _ROOTS:
        sys.modules[name] = None  # makes an import of it fail
    import __main__

    _forget_proxies(vars(__main__), JsProxy)
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _forget_proxies(names, proxy_type):
    for name, value in list(names.items()):
        if isinstance(value, proxy_type):
            names[name] = None
