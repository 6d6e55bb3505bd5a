"""Shuts the ways from Python into the JavaScript around it.

What holds a hostile program is the sandbox it runs in: a frame without an origin, a policy without connections, a
worker that can be ended. This only takes away what a program could import, or find by looking at what is alive.
"""

import gc
import sys

_ROOTS = ('js', 'pyodide_js', 'pyodide', '_pyodide', '_pyodide_core', 'micropip')


def _is_door(name):
    return name.partition('.')[0] in _ROOTS


def close_doors():
    """Makes `js`, `pyodide`, `micropip` and their like impossible to import, and lets go of every JavaScript object
    that Python holds. Of Pyodide only calls of Python functions work afterwards: no `runPython`, no `loadPackage`."""
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
        sys.modules[name] = None  # an import of it fails
    import __main__

    _forget_proxies(vars(__main__), JsProxy)
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _forget_proxies(names, proxy_type):
    for name, value in list(names.items()):
        if isinstance(value, proxy_type):
            names[name] = None
