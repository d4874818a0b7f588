/** One event of a stream. */
export interface StreamEvent {
  /** `message` unless named. */
  readonly type: string;
  readonly data: string;
}

/**
 * Reads `text/event-stream` (WHATWG HTML, 9.2.6) from pieces of text that may end anywhere. Comments,
 * ids and unknown fields are skipped: the logs of the rooms know where they are.
 */
export class EventStreamReader {
  private rest = '';
  private data: string[] = [];
  private type = '';

  /** The events that this piece completes. */
  push(text: string): StreamEvent[] {
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    return lines.flatMap(line => this.readLine(line));
  }

  private readLine(line: string): StreamEvent[] {
    if (line) {
      const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
      if (field === 'data') this.data.push(value);
      else if (field === 'event') this.type = value;
      return [];
    }
    const {data, type} = this;
    this.data = [];
    this.type = '';
    return data.length > 0 ? [{type: type || 'message', data: data.join('\n')}] : [];
  }
}
