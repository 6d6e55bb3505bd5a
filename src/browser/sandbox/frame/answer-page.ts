import { type FrameRequest, type SpareRequest, spareRequests } from '../messages.ts';
import { WorkerRun } from './worker-run.ts';

/** How the frame of one language runs programs. */
export type FrameRunner = {
  readonly startMs: number;
  start(run: WorkerRun, request: FrameRequest): void;
  /** Prepares a worker for the next run, or ends it. Called only while no program runs, so there is never more than one worker. */
  keepReady?(isWanted: boolean): void;
};

/**
 * Runs the programs that the parent page sends, one at a time. Does nothing if the document is not sandboxed: opened directly, it
 * would have the site's own origin.
 */
export function answerPage(runner: FrameRunner): void {
  if (self.origin !== 'null') return;
  // Browsers heed no policy directive about WebRTC. Workers do not have it, so the document loses it too.
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

/** What the build puts into the frame's document beside the script: the worker's script and the other data the worker needs. */
export function readParts(): Readonly<Record<string, unknown>> & { readonly worker: string } {
  const text = document.querySelector('#parts')?.textContent ?? '{}';
  return JSON.parse(text) as ReturnType<typeof readParts>;
}

/** Makes a URL for the worker's script within the frame's own opaque origin. */
export function createScriptUrl(script: BlobPart): string {
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}
