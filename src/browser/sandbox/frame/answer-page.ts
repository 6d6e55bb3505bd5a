import { type FrameRequest, type SpareRequest, spareRequests } from '../messages.ts';
import { WorkerRun } from './worker-run.ts';

/** How a frame of one language runs programs. */
export type FrameRunner = {
  readonly startMs: number;
  start(run: WorkerRun, request: FrameRequest): void;
  /** Gets a worker ready for the next run, or lets go of it: only while no program runs, so that there is never more than one worker. */
  keepReady?(isWanted: boolean): void;
};

/**
 * Runs what the page above asks for, one program at a time. Does nothing where the document is not sandboxed: opened directly
 * it would have the site's own origin.
 */
export function answerPage(runner: FrameRunner): void {
  if (self.origin !== 'null') return;
  // No directive of the policy that browsers heed reaches WebRTC. Workers have none, and the document shall have none either.
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) Reflect.deleteProperty(globalThis, name);
  let current: WorkerRun | undefined;
  addEventListener('message', ({ source, origin, data, ports: [port] }: MessageEvent<FrameRequest | SpareRequest>) => {
    if (source !== parent || origin !== location.origin) return;
    if (data === spareRequests.prepare || data === spareRequests.release) {
      if (current?.hasEnded !== false) runner.keepReady?.(data === spareRequests.prepare);
      return;
    }
    if (port === undefined) return;
    current?.end({ how: 'reader' });
    current = new WorkerRun(port, data.limits, runner.startMs);
    runner.start(current, data);
  });
}

/** What the build puts into the frame's document beside the script: the worker's script, and what else the worker needs. */
export function readParts(): Readonly<Record<string, unknown>> & { readonly worker: string } {
  const text = document.querySelector('#parts')?.textContent ?? '{}';
  return JSON.parse(text) as ReturnType<typeof readParts>;
}

/** Makes an address for the worker's script, within the frame's own opaque origin. */
export function createScriptUrl(script: BlobPart): string {
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}
