import {npm} from './npm.js';
import {runCommand} from './run-command.js';

/** Runs `npm run build`, silent unless it fails, when it shows all output. True when it passed. */
export async function buildQuietly(): Promise<boolean> {
  const {code, output} = await runCommand(npm('run', 'build'), {
    env: {WIREIT_LOGGER: 'quiet-ci'},
  });
  if (code !== 0) process.stderr.write(output);
  return code === 0;
}
