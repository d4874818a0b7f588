import type {HubContext} from '../../context.js';
import {SERVICE_ID} from './matrix-options.js';
import type {MatrixOptions} from './matrix-options.js';

/** Secrets of the two directions: what the hub shows to the homeserver, and the homeserver to the hub. */
export interface MatrixTokens {
  appService: string;
  homeserver: string;
}

/** Made once, and shared by the processes of a hub. */
export async function matrixTokens({
  secrets,
}: Pick<HubContext['chat'], 'secrets'>): Promise<MatrixTokens> {
  return {
    appService: await secrets.read('matrix-as'),
    homeserver: await secrets.read('matrix-hs'),
  };
}

/**
 * The registration file of the application service, YAML (Matrix application service API, "Registration").
 * All its values are written as JSON strings, which YAML reads alike.
 */
export function registrationFile(
  {domain, prefix}: MatrixOptions,
  {appService, homeserver}: MatrixTokens,
  publicUrl: string,
): string {
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const regex = (sign: string) => JSON.stringify(`${sign}${escaped(prefix)}.*:${escaped(domain)}`);
  return [
    `id: ${JSON.stringify(SERVICE_ID)}`,
    `url: ${JSON.stringify(publicUrl)}`,
    `as_token: ${JSON.stringify(appService)}`,
    `hs_token: ${JSON.stringify(homeserver)}`,
    `sender_localpart: ${JSON.stringify(`${prefix}hub`)}`,
    'rate_limited: false',
    'receive_ephemeral: true',
    '# the same, for homeservers of before Matrix 1.13',
    'de.sorunome.msc2409.push_ephemeral: true',
    'namespaces:',
    '  users:',
    '    - exclusive: true',
    `      regex: ${regex('@')}`,
    '  aliases:',
    '    - exclusive: true',
    `      regex: ${regex('#')}`,
    '  rooms: []',
    '',
  ].join('\n');
}
