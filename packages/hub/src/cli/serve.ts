import {createSetUpLink} from '../accounts/sign-in-links.js';
import {startHub} from '../hub.js';
import type {CommandCall} from './commands.js';

/** Runs until it is told to stop, then ends what is under way. */
export async function serve({config, io}: CommandCall): Promise<undefined> {
  const hub = await startHub({config});
  io.out(`The hub listens on ${hub.address}`);
  io.out(`People reach it at ${hub.context.config.publicUrl}`);
  const link = await createSetUpLink(hub.context);
  if (link !== undefined) io.out(`Set up the first admin: ${link}`);
  await io.untilStopped();
  await hub.stop();
}
