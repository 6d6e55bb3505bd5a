"""CPython as a witness: runs a program on asyncio in virtual time and tells, as a trace, everything that happened."""

import json
import platform

from .instrument import instrument
from .program import run

instrument()

RUNTIME = f'CPython {platform.python_version()}'


def run_json(requests):
    """Runs the programs of a JSON array of `{source, options}` one after the other; returns a JSON array of `{events, outcome}`."""
    return json.dumps([run(request['source'], **request['options']) for request in json.loads(requests)])
