import {startChild, type HubChild} from '../../../hub/test/support/hub-child.js';
import type {TestDatabase} from '../../../hub/test/support/databases.js';

/** Two hubs of one town, each in a process of its own, on one database. */
export class TwoHubs {
  private readonly children: (HubChild | undefined)[] = [undefined, undefined];
  private readonly starts = new Set<Promise<void>>();
  private isOver = false;

  constructor(
    private readonly database: TestDatabase,
    private readonly settings: object,
  ) {}

  /** Those that are up. */
  get addresses(): string[] {
    return this.children.flatMap(child => (child ? [child.address] : []));
  }

  async start(): Promise<void> {
    for (const at of [0, 1]) await this.startOne(at);
  }

  /** Ends one without a word, as a power cut does; it comes back by itself. */
  async kill(at: number): Promise<void> {
    const child = this.children[at];
    if (!child) return;
    this.children[at] = undefined;
    await child.kill();
    const start = this.startOne(at).finally(() => this.starts.delete(start));
    this.starts.add(start);
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.starts);
    // eslint-disable-next-line @typescript-eslint/await-thenable -- some of them are not there
    await Promise.all(this.children.map(child => child?.kill()));
  }

  private async startOne(at: number): Promise<void> {
    const child = await startChild(this.database, this.settings);
    if (this.isOver) await child.kill();
    else this.children[at] = child;
  }
}
