import {createHash} from 'node:crypto';
import {connect} from 'node:net';
import type {Socket} from 'node:net';
import type {Chance} from '../../chance-and-clock.js';
import type {After} from '../../after.js';
import {backoff} from '../backoff.js';
import {NotConnected} from '../bridge.js';
import {NS} from './namespaces.js';
import {escapeXml, serialize, xml} from './xml/element.js';
import type {XmlElement} from './xml/element.js';
import {XmlStreamParser} from './xml/stream-parser.js';
import {XmlError} from './xml/text.js';

/** Where the server takes components (`component_ports` of Prosody). */
export interface ComponentAccount {
  host: string;
  port: number;
  /** `chat.hub.example`: the domain that the server gives to this component. */
  domain: string;
  secret: string;
}

export interface ComponentHandler {
  /** The server takes stanzas from now on. */
  up(): void;
  /** The line broke, or was never there; it is tried again by itself. */
  down(fault: string): void;
  /** In the order in which they came. */
  stanza(stanza: XmlElement): void;
}

export interface ComponentOptions {
  account: ComponentAccount;
  handler: ComponentHandler;
  chance: Chance;
  after: After;
}

/** Milliseconds before the line is tried again. */
const RETRY = {first: 500, most: 60_000};
/** Milliseconds in which the server must have opened its stream, and given back what it was asked to. */
const PATIENCE = 20_000;
/** Milliseconds without a word after which the server is asked whether it is there. */
const SILENCE = 60_000;
/** Milliseconds that the server has to end its stream as well. */
const FAREWELL = 2000;

/**
 * An external component (XEP-0114, `jabber:component:accept`): one TCP line to a server, over which it has a
 * whole domain. The line is opened again for ever. Without TLS, as the protocol has none: the server is on
 * this machine, or in a network of one's own.
 */
export class XmppComponent {
  readonly #options: ComponentOptions;
  #socket: Socket | undefined;
  #isUp = false;
  #isStopped = false;
  #tries = 0;
  #callOff = () => {};
  #ids = 0;
  /** What was asked to come back, by its id. */
  readonly #echoes = new Map<string, {resolve(): void; reject(error: Error): void}>();

  constructor(options: ComponentOptions) {
    this.#options = options;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  start(): void {
    if (!this.#isStopped) this.#connect();
  }

  /** @throws NotConnected */
  send(stanza: XmlElement): void {
    if (!this.#isUp || !this.#socket)
      throw new NotConnected('There is no line to the XMPP server.');
    this.#socket.write(serialize(stanza, NS.component));
  }

  /**
   * Settles once the server has taken all that was sent before: a stream has no receipts of its own, but its
   * stanzas are worked on in their order (RFC 6120, 10.1), so that one which the server sends back to us
   * tells of those before it.
   *
   * @throws NotConnected when the line breaks first
   */
  settle(): Promise<void> {
    const {domain} = this.#options.account;
    const id = `echo-${++this.#ids}-${Buffer.from(this.#options.chance.bytes(6)).toString('hex')}`;
    return new Promise((resolve, reject) => {
      const callOff = this.#options.after(PATIENCE, () => this.#lose('The XMPP server is silent.'));
      this.#echoes.set(id, {
        resolve: () => {
          callOff();
          resolve();
        },
        reject: error => {
          callOff();
          reject(error);
        },
      });
      try {
        this.send(
          xml('iq', {type: 'get', from: domain, to: domain, id}, xml('ping', {xmlns: NS.ping})),
        );
      } catch (error) {
        this.#echoes.get(id)?.reject(error as Error);
        this.#echoes.delete(id);
      }
    });
  }

  /** Ends the stream; what was sent before has reached the server. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#callOff();
    const socket = this.#socket;
    if (!socket) return;
    this.#isUp = false;
    await new Promise<void>(resolve => {
      const callOff = this.#options.after(FAREWELL, () => socket.destroy());
      socket.once('close', () => {
        callOff();
        resolve();
      });
      socket.end('</stream:stream>');
    });
  }

  /** Takes no more stanzas until `resume`. */
  pause(): void {
    this.#socket?.pause();
  }

