/**
 * Copies a text that is still to come. To be called within the press that asks for it, before anything is waited for: WebKit lets nothing
 * else reach the clipboard.
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
