/** What commands speak with; a test brings its own. */
export interface CliIo {
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  out: (line: string) => void;
  fail: (line: string) => void;
  /** Settles when the process shall stop (SIGINT, SIGTERM). */
  untilStopped: () => Promise<void>;
}

/** The process itself. */
export const processIo: CliIo = {
  env: process.env,
  cwd: process.cwd(),
  out: line => process.stdout.write(`${line}\n`),
  fail: line => process.stderr.write(`${line}\n`),
  untilStopped: () =>
    new Promise(resolve => {
      // a second signal ends the process at once, as without us
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    }),
};
