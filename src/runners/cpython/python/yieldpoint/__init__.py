"""CPython as a witness: runs a program on asyncio in virtual time and tells, as a trace, everything that happened."""

import gc
import json
import platform

from .doors import close_doors
from .instrument import instrument
from .program import run

instrument()

# what lives now lives for ever: the collection after each program need not look at it again
gc.collect()
gc.freeze()

__all__ = ['RUNTIME', 'close_doors', 'run', 'run_json']

RUNTIME = f'CPython {platform.python_version()}'


def run_json(requests):
    """Runs the programs of `{sources, options}`, given as JSON, one after the other; returns a JSON array of `{events, outcome}`."""
    requests = json.loads(requests)
    return json.dumps([run(source, **requests['options']) for source in requests['sources']])
