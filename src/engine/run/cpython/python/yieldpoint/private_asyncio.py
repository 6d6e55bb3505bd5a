"""A copy of asyncio of our own: the standard library's files, imported a second time without their C accelerator.

In the copy Future and Task are asyncio's pure Python classes, so that their methods can be observed. Changes in the
copy do not affect the asyncio that Pyodide itself runs on. Programs find the copy under the name `asyncio`.
"""

import contextlib
import sys


def _is_asyncio(name):
    return name == 'asyncio' or name.startswith('asyncio.')


def _take_out():
    taken = {name: module for name, module in sys.modules.items() if _is_asyncio(name)}
    for name in taken:
        del sys.modules[name]
    return taken


def _import_copy():
    original = _take_out()
    accelerator = sys.modules.get('_asyncio')
    sys.modules['_asyncio'] = None  # makes an import of it fail, so asyncio falls back to Python
    try:
        import asyncio  # noqa: F401
    finally:
        copy = _take_out()
        del sys.modules['_asyncio']
        if accelerator is not None:
            sys.modules['_asyncio'] = accelerator
        sys.modules.update(original)
    return copy


_modules = _import_copy()
asyncio = _modules['asyncio']


@contextlib.contextmanager
def installed():
    """Within the block `import asyncio` imports the copy. Changes made to its modules meanwhile are undone."""
    original = _take_out()
    pristine = {name: dict(vars(module)) for name, module in _modules.items()}
    sys.modules.update(_modules)
    try:
        yield asyncio
    finally:
        _take_out()
        sys.modules.update(original)
        for name, names in pristine.items():
            if vars(_modules[name]) != names:
                _restore(vars(_modules[name]), names)


def _restore(names, pristine):
    for name in names.keys() - pristine.keys():
        del names[name]
    for name, value in pristine.items():
        if names.get(name) is not value:
            names[name] = value
