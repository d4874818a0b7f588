import type {DeskEvent} from '@local-widgets/model/schemas.js';
import type {EventDraft} from './event-draft.js';

/** An event that is being written, and what it was made from. */
export interface KeptDraft {
  readonly calendar: string;
  /** UUID of the event, made here for a new one: a second try is the same event. */
  readonly id: string;
  /** Absent of a new one. */
  readonly base: DeskEvent | undefined;
  readonly draft: EventDraft;
}

/** Drafts that the hub does not have, kept on the device: neither a reload nor the end of a session loses them. */
export class DraftBox {
  private kept: Map<string, KeptDraft> | undefined;

  constructor(
    /** Name in the storage: of one person in one shop. */
    private readonly key: string,
    private readonly storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined,
  ) {}

  get size(): number {
    return this.all.size;
  }

  /** Those of one calendar. */
  of(calendar: string): readonly KeptDraft[] {
    return [...this.all.values()].filter(kept => kept.calendar === calendar);
  }

  get(id: string): KeptDraft | undefined {
    return this.all.get(id);
  }

  put(kept: KeptDraft): void {
    this.all.set(kept.id, kept);
    this.write();
  }

  remove(id: string): void {
    if (this.all.delete(id)) this.write();
  }

  clear(): void {
    this.all.clear();
    this.write();
  }

  private get all(): Map<string, KeptDraft> {
    return (this.kept ??= this.read());
  }

  private read(): Map<string, KeptDraft> {
    try {
      const list = JSON.parse(this.storage()?.getItem(this.key) ?? '[]') as KeptDraft[];
      return new Map(list.map(kept => [kept.id, kept]));
    } catch {
      // whatever stands there is not ours
      return new Map();
    }
  }

  private write(): void {
    const list = [...this.all.values()];
    try {
      if (list.length === 0) this.storage()?.removeItem(this.key);
      else this.storage()?.setItem(this.key, JSON.stringify(list));
    } catch {
      // a full storage: they stay as long as the page
    }
  }
}
