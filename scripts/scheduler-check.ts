import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import { readExamples } from '../src/engine/scheduler/fixtures/read-examples.ts';
import { buildScheduler } from './scheduler-build.ts';
import { measureModules, measureSize, sizeBudgets } from './scheduler-size.ts';

/*
 * Checks `@yieldpoint/scheduler` as other people get it: built, packed, installed into an empty folder without a network,
 * type-checked and run there. Prints one line for each finding; the exit code says whether there are any.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'scheduler-'));
const readme = path.join(import.meta.dirname, '../src/engine/scheduler/README.md');
const examples = readExamples(readFileSync(readme, 'utf8'));
/**
 * A loop that a future returns, and whatever that loop makes, may be passed wherever the classes are accepted, although a contract
 * is its type.
 */
const handedOut = `import type { Coroutine, EventLoop, ExceptionHandler, Future, Task } from '@yieldpoint/scheduler';
export function takes(future: Future<string>, work: Coroutine<number>, handler: ExceptionHandler): readonly unknown[] {
  const loop: EventLoop = future.getLoop();
  const made: Task<number> = future.getLoop().createTask(work);
  const pending: Future<Date> = future.getLoop().createFuture<Date>();
  future.getLoop().setExceptionHandler(handler);
  // @ts-expect-error -- a task of a number
  const wrong: Task<string> = future.getLoop().createTask(work);
  return [loop, made, pending, wrong];
}
`;
const findings: string[] = [];
try {
  const built = path.join(folder, 'built');
  buildScheduler(built);
  const tarball = pack(built);
  const user = install(tarball);
  findings.push(
    ...(await lint(built)),
    ...(await findWrongTypes(tarball)),
    ...compileExamples(user),
    ...runExamples(user),
  );
  findings.push(...(await checkSizes(user)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const finding of findings) console.error(finding);
process.exitCode = findings.length === 0 ? 0 : 1;

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    // Run by npm itself, the inner npm would inherit the workspace's settings.
    env: { PATH: process.env['PATH'], HOME: folder },
  });
}

function pack(built: string): string {
  const [{ filename } = { filename: '' }] = JSON.parse(
    npm(['pack', '--json', '--pack-destination', folder], built),
  ) as {
    filename: string;
  }[];
  return path.join(folder, filename);
}

function install(tarball: string): string {
  const user = path.join(folder, 'user');
  mkdirSync(user);
  writeFileSync(path.join(user, 'package.json'), '{ "private": true, "type": "module" }');
  npm(['install', tarball], user);
  return user;
}

async function lint(built: string): Promise<string[]> {
  const { messages, pkg } = await publint({ pkgDir: built, strict: true, pack: false });
  return messages.map((message) => `publint: ${formatMessage(message, pkg) ?? message.code}`);
}

/** CommonJS is not offered: `require` of an ES module works from Node 20.19 on, and the types say that it is an ES module. */
async function findWrongTypes(tarball: string): Promise<string[]> {
  const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
  if (result.types === false) return ['attw: Expected types in the package, but got none.'];
  return result.problems
    .filter((problem) => !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)))
    .map((problem) => `attw: ${JSON.stringify(problem)}`);
}

/** All examples with strict checks, including the package's own types. */
function compileExamples(user: string): string[] {
  const rootNames = [...examples.map(({ program }) => program), handedOut].map((program, index) => {
    const file = path.join(user, `example-${index}.ts`);
    writeFileSync(file, program);
    return file;
  });
  const program = ts.createProgram(rootNames, {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    skipLibCheck: false,
    types: [],
    outDir: path.join(user, 'compiled'),
  });
  program.emit();
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    return `types: ${path.basename(file?.fileName ?? '')}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

/** The examples in generator style run unchanged; the others need the lowering that the tests beside the sources use. */
function runExamples(user: string): string[] {
  const node = oldestNode();
  return examples.flatMap(({ title, program, output }, index) => {
    if (/\basync\b/.test(program.replaceAll(/\/\/.*/g, ''))) return [];
    const printed = execFileSync(node, [path.join(user, `compiled/example-${index}.js`)], {
      cwd: user,
      encoding: 'utf8',
    });
    return printed === output ? [] : [`Node: Expected "${title}" to print\n${output}but got\n${printed}`];
  });
}

/** The machine's own Node 20 if there is one: the oldest version that the package promises to support. */
function oldestNode(): string {
  for (const directory of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const node = path.join(directory, 'node');
    try {
      if (execFileSync(node, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).startsWith('v20.')) return node;
    } catch {
      // There is no Node here.
    }
  }
  return process.execPath;
}

async function checkSizes(user: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const { name, code, limit, goal } of sizeBudgets) {
    const size = await measureSize(code, user);
    console.log(`${name}: ${size} bytes (limit ${limit}, goal ${goal})`);
    for (const module of await measureModules(code, user))
      console.log(`  ${String(module.bytes).padStart(4)} ${module.name}`);
    if (size > limit)
      wrong.push(`size: Expected ${name} in at most ${limit} bytes, but got ${size}. Take out what is not needed.`);
  }
  return wrong;
}
