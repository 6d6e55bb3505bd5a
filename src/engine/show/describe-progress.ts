import type { RunProgress } from '../run/sandbox.ts';
import type { Language } from '../trace/event/events.ts';

/** What the reader sees while a program is being prepared to run. */
export function describeProgress(language: Language, progress: RunProgress): string {
  switch (progress.kind) {
    case 'compiling':
      return 'Compiling …';
    case 'loading': {
      const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
      const bytes = `${megabytes(progress.loadedBytes)} of ${megabytes(progress.totalBytes)} MB`;
      return progress.isKept
        ? `CPython is loading from what your browser keeps: ${bytes}.`
        : `CPython is loading: ${bytes}. It is kept for the next time.`;
    }
    case 'starting':
      return language === 'python' ? 'CPython starts …' : 'Starting …';
    case 'running':
      return 'Running …';
  }
}
