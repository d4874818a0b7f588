/** Bytes of the first comment: proxies that collect a page of text before they pass it on let it through. */
const HELLO_SIZE = 2048;

/** The first block of a stream. */
export const HELLO = `:${' '.repeat(HELLO_SIZE - 3)}\n\n`;

/** Says that the line is alive, and nothing else. */
export const HEARTBEAT = ':\n\n';

/** One server-sent event (WHATWG HTML, 9.2); the data is JSON and holds no line break. */
export function sseBlock(event: string, data: string, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`;
}

/** What every stream is sent with: nobody on the way keeps, changes or collects it (nginx among them). */
export const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
} as const;
