/** An event as a homeserver pushes it; nothing of it is certain. */
export interface MatrixEvent {
  type?: unknown;
  event_id?: unknown;
  room_id?: unknown;
  sender?: unknown;
  state_key?: unknown;
  redacts?: unknown;
  content?: Record<string, unknown>;
}

/** What an event of somebody in a conversation's room says. */
export type MatrixSaid =
  | {kind: 'text'; text: string}
  | {kind: 'picture'; server: string; media: string; name: string; alt?: string}
  | {kind: 'file'}
  | {kind: 'encrypted'}
  | {kind: 'redaction'; of: string}
  | {kind: 'membership'; of: string; isThere: boolean};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads it; `undefined` for all that has no meaning in a conversation, notices of other programs among it. */
export function readEvent({
  type,
  content = {},
  redacts,
  state_key,
}: MatrixEvent): MatrixSaid | undefined {
  switch (type) {
    case 'm.room.message':
      return readMessage(content);
    case 'm.room.encrypted':
      return {kind: 'encrypted'};
    case 'm.room.redaction': {
      // room version 11 moved it into the content
      const of = text(redacts) || text(content['redacts']);
      return of === '' ? undefined : {kind: 'redaction', of};
    }
    case 'm.room.member': {
      const {membership} = content;
      const isThere = membership === 'join' || membership === 'invite';
      return {kind: 'membership', of: text(state_key), isThere};
    }
    default:
      return undefined;
  }
}

function readMessage(content: Record<string, unknown>): MatrixSaid | undefined {
  const relation = (content['m.relates_to'] ?? {}) as Record<string, unknown>;
  const next = content['m.new_content'] as Record<string, unknown> | undefined;
  // the log has no corrections: what is corrected is said again
  if (relation['rel_type'] === 'm.replace' && next) {
    const corrected = text(next['body']);
    return corrected === '' ? undefined : {kind: 'text', text: `* ${corrected}`};
  }
  const body = text(content['body']);
  switch (content['msgtype']) {
    case 'm.text':
    case 'm.emote':
    case 'm.location': {
      const said = relation['m.in_reply_to'] === undefined ? body : withoutFallback(body);
      return said.trim() === '' ? undefined : {kind: 'text', text: said};
    }
    case 'm.image':
      return readPicture(content, body);
    case 'm.file':
    case 'm.audio':
    case 'm.video':
      return {kind: 'file'};
    default:
      return undefined;
  }
}

/** The lines that quote what is answered, for programs that cannot show it (before Matrix 1.13). */
function withoutFallback(body: string): string {
  if (!body.startsWith('> ')) return body;
  const lines = body.split('\n');
  const end = lines.findIndex(line => !line.startsWith('> '));
  return end < 0 ? '' : lines.slice(end).join('\n').trimStart();
}

function readPicture(content: Record<string, unknown>, body: string): MatrixSaid {
  const [, server, media] = /^mxc:\/\/([^/]+)\/([\w-]+)$/.exec(text(content['url'])) ?? [];
  if (server === undefined || media === undefined) return {kind: 'file'};
  const name = text(content['filename']) || body;
  return {kind: 'picture', server, media, name, ...(body !== name && body !== '' && {alt: body})};
}

/** What the ephemeral part of a transaction tells of one user, room by room. */
export type MatrixSeen =
  | {kind: 'receipt'; room: string; event: string; user: string}
  | {kind: 'typing'; room: string; users: readonly string[]};

export function readEphemeral({type, room_id, content = {}}: MatrixEvent): MatrixSeen[] {
  const room = text(room_id);
  if (room === '') return [];
  if (type === 'm.typing') {
    const users = Array.isArray(content['user_ids']) ? content['user_ids'].map(text) : [];
    return [{kind: 'typing', room, users}];
  }
  if (type !== 'm.receipt') return [];
  return Object.entries(content).flatMap(([event, receipts]) =>
    Object.keys((receipts as Record<string, object> | null)?.['m.read'] ?? {}).map(user => ({
      kind: 'receipt' as const,
      room,
      event,
      user,
    })),
  );
}
