import type {ChatSettings, RoomSummary} from '@local-widgets/model/schemas.js';

export type RoomState = RoomSummary['room']['state'];

/** What a summary brought that somebody may want to hear of. */
export type News = 'message' | 'held' | undefined;

/**
 * The conversations and rooms of a shop as the hub last told them. Summaries come from lists, answers
 * and the stream, in any order: the one that knows more of the room's log stays.
 */
export class InboxStore {
  /** Absent until the first list has come. */
  settings: ChatSettings | undefined;

  private readonly told = new Map<string, RoomSummary>();
  /** Up to which event this desk has shown a room; the hub may not know it yet. */
  private readonly seen = new Map<string, number>();
  /** There was a list: what comes from now on is new. */
  private isFilled = false;

  /** The latest first. */
  get rooms(): readonly RoomSummary[] {
    return [...this.told.values()].map(summary => this.shown(summary)).sort(byLatest);
  }

  get(id: string): RoomSummary | undefined {
    const summary = this.told.get(id);
    return summary && this.shown(summary);
  }

  /** Rooms with something that nobody of the shop has seen, or has to decide. */
  get waiting(): number {
    return this.rooms.filter(isWaiting).length;
  }

  /** Takes one summary, and says what is new in it. */
  put(summary: RoomSummary): News {
    const {id, lastSeq} = summary.room;
    const known = this.told.get(id);
    if (known && known.room.lastSeq > lastSeq) return undefined;
    this.told.set(id, summary);
    return this.isFilled ? newsIn(known, summary) : undefined;
  }

  /**
   * Takes the latest rooms of a state. What is known of the same time and state and is not among them is
   * there no more: erased, or kept long enough.
   *
   * @returns the rooms with news in them
   */
  putLatest(
    rooms: readonly RoomSummary[],
    state: RoomState,
  ): {summary: RoomSummary; news: NonNullable<News>}[] {
    const ids = new Set(rooms.map(({room}) => room.id));
    const oldest = rooms.at(-1)?.lastAt ?? '';
    for (const [id, {room, lastAt}] of this.told) {
      if (room.state === state && !ids.has(id) && lastAt > oldest) this.told.delete(id);
    }
    const news = rooms.flatMap(summary => {
      const one = this.put(summary);
      return one ? [{summary, news: one}] : [];
    });
    this.isFilled = true;
    return news;
  }

  /** The room is not there any more. */
  remove(id: string): void {
    this.told.delete(id);
  }

  /** Somebody has seen the room up to this event: it is not unread here, before the hub says so. */
  see(id: string, seq: number): void {
    this.seen.set(id, Math.max(seq, this.seen.get(id) ?? 0));
  }

  private shown(summary: RoomSummary): RoomSummary {
    const {id, lastSeq} = summary.room;
    const isSeen = summary.unread > 0 && lastSeq <= (this.seen.get(id) ?? 0);
    return isSeen ? {...summary, unread: 0} : summary;
  }
}

/** Whether somebody has to look at it. */
export function isWaiting({unread, toModerate, isBlocked}: RoomSummary): boolean {
  return (unread > 0 && !isBlocked) || toModerate > 0;
}

function newsIn(known: RoomSummary | undefined, summary: RoomSummary): News {
  if (summary.toModerate > (known?.toModerate ?? 0)) return 'held';
  const {room, lastMessage, unread, isBlocked} = summary;
  const isNew = lastMessage !== undefined && lastMessage.id !== known?.lastMessage?.id;
  const isForUs = isNew && lastMessage.author.role === 'visitor' && unread > 0 && !isBlocked;
  // neighbours among themselves do not ring at the town hall
  return isForUs && room.kind === 'conversation' ? 'message' : undefined;
}

function byLatest(one: RoomSummary, other: RoomSummary): number {
  return other.lastAt.localeCompare(one.lastAt) || one.room.id.localeCompare(other.room.id);
}
