import { expect, it } from 'vitest';
import { readText, splitSections } from './split-sections.ts';

it('cuts a text at its headings', () => {
  const html =
    '<p>Before.</p><h2 id="one">The <code>first</code></h2><p>A&nbsp;b.</p><h3 id="two">Second</h3><ul><li>c</li><li>d</li></ul>';
  expect(splitSections(html)).toEqual([
    { anchor: '', title: '', text: 'Before.' },
    { anchor: 'one', title: 'The first', text: 'A b.' },
    { anchor: 'two', title: 'Second', text: 'c d' },
  ]);
});

it('leaves out code, drawings, source numbers and the signs beside headings', () => {
  expect(readText('<p>a<sup>[1]</sup>.</p><pre><code>x = 1</code></pre><svg><title>t</title></svg><p>b</p>')).toBe(
    'a. b',
  );
  expect(splitSections('<h2 id="x">Title<a class="anchor" href="#x">#</a></h2>')).toEqual([
    { anchor: 'x', title: 'Title', text: '' },
  ]);
});

it('reads the title of a demo as a sentence, and leaves out the words before what it prints', () => {
  const demo =
    '<figure><figcaption> <strong> <a href="#x">Two <code>awaits</code></a> </strong> </figcaption><pre>x</pre><p>It prints:</p> <pre>1</pre><p>Look.</p></figure>';
  expect(readText(`<p>Here.</p>${demo}`)).toBe('Here. Two awaits. Look.');
  expect(readText('<p>It prints:</p><p>nothing</p>')).toBe('It prints: nothing');
});

it('keeps a word whole across inline markup and reads entities', () => {
  expect(readText('co<b>rout</b>ine &lt;&#65;&#x42;&gt; &amp;amp;')).toBe('coroutine <AB> &amp;');
});
