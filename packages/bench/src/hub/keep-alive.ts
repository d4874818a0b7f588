import {connect, type Socket} from 'node:net';

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Requests over so many connections that are kept. */
export interface KeptConnections {
  /** Waits for a connection that is free. Rejects when there is no whole answer. */
  readonly post: (path: string, headers: string, body: string) => Promise<Answer>;
  readonly close: () => void;
}

/**
 * A client of HTTP/1.1 that does no more than a measurement needs: one that costs as much as the server
 * measures itself, on a machine where both share two cores. It knows answers with a Content-Length.
 */
export async function keepConnections(origin: string, count: number): Promise<KeptConnections> {
  const {hostname, port, host} = new URL(origin);
  const connections = await Promise.all(
    Array.from({length: count}, () => Connection.open(hostname, Number(port))),
  );
  const free = [...connections];
  const waiting: ((connection: Connection) => void)[] = [];
  const take = (): Connection | Promise<Connection> =>
    free.pop() ?? new Promise<Connection>(resolve => waiting.push(resolve));
  const giveBack = (connection: Connection): void => {
    const next = waiting.shift();
    if (next) next(connection);
    else free.push(connection);
  };
  return {
    async post(path, headers, body) {
      const connection = await take();
      try {
        return await connection.ask(
          `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n` +
            `content-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`,
        );
      } finally {
        giveBack(connection);
      }
    },
    close() {
      for (const connection of connections) connection.close();
    },
  };
}

class Connection {
  #read = '';
  #settle: {resolve(answer: Answer): void; reject(error: Error): void} | undefined;

  private constructor(private readonly socket: Socket) {
    const fail = (error: Error): void => this.#settle?.reject(error);
    // one character for each byte, so that lengths are those of the wire
    socket.setEncoding('latin1').on('data', (part: string) => this.#take(part));
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('The server closed the connection.')));
  }

  static open(host: string, port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({host, port, noDelay: true}, () => {
        socket.off('error', reject);
        resolve(new Connection(socket));
      });
      socket.once('error', reject);
    });
  }

  ask(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#settle = {resolve, reject};
      this.socket.write(request);
    });
  }

  close(): void {
    this.#settle = undefined;
    this.socket.destroy();
  }

  #take(part: string): void {
    this.#read += part;
    const answer = readAnswer(this.#read);
    if (answer === undefined) return;
    this.#read = '';
    this.#settle?.resolve(answer);
  }
}

/**
 * @param read what came so far, one character for each byte
 * @returns undefined while there is more to come
 */
export function readAnswer(read: string): Answer | undefined {
  const end = read.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = /\r\ncontent-length: *(\d+)/i.exec(read.slice(0, end))?.[1];
  if (length === undefined) throw new Error('An answer came without its length.');
  const text = read.slice(end + 4);
  if (text.length < Number(length)) return undefined;
  return {status: Number(read.slice(9, 12)), text: Buffer.from(text, 'latin1').toString('utf8')};
}
