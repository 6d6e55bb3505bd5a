"""Random numbers that can be repeated: every source starts from the seed of the run.

`random` and its `Random()` without a seed, `os.urandom`, and with that `secrets`, `uuid.uuid4` and the names of temporary
files. Between runs the real ones are in place. The hashes of strings stay as they are, so that sets keep their order.
"""

import os
import random

_Random = random.Random
_real_seed = _Random.seed
_real_urandom = os.urandom


class _Source:
    generator = None


_source = _Source()


def _seed(self, a=None, version=2):
    if a is None and _source.generator is not None:
        a = _source.generator.getrandbits(128)
    return _real_seed(self, a, version)


def _urandom(size, /):
    if _source.generator is None or type(size) is not int or size < 0:
        return _real_urandom(size)
    return _source.generator.randbytes(size)


_seed.__name__, _seed.__qualname__, _seed.__module__ = 'seed', 'Random.seed', 'random'
_urandom.__name__ = _urandom.__qualname__ = 'urandom'
_urandom.__module__ = 'posix'


def install_chance():
    """Installs the functions, once."""
    _Random.seed = _seed
    os.urandom = random._urandom = _urandom
    random.seed = random._inst.seed  # bound before this module was loaded


def start_chance(seed):
    _source.generator = None
    generator = _Random(seed)
    random.seed(generator.getrandbits(64))
    _source.generator = generator


def stop_chance():
    _source.generator = None
