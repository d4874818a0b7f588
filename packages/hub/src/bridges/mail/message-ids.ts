/** The mail that all mails of a conversation follow: it was never sent, and keeps them together. */
export const rootId = (room: string, hostname: string) => `chat.${room}@${hostname}`;

/**
 * The `Message-ID` of a mail of a conversation, without angle brackets.
 *
 * @param upTo number of the last event that it tells of
 * @param row of the outbox: the same when it is sent again
 */
export const mailId = (
  {room, upTo, row}: {room: string; upTo: number; row: string},
  hostname: string,
) => `chat.${room}.${upTo}.${row}@${hostname}`;

/** Up to which event whoever answers these mails has read the conversation; 0 when none of them tells. */
export function seenUpTo(references: readonly string[], room: string): number {
  const prefix = `chat.${room}.`;
  const numbers = references
    .filter(id => id.startsWith(prefix))
    .map(id => Number(/^\d{1,15}/.exec(id.slice(prefix.length))?.[0] ?? 0));
  return Math.max(0, ...numbers);
}
