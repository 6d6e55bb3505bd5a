// Loaded before each command of package.json (`node -r`), so that an old Node reports in one line what is wrong with it.
const fault = require('./find-fault.cjs').findFault();
if (fault !== undefined) {
  console.error(fault);
  process.exit(1);
}
require('./tell-broken-source.cjs').tellBrokenSource();
