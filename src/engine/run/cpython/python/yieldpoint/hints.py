"""The hint that a reader gets beside a failed run's error: why something is not available here, and what shows the same
idea."""

import builtins
import re
import sys

from .exit_at_once import Killed
from .not_here import NotHereError

MEMORY = '256 MB of memory'

_SLEEP = 'Write a coroutine that stands in for it: await asyncio.sleep(0.2), then return what would have come back.'
_WALKED = 'Loop over an async generator with async for, inside an async def.'
_OF_ASYNCIO = 'asyncio shows the same ideas.'

# third-party modules that people import, and what shows the same here
_INSTEAD = {
    **dict.fromkeys(('aiohttp', 'httpx', 'requests', 'urllib3', 'websockets', 'httpcore', 'grpc', 'aiosmtplib'), _SLEEP),
    **dict.fromkeys(
        ('aiomysql', 'aiopg', 'aioredis', 'aiosqlite', 'asyncpg', 'motor', 'psycopg', 'psycopg2', 'pymongo', 'redis', 'sqlalchemy'),
        _SLEEP,
    ),
    **dict.fromkeys(('playwright', 'selenium', 'bs4', 'scrapy', 'boto3', 'aioboto3', 'openai', 'anthropic'), _SLEEP),
    **dict.fromkeys(
        ('discord', 'disnake', 'nextcord', 'telegram', 'aiogram', 'telethon', 'pyrogram', 'slack_bolt', 'twitchio'),
        'A bot here reaches no server. Put messages into an asyncio.Queue, and let a task take them and call the handlers.',
    ),
    **dict.fromkeys(('trio', 'anyio', 'curio', 'twisted', 'tornado', 'gevent', 'eventlet', 'greenlet'), _OF_ASYNCIO),
    **dict.fromkeys(
        ('fastapi', 'flask', 'django', 'starlette', 'quart', 'sanic', 'uvicorn', 'hypercorn'),
        'No server can listen here. Call the handler yourself: asyncio.gather(handler(1), handler(2)).',
    ),
    'aiofiles': 'await asyncio.to_thread(function) shows the same: a thread reads while the loop goes on.',
    'celery': 'A task that takes jobs from an asyncio.Queue shows the same.',
    'janus': 'asyncio.Queue shows the same between tasks.',
    'nest_asyncio': 'It is not needed: await the coroutine, or call asyncio.run once.',
    'uvloop': 'Leave it out: asyncio.run takes the loop that is here, and the order of events is the same.',
    'async_timeout': 'asyncio.timeout, in Python since 3.11, is the same.',
    'tenacity': 'A loop with try, except and await asyncio.sleep(delay) shows the same.',
    'aiostream': 'An async generator shows the same.',
    'numpy': 'A list shows the same where the numbers are few.',
    'pandas': 'A list of dicts shows the same where the rows are few.',
    'pytest': 'Call the test function yourself at the end of the program.',
    'tqdm': 'print(n, "of", total) shows the same.',
    'rich': 'print shows the text without its colors.',
    'typing_extensions': 'The newest names are in typing itself: Python here is 3.14.',
    'python_dotenv': 'os.environ["KEY"] = "value" sets what the file would.',
    'dotenv': 'os.environ["KEY"] = "value" sets what the file would.',
    'exceptiongroup': 'ExceptionGroup and except* are part of the language since Python 3.11.',
}

