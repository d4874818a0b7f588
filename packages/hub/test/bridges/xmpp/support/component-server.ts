import {createHash} from 'node:crypto';
import {createServer} from 'node:net';
import type {AddressInfo, Server, Socket} from 'node:net';
import {NS} from '../../../../src/bridges/xmpp/namespaces.js';
import {serialize} from '../../../../src/bridges/xmpp/xml/element.js';
import type {XmlElement} from '../../../../src/bridges/xmpp/xml/element.js';
import {XmlStreamParser} from '../../../../src/bridges/xmpp/xml/stream-parser.js';

/** The server's side of XEP-0114, which does with a component what a test wants. */
export class ComponentServer {
  /** Stanzas that came, questions to itself left out. */
  readonly stanzas: XmlElement[] = [];
  /** Lines that were opened. */
  lines = 0;
  /** What it does with a stanza before it works on the next one. */
  onStanza: (stanza: XmlElement) => Promise<void> | void = () => undefined;
  /** Whether what is sent to the component's own domain comes back. */
  echoes = true;
  secret = 'secret';
  readonly sockets = new Set<Socket>();

  private constructor(
    readonly server: Server,
    readonly port: number,
  ) {}

  static async start(port = 0): Promise<ComponentServer> {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', () => resolve()));
    const started = new ComponentServer(server, (server.address() as AddressInfo).port);
    server.on('connection', socket => started.#serve(socket));
    return started;
  }

  send(stanza: XmlElement): void {
    for (const socket of this.sockets) socket.write(serialize(stanza, NS.component));
  }

  /** Breaks all lines. */
  drop(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  stop(): Promise<void> {
    this.drop();
    return new Promise(resolve => this.server.close(() => resolve()));
  }

  #serve(socket: Socket): void {
    this.lines++;
    this.sockets.add(socket);
    const id = `stream-${this.lines}`;
    let done = Promise.resolve();
    const parser = new XmlStreamParser({
      open: () =>
        socket.write(
          `<?xml version='1.0'?><stream:stream xmlns='${NS.component}' xmlns:stream='${NS.stream}' id='${id}' from='hub.localhost'>`,
        ),
      element: element => {
        done = done.then(() => this.#take(socket, id, element));
      },
      close: () => socket.end('</stream:stream>'),
    });
    socket.on('data', bytes => parser.push(bytes));
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
  }

  async #take(socket: Socket, id: string, element: XmlElement): Promise<void> {
    if (element.name === 'handshake') {
      const wanted = createHash('sha1')
        .update(id + this.secret)
        .digest('hex');
      if (element.children[0] === wanted) socket.write('<handshake/>');
      else
        socket.end(
          `<stream:error><not-authorized xmlns='${NS.streams}'/></stream:error></stream:stream>`,
        );
      return;
    }
    const {from, to} = element.attributes;
    if (element.name === 'iq' && from === to) {
      if (this.echoes) socket.write(serialize(element, NS.component));
      return;
    }
    this.stanzas.push(element);
    await this.onStanza(element);
  }
}
