/** Calls back after so many milliseconds, unless it is called off by what it returns. */
export type After = (milliseconds: number, run: () => void) => () => void;

/** The timer of the process; it does not keep it alive. */
export const systemAfter: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};