_OF_MACHINE = {
    'multiprocessing': 'concurrent.futures.ThreadPoolExecutor shows the same here, each call on a lane of its own.',
    '_multiprocessing': 'concurrent.futures.ThreadPoolExecutor shows the same here, each call on a lane of its own.',
    'concurrent.interpreters': 'Two tasks and an asyncio.Queue show the same exchange.',
    '_interpreters': 'Two tasks and an asyncio.Queue show the same exchange.',
    'sqlite3': 'A dict, with an asyncio.sleep for the time that the query takes, shows the same.',
    'ssl': 'A program here has no network.',
    '_ssl': 'A program here has no network.',
    'curses': 'A program here has no terminal: print shows the text.',
    '_curses': 'A program here has no terminal: print shows the text.',
    'readline': 'A program here has no terminal: input() works without it.',
    'termios': 'A program here has no terminal: input() works without it.',
    'fcntl': 'A program here has no files of your computer.',
    'resource': 'A program here has no process of its own.',
    'tkinter': 'A program here has no window: print shows the values.',
    'turtle': 'A program here has no window: print shows the values.',
    'lzma': 'zlib is here, and compresses as well.',
    'zoneinfo': 'datetime.timezone(datetime.timedelta(hours=1)) is a zone without a table of zones.',
}

_NETWORK = re.compile(r'^\s*(?:import|from)\s+(?:urllib\.request|http\.client|socket|smtplib|ftplib|ssl|xmlrpc)\b', re.MULTILINE)
_POOLS = re.compile(r'^\s*(?:import|from)\s+multiprocessing\b|ProcessPoolExecutor', re.MULTILINE)
_PROCESSES = re.compile(r'^\s*(?:import|from)\s+subprocess\b|os\.(?:fork|system|popen)\b', re.MULTILINE)

_TYPESCRIPT = re.compile(
    r'^\s*(?:import\s+.*\bfrom\s+[\'"]|export\s+|(?:const|let|var)\s+\w+|(?:async\s+)?function\b|interface\s+\w+|type\s+\w+\s*=\s*\{)|=>',
    re.MULTILINE,
)
_NOT_AWAITED = re.compile(
    r"'coroutine' (?:object|and)|'[^']+' and 'coroutine'|(?:not|:) 'coroutine'$|type '?coroutine'?|got '?coroutine|coroutine found|coroutine object$"
    r'|\(not "coroutine"\)|not coroutine$|passed to coroutine\.'
)
_PROMPT = re.compile(r'^\s*(?:>>> |\.\.\. |>>>$|In \[\d+\]:)', re.MULTILINE)
_FENCE = re.compile(r'^\s*(?:```|~~~)', re.MULTILINE)
_TRACEBACK = re.compile(r'^\s*Traceback \(most recent call last\):\s*$', re.MULTILINE)
_MAGIC = re.compile(r'^\s*(?:%%?\w|!\w)', re.MULTILINE)
_ODD = '“”„‟‘’‚‛«»\u00a0\u200b\ufeff\u2028–—'


def hint_for(error, filename, source):
    """A hint for the error that ended a program, or None."""
    try:
        return _find(error, filename, source)
    except Exception:  # the error may be of one of the program's classes, with anything in it
        return None


def _find(error, filename, source):
    if isinstance(error, (SystemExit, Killed)):
        return getattr(error, '_yieldpoint_hint', None) or _of_exit(error, source)
    if isinstance(error, SyntaxError):
        return _of_syntax(error, filename, source)
    if isinstance(error, ModuleNotFoundError) and isinstance(error.name, str):
        return _of_module(error.name)
    if type(error) is EOFError and 'reading a line' in str(error):
        return 'The program asked for input, and there was none. In the page input() asks you.'
    if isinstance(error, MemoryError) or isinstance(error, OverflowError) and 'too large' in str(error):
        return (
            f'A program here may use {MEMORY}. It kept more than that: look for the loop that only adds. '
            'Keep what is still needed, and let the rest go, or make the values smaller.'
        )
    if isinstance(error, RecursionError):
        return 'A function called itself until the stack was full. Look for the call that should have ended it.'
    # nothing of the program runs here, such as its own `__str__`
    text = str(error) if vars(builtins).get(type(error).__name__) is type(error) else ''
    if isinstance(error, NotHereError):
        return None  # the error itself says it
    if isinstance(error, (OSError, NotImplementedError)) and _POOLS.search(source):
        return f'A program here has no other processes beside it. {_OF_MACHINE["multiprocessing"]}'
    if isinstance(error, RuntimeError):
        return _of_loop(text)
    if isinstance(error, (TypeError, AttributeError)):
        known = _of_coroutine(text) or _of_type(text) or _of_old_asyncio(text)
        if known is not None:
            return known
    if isinstance(error, AttributeError) and text.startswith("module 'signal' has no attribute '"):
        return 'A program here gets no signals of the system, and no alarm. asyncio.timeout(2), or loop.call_later(2, handler), does the same.'
    if isinstance(error, FileNotFoundError):
        return 'A program here has none of your files. Write the file first, or read from io.StringIO("the text").'
    if type(error).__name__ == 'ZoneInfoNotFoundError':
        return f'Python in a page has no table of time zones. {_OF_MACHINE["zoneinfo"]}'
    if isinstance(error, AttributeError) and 'socket' in text or isinstance(error, OSError) and _NETWORK.search(source):
        return f'A program here has no network: it runs in your own browser, shut in. {_SLEEP}'
    if isinstance(error, (OSError, NotImplementedError)) and _PROCESSES.search(source):
        return 'A program here has no other processes beside it. time.sleep or asyncio.sleep instead shows the same waiting.'
    return None


