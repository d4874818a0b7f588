import {Agent, request, type ClientRequest} from 'node:http';

/** One connection for each, never kept for another request. */
const agent = new Agent({keepAlive: false, maxSockets: Infinity});

const ID = /^id: (.*)$/gm;
const TEXT = /"text":"([^"]*)"/g;

/** A visitor's stream, read with just as much work as it takes. */
export class SseVisitor {
  private line: ClientRequest | undefined;
  private lastId = '';
  private heard = 0;
  private enough: (() => void) | undefined;
  private wanted = Infinity;

  constructor(
    private readonly origin: string,
    private readonly secret: string,
    private readonly hear: (text: string) => void,
  ) {}

  /** Resolves with the first bytes. */
  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.line = request(`${this.origin}/v1/events`, {
        agent,
        headers: {
          authorization: `Bearer ${this.secret}`,
          accept: 'text/event-stream',
          ...(this.lastId && {'last-event-id': this.lastId}),
        },
      });
      this.line.on('error', reject);
      this.line.on('response', answer => {
        if (answer.statusCode !== 200)
          reject(new Error(`The stream answered ${answer.statusCode}.`));
        let rest = '';
        answer.setEncoding('utf8').on('data', (piece: string) => {
          resolve();
          const text = rest + piece;
          const last = text.lastIndexOf('\n\n');
          const end = last < 0 ? 0 : last + 2;
          rest = text.slice(end);
          this.read(text.slice(0, end));
        });
        answer.on('error', () => undefined);
      });
      this.line.end();
    });
  }

  close(): void {
    this.line?.on('error', () => undefined);
    this.line?.destroy();
  }

  /** Opens the line again and waits for so many events. */
  async catchUp(missed: number): Promise<void> {
    this.heard = 0;
    this.wanted = missed;
    const all = new Promise<void>(resolve => (this.enough = resolve));
    await this.open();
    await all;
  }

  private read(blocks: string): void {
    if (!blocks.includes('data:')) return;
    for (const [, text = ''] of blocks.matchAll(TEXT)) {
      this.heard++;
      this.hear(text);
    }
    this.lastId = [...blocks.matchAll(ID)].at(-1)?.[1] ?? this.lastId;
    if (this.heard >= this.wanted) this.enough?.();
  }
}
