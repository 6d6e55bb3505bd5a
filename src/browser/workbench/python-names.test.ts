import { expect, it } from 'vitest';
import { startPyodide } from '../../build/cpython/load-cpython.ts';

const listNames = `
import importlib, inspect, json, types

def describe(owner, name):
    value = inspect.getattr_static(owner, name) if isinstance(owner, type) else getattr(owner, name)
    kind = 'class' if isinstance(value, type) else 'function' if callable(value) else 'constant'
    try:
        signature = str(inspect.signature(getattr(owner, name))).replace('(self, /, ', '(').replace('(self, /)', '()')
        signature = signature.replace('(self, ', '(').replace('(self)', '()')
    except (TypeError, ValueError):
        signature = ''
    if kind == 'class' and issubclass(value, BaseException) or '<' in signature:
        signature = ''
    summary = (inspect.getdoc(value) or '').split('\\n\\n')[0].replace('\\n', ' ')
    return [kind, signature, summary if kind != 'constant' else '']

def public(owner):
    names = getattr(owner, '__all__', None) or [name for name in dir(owner) if not name.startswith('_')]
    return {name: describe(owner, name) for name in sorted(set(names))}

modules = {name: public(importlib.import_module(name)) for name in ['asyncio', 'collections', 'contextlib', 'heapq', 'itertools', 'types']}
asyncio = importlib.import_module('asyncio')
objects = [asyncio.Task, asyncio.Future, asyncio.Queue, asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore,
           asyncio.Barrier, asyncio.TaskGroup, asyncio.Timeout, types.GeneratorType, types.AsyncGeneratorType]
members = {}
for cls in objects:
    for name, (kind, signature, summary) in public(cls).items():
        if kind == 'function' and name != 'mro':
            entry = members.setdefault(name, ['method', signature, summary, []])
            entry[3].append({'async_generator': 'async generator'}.get(cls.__name__, cls.__name__))
members = {name: [kind, signature, ', '.join(of) + ': ' + summary] for name, (kind, signature, summary, of) in sorted(members.items())}

def write(names):
    return ',\\n'.join(f'{json.dumps(name)}: {json.dumps(about)}' for name, about in names.items())

texts = ',\\n'.join(f'{json.dumps(module)}: {{\\n{write(names)}\\n}}' for module, names in modules.items())
f'{{\\n"modules": {{\\n{texts}\\n}},\\n"members": {{\\n{write(members)}\\n}}\\n}}'
`;

it('suggests for Python the names that CPython has', async () => {
  const pyodide = await startPyodide();
  await expect(`${String(pyodide.runPython(listNames))}\n`).toMatchFileSnapshot('python-names.json');
}, 60_000);