def _of_exit(error, source):
    if error.code == 2 and re.search(r'^\s*(?:import|from)\s+argparse\b', source, re.MULTILINE):
        return 'A program here has no command line. Give the arguments to parse_args: parser.parse_args(["--retries", "3"]).'
    return None


def _of_module(name):
    top = name.partition('.')[0]
    known = _OF_MACHINE.get(name) or _OF_MACHINE.get(top)
    if known is not None or top in sys.stdlib_module_names:
        known = known or 'Leave it out, or write what you need of it into the program.'
        return f'The module {name} is part of Python, but not of the Python that runs in a page. {known}'
    instead = _INSTEAD.get(top, 'Leave it out, or write what you need of it into the program.')
    return f'The module {top} is not part of the standard library, and nothing can be installed here. {instead}'


def _of_loop(text):
    if text == 'no running event loop':
        return 'Tasks need a running loop. Create them inside a coroutine, and start that with asyncio.run(main()).'
    if text.startswith('There is no current event loop'):
        return (
            'Before Python 3.14 asyncio made a loop here. Call this inside a coroutine, and start that with asyncio.run(main()), '
            'or make the loop: loop = asyncio.new_event_loop().'
        )
    if 'asyncio.run() cannot be called from a running event loop' in text:
        return 'A loop is already running, so write await instead of asyncio.run.'
    if text == 'This event loop is already running':
        return 'A loop is already running, so write await instead of run_until_complete.'
    if text == 'cannot reuse already awaited coroutine':
        return 'A coroutine runs once. Call the function again, for another coroutine.'
    if text == 'Event loop is closed':
        return 'A closed loop runs nothing more, and asyncio.run closes its own when it ends. Do all of it inside one coroutine.'
    if 'different event loop' in text or 'attached to a different loop' in text:
        return (
            'A lock, queue, event or future belongs to the loop in which it was used first, and each asyncio.run has a loop of its own. '
            'Make it inside the coroutine that asyncio.run is given.'
        )
    if 'TLS not supported' in text:
        return f'A program here has no network: it runs in your own browser, shut in. {_SLEEP}'
    return None


def _of_type(text):
    if "'async_generator' object can't be awaited" in text:
        return _WALKED
    if "can't be awaited" in text:
        return 'Only coroutines, tasks and futures can be awaited. Should the function be async def? If not, leave out await.'
    if "'async_generator' object is not iterable" in text:
        return _WALKED
    if text.startswith('a coroutine was expected, got '):
        return _of_no_coroutine(text.removeprefix('a coroutine was expected, got '))
    if text == 'An asyncio.Future, a coroutine or an awaitable is required':
        return (
            'Expected a coroutine, a task or a future. Call an async def, with its parentheses, to get a coroutine: '
            'asyncio.run(main()). An ordinary function returns none.'
        )
    if text.startswith('Passing coroutines is forbidden'):
        return 'asyncio.wait takes tasks: asyncio.wait([asyncio.create_task(work())]). asyncio.gather takes coroutines as well.'
    return None


