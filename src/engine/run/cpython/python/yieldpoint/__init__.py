"""CPython as a witness: runs a program on asyncio in virtual time and records everything that happens as a trace."""

import gc
import json
import platform

from .doors import close_doors
from .instrument import instrument
from .program import run

instrument()

# what is alive now stays alive forever, so the collection after each program need not look at it again
gc.collect()
gc.freeze()

__all__ = ['RUNTIME', 'close_doors', 'run', 'run_json']

RUNTIME = f'CPython {platform.python_version()}'


def run_json(requests):
    """Runs the programs of `{sources, options}`, one after the other, and returns `[{events, outcome}]`. Both are JSON."""
    requests = json.loads(requests)
    # made into text at once: otherwise the collection after each run would visit every event of the runs before it
    results = [json.dumps(run(source, **requests['options'])) for source in requests['sources']]
    return f'[{",".join(results)}]'
