import type { Answer } from './run-asking.ts';

/**
 * Asks the reader for the line that a program reads, in a box below its console, and removes the box again. The virtual clock does
 * not advance meanwhile, because the program is not running: it is run again with the line.
 *
 * @param console the `.console` of the run
 * @param signal aborted by Stop and by every new run; the answer is undefined then
 */
export function askLine(console: Element, prompt: string, signal: AbortSignal): Promise<Answer> {
  const { form, input, end } = drawBox(prompt);
  console.after(form);
  return new Promise((resolve) => {
    const close = (answer: Answer): void => {
      form.remove();
      resolve(answer);
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      close(input.value);
    });
    end.addEventListener('click', () => close(null));
    input.addEventListener('keydown', (event) => {
      // As in a terminal.
      if (event.key !== 'd' || !event.ctrlKey || input.value !== '') return;
      event.preventDefault();
      close(null);
    });
    signal.addEventListener('abort', () => close(undefined), { once: true });
    if (signal.aborted) close(undefined);
    else input.focus();
  });
}

function drawBox(prompt: string): {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly end: HTMLButtonElement;
} {
  const form = document.createElement('form');
  form.className = 'ask';
  const label = document.createElement('label');
  const question = document.createElement('span');
  question.textContent = prompt.trim() === '' ? 'The program reads a line:' : prompt.trim();
  const input = document.createElement('input');
  input.type = 'text';
  input.autocomplete = 'off';
  input.autocapitalize = 'off';
  input.spellcheck = false;
  label.append(question, input);
  const send = document.createElement('button');
  send.textContent = 'Send';
  const end = document.createElement('button');
  end.type = 'button';
  end.textContent = 'End of input';
  form.append(label, send, end);
  return { form, input, end };
}
