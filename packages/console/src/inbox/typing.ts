import type {ChatAuthor} from '@local-widgets/model/schemas.js';
import type {DeskEnvironment} from '../environment.js';

/** Milliseconds: who types is told at most so often, and believed for so long. */
const TELL_EVERY = 3000;
const BELIEVED_FOR = 6000;

export interface TypingNeeds {
  readonly tell: (room: string) => Promise<void>;
  readonly changed: () => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly environment: () => Pick<DeskEnvironment, 'sleep'>;
}

/** Who is writing in which room, here and there; told and forgotten. */
export class Typing {
  private readonly writers = new Map<string, ChatAuthor>();
  private readonly ends = new Map<string, AbortController>();
  private readonly toldAt = new Map<string, number>();

  constructor(private readonly needs: TypingNeeds) {}

  /** Who writes in a room at present. */
  in(room: string): ChatAuthor | undefined {
    return this.writers.get(room);
  }

  /** Somebody else writes. */
  hear(room: string, author: ChatAuthor): void {
    this.ends.get(room)?.abort();
    const end = new AbortController();
    this.ends.set(room, end);
    this.writers.set(room, author);
    this.needs.changed();
    void this.needs
      .environment()
      .sleep(BELIEVED_FOR, end.signal)
      .then(() => {
        if (this.ends.get(room) === end) this.forget(room);
      });
  }

  /** They have written it. */
  done(room: string, authorId: string): void {
    if (this.writers.get(room)?.id === authorId) this.forget(room);
  }

  /** Somebody here writes. */
  tell(room: string): void {
    const now = this.needs.now();
    if (now - (this.toldAt.get(room) ?? -Infinity) < TELL_EVERY) return;
    this.toldAt.set(room, now);
    // nobody misses it
    this.needs.tell(room).catch(() => undefined);
  }

  stop(): void {
    for (const room of [...this.ends.keys()]) this.forget(room);
  }

  private forget(room: string): void {
    this.ends.get(room)?.abort();
    this.ends.delete(room);
    this.writers.delete(room);
    this.needs.changed();
  }
}
