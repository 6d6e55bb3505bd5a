const path = require('node:path');
const { fileURLToPath } = require('node:url');
const { isMainThread } = require('node:worker_threads');

const root = path.join(__dirname, '../..');

/**
 * Returns one line that says which file of the project cannot be loaded, and why; undefined for every other error.
 *
 * @param error what ended the loading of a command's modules
 */
exports.describeBrokenSource = function describeBrokenSource({ stack, code, message }) {
  if (code === 'ERR_MODULE_NOT_FOUND') {
    const [, wanted, from] = /^Cannot find module '(.+)' imported from (.+)$/.exec(message) || [];
    if (wanted === undefined || !isOwn(from)) return undefined;
    return `${name(from)}: Expected what it imports to be there, but there is no ${name(wanted)}. Correct the import, or add the file.`;
  }
  const [, url, line] =
    (/^\w*SyntaxError\b/m.test(stack) && /^(file:\/\/\S+):(\d+)\n/.exec(stack)) || findLoadedLine(stack) || [];
  if (url === undefined) return undefined;
  const file = fileURLToPath(url);
  if (!isOwn(file)) return undefined;
  return `${name(file)}:${line}: Expected a module that Node can load, but got: ${message.replace(/\.$/, '')}. Fix the line.`;
};

/** The module used an undefined name outside any function while Node loaded it. */
function findLoadedLine(stack) {
  if (!/^ReferenceError\b/.test(stack)) return undefined;
  return /^\s+at (file:\/\/\S+):(\d+):\d+\n\s+at ModuleJob\.run /m.exec(stack || '');
}

/** Reports such a file in one line, instead of a stack through Node's loader. */
exports.tellBrokenSource = function tellBrokenSource() {
  // Threads load this file too, and the code that started a thread handles its errors.
  if (!isMainThread) return;
  process.on('uncaughtException', (error) => {
    const line = describeBrokenSource(error);
    // Another listener does what the command needs; without one Node would have ended the process.
    if (line === undefined && process.listenerCount('uncaughtException') > 1) return;
    // An error whose stack equals its message has already been described where it was caught.
    console.error(line === undefined ? (error.stack === error.message ? error.message : error) : line);
    process.exit(1);
  });
};

const { describeBrokenSource } = exports;

function isOwn(file) {
  return file.startsWith(root + path.sep) && !file.includes(`${path.sep}node_modules${path.sep}`);
}

function name(file) {
  return path.relative(root, file).split(path.sep).join('/');
}
