import {connect} from 'node:net';
import type {Socket} from 'node:net';
import {childOf, serialize, textIn, xml} from '../../../../src/bridges/xmpp/xml/element.js';
import type {XmlElement} from '../../../../src/bridges/xmpp/xml/element.js';
import {XmlStreamParser} from '../../../../src/bridges/xmpp/xml/stream-parser.js';
import {until} from '../../support/until.js';
import {DOMAIN, SECRET} from './prosody.js';

const CLIENT = 'jabber:client';

/** The program of who answers: an account of a real server, as far as a test needs it (RFC 6120, 6121). */
export class XmppClient {
  /** All that came since it was signed in. */
  readonly stanzas: XmlElement[] = [];
  #parser: XmlStreamParser | undefined;
  #read = new Set<XmlElement>();
  #ids = 0;

  private constructor(
    readonly account: string,
    readonly socket: Socket,
  ) {}

  get jid(): string {
    return `${this.account}@${DOMAIN}`;
  }

  static async signIn(account: string, port: number): Promise<XmppClient> {
    const socket = connect({port, host: '127.0.0.1'});
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    const client = new XmppClient(account, socket);
    socket.on('data', bytes => client.#parser?.push(bytes));
    socket.on('error', () => undefined);
    await client.#open();
    const plain = Buffer.from(`\0${account}\0${SECRET}`).toString('base64');
    const mechanism = {xmlns: 'urn:ietf:params:xml:ns:xmpp-sasl', mechanism: 'PLAIN'};
    client.send(xml('auth', mechanism, plain));
    await client.next('SASL', ({name}) => name === 'success');
    await client.#open();
    const bind = xml('bind', {xmlns: 'urn:ietf:params:xml:ns:xmpp-bind'});
    await client.ask(xml('iq', {type: 'set'}, bind));
    // who does not ask for the list of contacts is told nothing of them (RFC 6121, 2.2)
    await client.ask(xml('iq', {type: 'get'}, xml('query', {xmlns: 'jabber:iq:roster'})));
    client.send(xml('presence'));
    return client;
  }

  async #open(): Promise<void> {
    const told = {isOpen: false};
    this.#parser = new XmlStreamParser({
      open: () => (told.isOpen = true),
      element: element => this.stanzas.push(element),
      close: () => this.socket.end(),
    });
    this.socket.write(
      `<?xml version='1.0'?><stream:stream xmlns='${CLIENT}' xmlns:stream='http://etherx.jabber.org/streams' to='${DOMAIN}' version='1.0'>`,
    );
    await this.next('features', ({name}) => name === 'features');
  }

  send(stanza: XmlElement): void {
    this.socket.write(serialize(stanza, CLIENT));
  }

  /** Sends a question, and waits for its answer. */
  async ask(iq: XmlElement): Promise<XmlElement> {
    const id = `ask-${++this.#ids}`;
    this.send({...iq, attributes: {...iq.attributes, id}});
    return this.next(
      `an answer to ${id}`,
      ({name, attributes}) => name === 'iq' && attributes['id'] === id,
    );
  }

  /** The next stanza that is so, and was not given before. */
  async next(what: string, isIt: (stanza: XmlElement) => boolean): Promise<XmlElement> {
    const found = await until(what, () =>
      this.stanzas.find(stanza => !this.#read.has(stanza) && isIt(stanza)),
    );
    this.#read.add(found);
    return found;
  }

  /** The next message that says something. */
  nextText(): Promise<XmlElement> {
    return this.next(
      'a text',
      stanza => stanza.name === 'message' && childOf(stanza, 'body') !== undefined,
    );
  }

  /** Says something, under an id of its own. */
  say(to: string, text: string, ...more: XmlElement[]): string {
    const id = `said-${++this.#ids}`;
    this.send(xml('message', {type: 'chat', to, id}, xml('body', {}, text), ...more));
    return id;
  }

  async signOut(): Promise<void> {
    const closed = new Promise(resolve => this.socket.once('close', resolve));
    this.socket.end('</stream:stream>');
    await closed;
  }
}

export const bodyOf = (stanza: XmlElement) => textIn(childOf(stanza, 'body'));
