import { languageCodes } from '../../engine/page/language-start.ts';
import { writeLinkedRequests } from '../../engine/show/linked-requests.ts';
import type { Language } from '../../engine/trace/event/events.ts';
import type { CancelRequest } from '../../engine/trace/requests/cancel-request.ts';

/**
 * Returns the address of a step of a demo's run on this page. For a step of the TypeScript run the address says so, because the
 * steps may differ. It also contains what the reader has canceled.
 */
export function writeStepLink(
  name: string,
  step: number,
  language: Language,
  requests: readonly CancelRequest[],
): string {
  const address = new URL(`#${name}:${step}${writeLinkedRequests(requests)}`, location.href);
  if (language === 'python') address.searchParams.delete('lang');
  else address.searchParams.set('lang', languageCodes[language]);
  return address.href;
}
