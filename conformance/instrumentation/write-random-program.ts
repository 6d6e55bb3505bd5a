/**
 * Writes a program from a tape of decisions: the same tape gives the same program, and a shorter tape a simpler one. For property
 * tests.
 */
export function writeRandomProgram(tape: readonly number[]): string {
  return new ProgramWriter(tape).write();
}

type Kind = 'async' | 'generator' | 'async-generator';
const kinds: readonly Kind[] = ['async', 'generator', 'async-generator', 'async'];
const functionCount = 6;

/** Functions call only those that come after them, and no more than a hundred calls are made, so every program ends. */
class ProgramWriter {
  readonly #tape: readonly number[];
  #at = 0;
  #names = 0;

  constructor(tape: readonly number[]) {
    this.#tape = tape;
  }

  write(): string {
    const functions = Array.from({ length: functionCount }, (_, index) => this.#function(index));
    return [
      `import { CancelledError, createTask, gather, sleep, type Task } from '@yieldpoint/scheduler';`,
      `const log = (...values: unknown[]) => console.log(...values);`,
      `let calls = 0;`,
      `const count = () => { if (++calls > 100) throw new EvalError('enough'); };`,
      `const tasks: Task<unknown>[] = [];`,
      `class Door { constructor(readonly name: string) {} async [Symbol.asyncDispose]() { await sleep(1); log('shut', this.name); } }`,
      `class Holder { base = 10;`,
      ...functions,
      `async fEnd(a: any = 0, ...rest: any[]): Promise<any> { await sleep(0); return a + rest.length; }`,
      `*fNone(a: any = 0): any { const got = yield a; return got; }`,
      `async *fNever(a: any = 0): any { try { yield a; await sleep(1); yield 'last'; } finally { log('closed'); } }`,
      `}`,
      `const holder = new Holder();`,
      `export async function main() { try { return await holder.f0(1, 2); } finally { log(tasks.length); } }`,
    ].join('\n');
  }

  /** The next decision: a number below `choices`; 0 after the end of the tape. */
  #pick(choices: number): number {
    return (this.#tape[this.#at++] ?? 0) % choices;
  }

  #name(): string {
    return `v${this.#names++}`;
  }

