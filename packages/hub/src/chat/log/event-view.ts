import type {ChatAuthor, ChatEvent, ChatImage, ChatMessage} from '@local-widgets/model/schemas.js';

/** Who looks at a log: decides what is seen of held messages and of the reasons of moderators. */
export interface Viewer {
  /** Their id in the room; absent for who only reads. */
  authorId?: string | undefined;
  /** Somebody of the shop or town hall. */
  isModerator: boolean;
}

/** A line of a log with the message that it names. */
export interface EventRow {
  seq: number;
  at: number;
  kind: string;
  message_id: string | null;
  data: string | null;
  author_id: string | null;
  role: string | null;
  name: string | null;
  via: string | null;
  text: string | null;
  image: string | null;
}

/** Whether the viewer is told what others are not: the author of the message, and moderators. */
const isTold = ({author_id}: Pick<EventRow, 'author_id'>, viewer: Viewer): boolean =>
  viewer.isModerator || (author_id !== null && author_id === viewer.authorId);

/** Whether it is another line for some than for the rest. */
export const hasTwoViews = ({kind, data}: Pick<EventRow, 'kind' | 'data'>): boolean =>
  kind === 'held' || (kind === 'deleted' && data !== null && data.includes('"reason"'));

/** A line as somebody may see it. */
export function toEvent(row: EventRow, viewer: Viewer): ChatEvent {
  const {seq, kind, message_id, data} = row;
  const head = {seq, at: new Date(row.at).toISOString()};
  const told = data === null ? {} : (JSON.parse(data) as Record<string, unknown>);
  switch (kind) {
    case 'message':
    case 'approved':
      return {...head, kind, message: messageOf(row)};
    case 'held':
      return isTold(row, viewer) ? {...head, kind, message: messageOf(row)} : {...head, kind};
    case 'deleted': {
      const {reason, ...rest} = told;
      const seen = reason !== undefined && isTold(row, viewer) ? {...rest, reason} : rest;
      return {...head, kind, message: message_id, ...seen} as ChatEvent;
    }
    default:
      return {...head, kind, ...told} as ChatEvent;
  }
}

/** The message as it is now: without text and image once it is deleted. */
export function messageOf({
  message_id,
  author_id,
  role,
  name,
  via,
  text,
  image,
}: Omit<EventRow, 'seq' | 'at' | 'kind' | 'data'>): ChatMessage {
  return {
    id: message_id!,
    author: {
      id: author_id ?? '',
      role: (role ?? 'hub') as ChatAuthor['role'],
      ...(name !== null && {name}),
    },
    ...(text !== null && {text}),
    ...(image !== null && {image: JSON.parse(image) as ChatImage}),
    via: (via ?? 'hub') as ChatMessage['via'],
  };
}
