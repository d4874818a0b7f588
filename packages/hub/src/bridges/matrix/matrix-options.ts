/** The `matrix` part of the hub's configuration. */
export interface MatrixOptions {
  /** Where the homeserver answers to clients (`https://matrix.example`), without a slash at its end. */
  homeserver: string;
  /** What stands after the colon in its users' names. */
  domain: string;
  /** What the names of visitors and rooms begin with: the homeserver keeps it for the hub. */
  prefix: string;
}

/** How this application service is called in its registration. */
export const SERVICE_ID = 'local-widgets-hub';

/** The user of a conversation's visitor. */
export const userOf = ({prefix, domain}: MatrixOptions, room: string) =>
  `@${prefix}${room}:${domain}`;

/** The alias of a conversation's room, without sign and domain: the same room is never made twice. */
export const aliasOf = ({prefix}: MatrixOptions, room: string) => `${prefix}${room}`;

/** The conversation of a user or alias of ours; `undefined` for others. */
export function roomOf({prefix, domain}: MatrixOptions, name: string): string | undefined {
  const [, own] = /^[@#](.+)$/.exec(name) ?? [];
  const end = `:${domain}`;
  if (!own?.startsWith(prefix) || !own.endsWith(end)) return undefined;
  return own.slice(prefix.length, -end.length);
}
