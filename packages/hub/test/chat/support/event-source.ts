/** One server-sent event as it came. */
export interface ServerEvent {
  event: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into it by name
  data: any;
  id: string | undefined;
}

/** Reads a stream of server-sent events, one at a time (WHATWG HTML, 9.2.6). */
export class EventReader {
  #text = '';
  comments = 0;
  /** Characters of the first comment. */
  hello = 0;
  lastEventId: string | undefined;
  #decoder = new TextDecoder();
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;

  constructor(
    readonly response: Response,
    readonly abort: AbortController,
  ) {
    this.#reader = response.body!.getReader();
  }

  /** @throws when the answer is no stream */
  static async open(url: string, headers: Record<string, string>): Promise<EventReader> {
    const abort = new AbortController();
    const response = await fetch(url, {headers, signal: abort.signal});
    if (response.status !== 200) {
      throw Object.assign(new Error(await response.text()), {status: response.status});
    }
    return new EventReader(response, abort);
  }

  /** The next event; `undefined` once the stream has ended. */
  async next(): Promise<ServerEvent | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end < 0) {
        const {value, done} = await this.#reader.read();
        if (done) return undefined;
        this.#text += this.#decoder.decode(value, {stream: true});
        continue;
      }
      const block = this.#text.slice(0, end);
      this.#text = this.#text.slice(end + 2);
      const found = this.#parse(block);
      if (found) return found;
    }
  }

  /** So many events, as they come. */
  async some(count: number): Promise<ServerEvent[]> {
    const events: ServerEvent[] = [];
    while (events.length < count) {
      const event = await this.next();
      if (!event) break;
      events.push(event);
    }
    return events;
  }

  /** The line is cut. */
  drop(): void {
    this.abort.abort();
  }

  #parse(block: string): ServerEvent | undefined {
    if (block.startsWith(':')) {
      this.comments++;
      this.hello ||= block.length + 2;
      return undefined;
    }
    const fields = new Map(
      block.split('\n').map(line => {
        const at = line.indexOf(': ');
        return [line.slice(0, at), line.slice(at + 2)] as const;
      }),
    );
    const id = fields.get('id');
    this.lastEventId = id ?? this.lastEventId;
    return {event: fields.get('event') ?? 'message', data: JSON.parse(fields.get('data')!), id};
  }
}
