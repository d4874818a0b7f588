import {hasTwoViews, toEvent} from '../log/event-view.js';
import type {EventRow, Viewer} from '../log/event-view.js';

/** An event as text, made once for all who hear of it. */
export interface RenderedEvent {
  seq: number;
  kind: string;
  /** Of `message` and the like. */
  messageId: string | null;
  /** Author of the message that it is about. */
  authorId: string | null;
  /** `message` and `held` of a visitor, `read` of the shop: what changes how much is unread. */
  role: string | null;
  /** `RoomNews` as JSON, for everybody. */
  plain: string;
  /** For the author and for moderators, where it is another. */
  full?: string;
}

const NOBODY: Viewer = {isModerator: false};
const MODERATOR: Viewer = {isModerator: true};

export function renderEvent(room: string, row: EventRow): RenderedEvent {
  const news = (viewer: Viewer) => JSON.stringify({room, event: toEvent(row, viewer)});
  return {
    seq: row.seq,
    kind: row.kind,
    messageId: row.message_id,
    authorId: row.author_id,
    role: row.role,
    plain: news(NOBODY),
    ...(hasTwoViews(row) && {full: news(MODERATOR)}),
  };
}

/** The text that this viewer is told. */
export function newsFor(
  {plain, full = plain, authorId}: RenderedEvent,
  {isModerator, authorId: own}: Viewer,
): string {
  return isModerator || own === authorId ? full : plain;
}
