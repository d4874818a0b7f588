import {parseArgs} from 'node:util';
import {ConfigError} from '../config/config-error.js';
import {readConfig} from '../config/read-config.js';
import {DatabaseError} from '../database/database-error.js';
import {HubProblem} from '../http/problem.js';
import {toJson} from '../http/error-handler.js';
import {CliError} from './cli-error.js';
import {COMMANDS, OPTIONS} from './commands.js';
import {HELP} from './help.js';
import {processIo} from './io.js';
import type {CliIo} from './io.js';

/**
 * Runs one command; `serve` when none is named.
 *
 * @param argv without the program's own name
 * @returns the exit code: 0 done, 1 not done (a sentence on standard error says why)
 */
export async function main(argv: readonly string[], io: CliIo = processIo): Promise<number> {
  try {
    return await run(argv, io);
  } catch (error) {
    for (const line of explain(error)) io.fail(line);
    return 1;
  }
}

async function run(argv: readonly string[], io: CliIo): Promise<number> {
  const {values, positionals} = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
  });
  const [name = 'serve', ...args] = positionals;
  if (values.help || name === 'help') {
    io.out(HELP);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    throw new CliError(`There is no command “${name}”. Try “local-widgets-hub help”.`);
  }
  const {config: file, port} = values;
  const env = port === undefined ? io.env : {...io.env, PORT: port};
  const config = readConfig({env, cwd: io.cwd, file});
  return (await command({config, args, options: values, io})) ?? 0;
}

/** Sentences for what is expected to go wrong; the whole story for what is not. */
function explain(error: unknown): string[] {
  if (error instanceof ConfigError) return [...error.faults];
  if (error instanceof HubProblem) {
    const {title, detail, fields = []} = toJson(error, 'en');
    return [detail ?? title, ...fields.map(({pointer, message}) => `${pointer}: ${message}`)];
  }
  if (error instanceof CliError || error instanceof DatabaseError) return [error.message];
  if (!(error instanceof Error)) return [String(error)];
  const code = (error as {code?: unknown}).code;
  if (code === 'EADDRINUSE') {
    return ['The port is taken: another hub runs already, or choose one with --port.'];
  }
  if (typeof code === 'string' && /^ERR_PARSE_ARGS/.test(code)) return [error.message];
  return [error.stack ?? error.message];
}