  resume(): void {
    this.#socket?.resume();
  }

  #connect(): void {
    const {host, port, domain} = this.#options.account;
    const socket = connect({host, port, noDelay: true, keepAlive: true});
    this.#socket = socket;
    const parser = new XmlStreamParser({
      open: root => this.#shakeHands(socket, root.attributes['id'] ?? ''),
      element: element => this.#take(element),
      close: () => this.#lose('The XMPP server ended the stream.'),
    });
    socket.on('connect', () =>
      socket.write(
        `<?xml version="1.0"?><stream:stream xmlns="${NS.component}" xmlns:stream="${NS.stream}" to="${escapeXml(domain)}">`,
      ),
    );
    socket.on('data', bytes => {
      if (socket !== this.#socket) return;
      if (this.#isUp) this.#watch();
      try {
        parser.push(bytes);
      } catch (error) {
        const {condition} = error as XmlError;
        if (!(error instanceof XmlError)) throw error;
        socket.end(
          `<stream:error><${condition} xmlns="${NS.streams}"/></stream:error></stream:stream>`,
        );
        this.#lose(`The XMPP server sent what is no XMPP (${condition}).`);
      }
    });
    socket.on('error', error => this.#lose(faultOf(error), socket));
    socket.on('close', () => this.#lose('The line to the XMPP server broke.', socket));
    this.#callOff = this.#options.after(PATIENCE, () =>
      this.#lose('The XMPP server does not open its stream.', socket),
    );
  }

  /** XEP-0114, section 3: SHA-1 is what the protocol has. */
  #shakeHands(socket: Socket, id: string): void {
    const digest = createHash('sha1')
      .update(id + this.#options.account.secret)
      .digest('hex');
    socket.write(`<handshake>${digest}</handshake>`);
  }

  #take(stanza: XmlElement): void {
    if (stanza.namespace === NS.stream && stanza.name === 'error') {
      this.#lose(streamFault(stanza));
    } else if (stanza.name === 'handshake' && !this.#isUp) {
      this.#isUp = true;
      this.#tries = 0;
      this.#watch();
      this.#options.handler.up();
    } else if (!this.#isEcho(stanza)) {
      this.#options.handler.stanza(stanza);
    }
  }

  /** Our own question that came back, or what the server itself answered to it. */
  #isEcho({name, attributes: {id = '', from = ''}}: XmlElement): boolean {
    const echo = this.#echoes.get(id);
    const {domain} = this.#options.account;
    if (name !== 'iq' || !echo || from !== domain) return false;
    this.#echoes.delete(id);
    echo.resolve();
    return true;
  }

  /** Asks whether the server is there when it has been silent for long: a line can break without a word. */
  #watch(): void {
    this.#callOff();
    this.#callOff = this.#options.after(SILENCE, () => {
      this.settle().catch(() => undefined);
    });
  }

  #lose(fault: string, socket = this.#socket): void {
    if (!socket || socket !== this.#socket) return;
    this.#socket = undefined;
    this.#isUp = false;
    this.#callOff();
    socket.destroySoon();
    const error = new NotConnected(fault);
    for (const echo of this.#echoes.values()) echo.reject(error);
    this.#echoes.clear();
    if (this.#isStopped) return;
    this.#options.handler.down(fault);
    this.#tries++;
    const {chance, after} = this.#options;
    this.#callOff = after(backoff(this.#tries, RETRY, chance), () => this.start());
  }
}

function faultOf(error: Error): string {
  const {code} = error as {code?: string};
  return `The XMPP server cannot be reached (${code ?? error.name}).`;
}

function streamFault({children}: XmlElement): string {
  const condition = children.find(child => typeof child !== 'string')?.name ?? 'no reason given';
  return condition === 'not-authorized'
    ? 'The XMPP server does not take the secret of the component.'
    : `The XMPP server ended the stream (${condition}).`;
}
