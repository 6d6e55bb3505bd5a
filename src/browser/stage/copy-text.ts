/**
 * Copies a text that does not exist yet. Must be called during the press that asks for it, before anything is awaited, because
 * WebKit allows no other access to the clipboard.
 *
 * @returns whether the browser allowed it
 */
export async function copyText(text: Promise<string>): Promise<boolean> {
  try {
    const plain = text.then((whole) => new Blob([whole], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain })]);
    return true;
  } catch {
    return false;
  }
}
