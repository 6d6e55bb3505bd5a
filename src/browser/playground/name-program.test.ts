import { expect, it } from 'vitest';
import { nameProgram } from './name-program.ts';

const title = 'Producer and consumer';
const stock = `import asyncio

async def produce(queue):
    for row in range(3):
        await queue.put(row)

async def main():
    queue = asyncio.Queue(1)
    asyncio.create_task(produce(queue))
    print(await queue.get())

asyncio.run(main())`;

const pasted = `import asyncio

async def main():
    print("rows")

asyncio.run(main())`;

it('a program that was opened has its title as long as it is unchanged', () => {
  expect(nameProgram({ title, stock, text: stock })).toBe('Producer and consumer');
  expect(nameProgram({ title: 'crawl.py', text: 'print(1)' })).toBe('crawl.py');
});

it('a stored program keeps the name that it had, as long as its original text is not known', () => {
  const name = `${title}, changed`;
  expect(nameProgram({ title, name, text: pasted })).toBe(name);
  expect(nameProgram({ title, name, text: pasted, stock })).toBe('Your program');
  expect(nameProgram({ title, name, text: stock, stock })).toBe(title);
});

it('a program that was edited is called changed, also if most of it was deleted or much was added', () => {
  const changed = 'Producer and consumer, changed';
  expect(nameProgram({ title, stock, text: stock.replace('range(3)', 'range(9)') })).toBe(changed);
  expect(nameProgram({ title, stock, text: 'queue = asyncio.Queue(1)' })).toBe(changed);
  expect(nameProgram({ title, stock, text: `${stock}\n${'print(1)\nprint(2)\nprint(3)\n'.repeat(9)}` })).toBe(changed);
});

it('a program that was pasted is called what its first line says, if that is a comment', () => {
  const name = (text: string): string => nameProgram({ title, stock, text });
  expect(name(`# Save all rows\n${pasted}`)).toBe('Save all rows');
  expect(name(`"""Save all rows."""\n${pasted}`)).toBe('Save all rows.');
  expect(name(`// Save all rows\nrun(main());`)).toBe('Save all rows');
  expect(name(`# ${'rows '.repeat(20)}`)).toHaveLength(48);
  expect(name(`#!/usr/bin/env python3\n${pasted}`)).toBe('Your program');
  expect(name(`# -*- coding: utf-8 -*-\n${pasted}`)).toBe('Your program');
});

it('a program that was pasted over another is the reader’s own, even if both import asyncio and run main', () => {
  expect(nameProgram({ title, stock, text: pasted })).toBe('Your program');
  expect(nameProgram({ title, stock, text: '' })).toBe('Your program');
  expect(nameProgram({ title: 'Blank', stock: '', text: pasted })).toBe('Your program');
});
