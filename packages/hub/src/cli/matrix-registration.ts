import {matrixTokens, registrationFile} from '../bridges/matrix/registration.js';
import {CliError} from './cli-error.js';
import type {CommandCall} from './commands.js';
import {withContext} from './with-context.js';

/** Prints the file with which a homeserver gets to know this hub; the same each time. */
export async function matrixRegistration({config, io}: CommandCall): Promise<undefined> {
  const {matrix} = config.bridges;
  if (!matrix) {
    throw new CliError('Set bridges.matrix.homeserver and bridges.matrix.domain first.');
  }
  await withContext(config, async ({chat}) => {
    const file = registrationFile(matrix, await matrixTokens(chat), config.publicUrl);
    io.out(file.trimEnd());
  });
  return undefined;
}
