/** One event of a stream. */
export interface ServerSentEvent {
  /** `message` unless named. */
  readonly type: string;
  readonly data: string;
}

/**
 * Reads `text/event-stream` (WHATWG HTML, 9.2.6) from pieces of text that may end anywhere. Comments
 * and unknown fields are skipped; the last id is kept over the whole stream.
 */
export class EventStreamReader {
  private rest = '';
  private data: string[] = [];
  private type = '';

  /** @param lastEventId the last `id` that came, kept up to date */
  constructor(public lastEventId = '') {}

  /** The events that this piece completes. */
  push(text: string): ServerSentEvent[] {
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    return lines.flatMap(line => this.readLine(line));
  }

  private readLine(line: string): ServerSentEvent[] {
    if (line === '') return this.dispatch();
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'data') this.data.push(value);
    else if (field === 'event') this.type = value;
    else if (field === 'id' && !value.includes('\0')) this.lastEventId = value;
    return [];
  }

  private dispatch(): ServerSentEvent[] {
    const {data, type} = this;
    this.data = [];
    this.type = '';
    return data.length > 0 ? [{type: type || 'message', data: data.join('\n')}] : [];
  }
}