def _of_no_coroutine(got):
    if got.startswith(('<function ', '<bound method ')):
        return 'Call the function, with its parentheses: asyncio.run(main()), asyncio.create_task(work()).'
    if got.startswith('<async_generator '):
        return _WALKED
    if got.startswith(('<Task ', '<Future ', '<_GatheringFuture ')):
        return 'This is a task or a future, which runs by itself. Await it as it is.'
    return 'A task needs a coroutine, which is what calling an async def returns. Should the function be async def?'


def _of_coroutine(text):
    """A coroutine instead of its result."""
    if text.endswith('does not implement __anext__: coroutine'):
        return '__aiter__ is a plain def that gives the iterator. Only __anext__ is an async def.'
    if _NOT_AWAITED.search(text):
        return 'The call returned a coroutine that has not run yet. Write await before the call.'
    return None


def _of_old_asyncio(text):
    if text == "module 'asyncio' has no attribute 'coroutine'":
        return 'Python 3.11 took out @asyncio.coroutine, which was written before Python 3.5. Write async def, and await instead of yield from.'
    if "unexpected keyword argument 'loop'" in text:
        return 'Since Python 3.10 asyncio finds the loop by itself. Leave out loop=.'
    found = re.search(r"type object 'Task' has no attribute '(all_tasks|current_task)'", text)
    return found and f'Since Python 3.9 this is asyncio.{found[1]}().'


def _of_syntax(error, filename, source):
    if error.filename != filename:
        return None
    if _FENCE.search(source):
        return 'The lines with ``` or ~~~ belong to the text that the program was copied from, not to Python. Remove them.'
    if _TRACEBACK.search(source):
        return 'The text has a traceback in it, from "Traceback (most recent call last):" to the error. Remove that part.'
    if _PROMPT.search(source):
        return 'The lines begin with a prompt (>>> or ...), as copied from a session. Remove the prompts.'
    if _MAGIC.search(source):
        return 'Lines that begin with % or ! are commands of a notebook, not Python. Remove them: nothing can be installed here.'
    if _TYPESCRIPT.search(source) and ('import ' not in source or _looks_like_typescript(source)):
        return 'This looks like TypeScript. Choose TypeScript above the editor to run it.'
    line = source.splitlines()[error.lineno - 1] if error.lineno and error.lineno <= len(source.splitlines()) else ''
    if any(character in line for character in _ODD):
        return 'The line has quotation marks or spaces of a text editor, not of Python. Type them again: " or \' and a plain space.'
    message = error.msg or ''
    if isinstance(error, TabError):
        return 'Some lines are indented with tabs, others with spaces. Indent all of them with spaces: four for each level.'
    if 'outside async function' in message or "'await' outside function" in message:
        return 'await, async for and async with are allowed only inside an async def. Put this into one, and start it with asyncio.run(main()).'
    if "'yield from' inside async function" in message:
        return 'In an async def, write async for value in agen(): yield value.'
    if "'return' with value in async generator" in message:
        return 'A function with both async def and yield is an async generator. It yields values and cannot return one.'
    if isinstance(error, IndentationError) and error.msg == 'unexpected indent' and source[:1].isspace():
        return 'All lines are indented, as copied from somewhere else. Remove the same number of spaces from each.'
    if message.startswith("Missing parentheses in call to 'print'"):
        return 'This is Python 2. In Python 3 print is a function: print(value).'
    return None


def _looks_like_typescript(source):
    return re.search(r';\s*$|\bfrom\s+[\'"]|=>|\b(?:const|let|interface)\b', source, re.MULTILINE) is not None
