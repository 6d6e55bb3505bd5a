import { readFileSync } from 'node:fs';
import process from 'node:process';

type Package = {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly link?: boolean;
  readonly integrity?: string;
};
type Packages = Readonly<Record<string, Package>>;

// A registry may lack some platforms' packages, and a lock file written with it would not install elsewhere. So each optional
// dependency needs its entry.
const folders = [
  '',
  'conformance/bench/build/starlight/',
  'conformance/bench/scheduler/peers/',
  'conformance/budgets/',
];
const problems = folders.flatMap((folder) => findProblems(`${folder}package-lock.json`));
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);

function findProblems(file: string): readonly string[] {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Packages };
  const found: string[] = [];

  for (const [place, { optionalDependencies = {}, link, integrity }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!isLocked(packages, place, name))
        found.push(`${place || 'package.json'} wants ${name} ${version}, which the lock file lacks`);
    }
    if (place.includes('node_modules/') && link !== true && integrity === undefined) {
      found.push(`${place} has no integrity hash`);
    }
  }

  return found.map(
    (problem) =>
      `${file}: Expected every optional dependency locked and hashed, but ${problem}. Pin the version whose platform packages are all published.`,
  );
}

/** Whether Node would find `name` from `place`. */
function isLocked(packages: Packages, place: string, name: string): boolean {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`] !== undefined) return true;
    if (from === '') return false;
    if (!from.includes('node_modules/')) from = '';
  }
}
