import type {RoomSummary} from '@local-widgets/model/schemas.js';
import type {InboxApi, RoomsAnswer} from '../api/inbox-api.js';
import type {RoomState} from './inbox-store.js';

/** How far the list of rooms in one state is loaded: page by page, the latest first. */
export class RoomList {
  /** The first page has come. */
  hasLoaded = false;

  /** Where the next page begins; absent when there are no more. */
  private next: string | undefined;

  constructor(
    private readonly api: InboxApi,
    readonly state: RoomState,
  ) {}

  /** There are older ones. */
  get hasMore(): boolean {
    return this.next !== undefined;
  }

  /** The latest ones; pages that came before stay. */
  latest(signal?: AbortSignal): Promise<RoomsAnswer> {
    return this.api.rooms({state: this.state}, signal);
  }

  /** Notes that the latest ones are known. */
  know({next}: RoomsAnswer): void {
    if (!this.hasLoaded) this.next = next;
    this.hasLoaded = true;
  }

  /** The next older ones. */
  async older(): Promise<readonly RoomSummary[]> {
    const {rooms, next} = await this.api.rooms({state: this.state, before: this.next});
    this.next = next;
    return rooms;
  }
}
