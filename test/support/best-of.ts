/** The shortest of several runs, in milliseconds: what something takes when nothing else is in its way. */
export function bestOf(runs: number, work: () => unknown): number {
  return Math.min(...Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }));
}
