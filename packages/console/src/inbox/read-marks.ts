import {HubError} from '../api/hub-error.js';

export interface ReadMarksNeeds {
  /** @throws HubError */
  readonly send: (room: string, seq: number) => Promise<void>;
}

/** Tells the hub what somebody has seen: each number once, the highest last, one at a time in a room. */
export class ReadMarks {
  /** What was asked for, by room. */
  private readonly wanted = new Map<string, number>();
  private readonly told = new Map<string, number>();
  private readonly busy = new Set<string>();

  constructor(private readonly needs: ReadMarksNeeds) {}

  /** Somebody has seen the room up to this event. */
  see(room: string, seq: number): void {
    if (seq <= (this.wanted.get(room) ?? 0)) return;
    this.wanted.set(room, seq);
    void this.tell(room);
  }

  /** Tells what could not be told before. */
  retry(): void {
    for (const room of this.wanted.keys()) void this.tell(room);
  }

  private async tell(room: string): Promise<void> {
    const seq = this.wanted.get(room) ?? 0;
    if (this.busy.has(room) || seq <= (this.told.get(room) ?? 0)) return;
    this.busy.add(room);
    let isDone = true;
    try {
      await this.needs.send(room, seq);
    } catch (error) {
      // what is refused now will be refused again
      isDone = !(error instanceof HubError && error.isPassing);
    }
    this.busy.delete(room);
    if (!isDone) return;
    this.told.set(room, seq);
    // more was seen while this was on its way
    await this.tell(room);
  }
}
