import { readFileSync } from 'node:fs';
import process from 'node:process';

type Package = {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly link?: boolean;
  readonly integrity?: string;
};

// A registry may lack some platforms' packages; a lock file written there installs nowhere else. So each optional dependency needs its entry.
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
const problems: string[] = [];

for (const [place, { optionalDependencies = {}, link, integrity }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (!isLocked(place, name))
      problems.push(`${place || 'package.json'} wants ${name} ${version}, which the lock file lacks`);
  }
  if (place.includes('node_modules/') && link !== true && integrity === undefined) {
    problems.push(`${place} has no integrity hash`);
  }
}

for (const problem of problems) {
  console.error(
    `package-lock.json: Expected every optional dependency locked and hashed, but ${problem}. Pin the version whose platform packages are all published.`,
  );
}
process.exit(problems.length === 0 ? 0 : 1);

/** Whether `name` resolves from `place` as Node would look it up. */
function isLocked(place: string, name: string): boolean {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))) {
    if (lock.packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`] !== undefined) return true;
    if (from === '') return false;
    if (!from.includes('node_modules/')) from = '';
  }
}
