import { readFileSync } from 'node:fs';

/**
 * Watches the memory of a process and all its descendants, five times a second; `stop` returns the peak in MB, or 0 without
 * `/proc`.
 */
export function watchMemory(pid: number): { stop(): number } {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeMemory(pid));
  }, 200);
  return {
    stop() {
      clearInterval(timer);
      return peak / 1024;
    },
  };
}

/** Resident memory of a process and its descendants, in kB. */
function treeMemory(pid: number): number {
  const status = read(`/proc/${pid}/status`);
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return children.reduce((sum, child) => sum + treeMemory(child), own);
}

/** Empty for a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
