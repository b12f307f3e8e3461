/** Looks at once and then again after so many milliseconds, never twice at the same time. */
export function lookAgain(everyMs: number, look: () => Promise<unknown>, fault: (cause: unknown) => void): { stop(): Promise<void> } {
  let looking: Promise<unknown> = Promise.resolve();
  let isLooking = false;
  const begin = () => {
    if (isLooking) return;
    isLooking = true;
    looking = look().catch(fault).finally(() => { isLooking = false; });
  };
  const timer = setInterval(begin, everyMs);
  begin();
  return { stop: async () => { clearInterval(timer); await looking; } };
}
