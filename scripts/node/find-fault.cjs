// Written for any Node, because old ones must be able to read it.
const { engines } = require('../../package.json');

/**
 * Says in one line why this Node cannot run the project's commands; undefined if it can.
 *
 * It knows the kinds of ranges in `engines` of package.json: `^1.2.3` and `>=1.2.3`, joined by `||`.
 */
exports.findFault = function findFault() {
  const [major, minor, patch] = process.versions.node.split('.').map(Number);
  const fits = engines.node.split('||').some((range) => {
    const [, sign, ...wanted] = /^\s*(\^|>=)(\d+)\.(\d+)\.(\d+)\s*$/.exec(range) || [];
    const [first, second, third] = wanted.map(Number);
    if (major !== first) return sign === '>=' && major > first;
    return minor > second || (minor === second && patch >= third);
  });
  if (fits) return undefined;
  return (
    `Expected Node ${engines.node}, but got ${process.version} (${process.execPath}). ` +
    'Install Node 24 from https://nodejs.org, then run npm ci again. On Linux (x64, arm64) npm ci installs one.'
  );
};