  #kindOf(index: number): Kind {
    return index === 0 ? 'async' : (kinds[index % kinds.length] ?? 'async');
  }

  #function(index: number): string {
    const kind = this.#kindOf(index);
    const head = { async: 'async ', generator: '*', 'async-generator': 'async *' }[kind];
    const body = this.#block({ kind, index, depth: 0, loops: [] });
    return `${head}f${index}(a: any = this.base, ...rest: any[]): any {\ncount();\nlog('f${index}', a, arguments.length);\n${body}\nreturn a;\n}`;
  }

  #block(place: Place): string {
    const count = this.#pick(4) + (place.depth === 0 ? 2 : 0);
    return Array.from({ length: count }, () => this.#statement(place)).join('\n');
  }

  #statement(place: Place): string {
    const simple = [
      () => `log(${this.#expression(place)});`,
      () => `a = ${this.#expression(place)};`,
      () => `${this.#suspension(place)};`,
      () => `a = ${this.#suspension(place)};`,
      () => `tasks.push(createTask(holder.f${this.#callee(place, 'async')}(${this.#pick(5)})));`,
      () => `if (tasks.length > 0) log(tasks[${this.#pick(3)}]?.cancel());`,
      () => `if (calls % 3 === 0) throw new RangeError('from f${place.index}');`,
      () => `if (calls % 4 === 1) return ${this.#expression(place)};`,
      () => this.#leaveLoop(place),
    ];
    const nested = [
      () =>
        `if (${this.#expression(place)} % 2) {\n${this.#inner(place)}\n} else ${this.#statement({ ...place, depth: 3 })}`,
      () => this.#loop(place),
      () => `try {\n${this.#inner(place)}\n} catch (error: any) {\nlog(error.name);\n${this.#inner(place)}\n}`,
      () => `try {\n${this.#inner(place)}\n} finally {\nlog('finally');\n${this.#inner(place)}\n}`,
      () => this.#iteration(place),
      () => this.#using(place),
      () => this.#byHand(place),
    ];
    const choices = place.depth < 3 ? [...simple, ...nested] : simple;
    return choices[this.#pick(choices.length)]?.() ?? '';
  }

  #inner(place: Place): string {
    return this.#block({ ...place, depth: place.depth + 1 });
  }

  #expression(place: Place): string {
    const choices = [
      () => String(this.#pick(5)),
      () => 'a',
      () => 'this.base',
      () => 'arguments.length',
      () => `(() => this.base + Number(a))()`,
      () => `[a, ${this.#pick(3)}].length`,
      () => (place.depth < 3 ? `(${this.#suspension({ ...place, depth: place.depth + 1 })}) ?? 0` : 'rest.length'),
    ];
    return `Number(${choices[this.#pick(choices.length)]?.() ?? '0'})`;
  }

  /** Anything that the function may do at a suspension point. */
  #suspension(place: Place): string {
    const { kind } = place;
    if (kind === 'generator') {
      return this.#pick(2) === 0
        ? `yield ${this.#pick(9)}`
        : `yield* holder.f${this.#callee(place, 'generator')}(${this.#pick(5)})`;
    }
    const awaits = [
      () => `await sleep(${this.#pick(3)}, ${this.#pick(9)})`,
      () => `await holder.f${this.#callee(place, 'async')}(${this.#pick(5)}, 7)`,
      () => `await ${this.#pick(9)}`,
      () => `await tasks[${this.#pick(3)}]`,
      () => `(await gather([sleep(${this.#pick(3)}), holder.f${this.#callee(place, 'async')}()])).length`,
    ];
    if (kind === 'async-generator') {
      awaits.push(
        () => `yield ${this.#pick(9)}`,
        () => `yield holder.f${this.#callee(place, 'async')}()`,
        () => `yield* holder.f${this.#callee(place, 'async-generator')}()`,
      );
    }
    return awaits[this.#pick(awaits.length)]?.() ?? '';
  }

  /** A function of this kind after the present one; if there is none, one that yields, waits or emits nothing. */
  #callee(place: Place, kind: Kind): string {
    const later = Array.from({ length: functionCount }, (_, index) => index).filter(
      (index) => index > place.index && this.#kindOf(index) === kind,
    );
    const found = later[this.#pick(Math.max(1, later.length))];
    return found === undefined ? { async: 'End', generator: 'None', 'async-generator': 'Never' }[kind] : String(found);
  }

  #loop(place: Place): string {
    const [count, label] = [this.#name(), this.#name()];
    const body = this.#inner({ ...place, loops: [...place.loops, label] });
    const bound = 1 + this.#pick(3);
    const choices = [
      `${label}: for (let ${count} = 0; ${count} < ${bound}; ${count}++) {\n${body}\n}`,
      `let ${count} = 0; ${label}: while (${count}++ < ${bound}) {\n${body}\n}`,
      `let ${count} = 0; ${label}: do {\n${body}\n} while (${count}++ < ${bound});`,
      `${label}: for (const ${count} of [1, 2, 3].slice(0, ${bound})) {\nlog(${count});\n${body}\n}`,
      `${label}: for (const ${count} in { x: 1, y: 2 }) {\nlog(${count});\n${body}\n}`,
    ];
    return choices[this.#pick(choices.length)] ?? '';
  }

  #leaveLoop({ loops }: Place): string {
    const label = loops[this.#pick(Math.max(1, loops.length))];
    return label === undefined ? `log('no loop');` : `${this.#pick(2) === 0 ? 'break' : 'continue'} ${label};`;
  }

  #iteration(place: Place): string {
    const [item, label] = [this.#name(), this.#name()];
    const body = this.#inner({ ...place, loops: [...place.loops, label] });
    if (place.kind === 'generator') {
      return `${label}: for (const ${item} of holder.f${this.#callee(place, 'generator')}()) {\nlog(${item});\n${body}\n}`;
    }
    const source = [
      () => `holder.f${this.#callee(place, 'async-generator')}(${this.#pick(5)})`,
      () => `[1, sleep(1, 'slept')]`,
    ];
    return `${label}: for await (const ${item} of ${source[this.#pick(2)]?.() ?? ''}) {\nlog(${item});\n${body}\n}`;
  }

  #using(place: Place): string {
    const name = this.#name();
    if (place.kind === 'generator') return `log('no using');`;
    return `{\nawait using ${name} = new Door('${name}');\nlog(${name}.name);\n${this.#inner(place)}\n}`;
  }

  #byHand(place: Place): string {
    const name = this.#name();
    const calls = [`next()`, `next(${this.#pick(9)})`, `throw(new TypeError('by hand'))`, `return(5)`];
    const steps = Array.from({ length: 1 + this.#pick(3) }, () => calls[this.#pick(calls.length)] ?? 'next()');
    const lines = steps.map((step) => `{ const { value, done } = ${name}.${step}; log(value, done); }`);
    return `const ${name} = holder.f${this.#callee(place, 'generator')}();\ntry {\n${lines.join('\n')}\n} catch (error: any) { log(error.message); }`;
  }
}

type Place = {
  readonly kind: Kind;
  readonly index: number;
  readonly depth: number;
  /** Labels of the enclosing loops. */
  readonly loops: readonly string[];
};
