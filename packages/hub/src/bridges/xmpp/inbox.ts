import type {Language} from '@local-widgets/model/schemas.js';
import {sha256Hex} from '../../chance-and-clock.js';
import {deleteMessage} from '../../chat/log/delete-message.js';
import {markRoom} from '../../chat/log/marks.js';
import type {RoomAccess} from '../../chat/rooms/access.js';
import {loadRoom} from '../../chat/rooms/load-room.js';
import type {LoadedRoom} from '../../chat/rooms/load-room.js';
import {tellTyping} from '../../chat/rooms/typing.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {errorFacts} from '../../outbox/error-facts.js';
import type {After} from '../../after.js';
import {messageNamed, seqOf} from '../inbound/bridge-messages.js';
import {shopAccess} from '../inbound/shop-access.js';
import {splitText} from '../inbound/split-text.js';
import {takeMessage} from '../inbound/take-message.js';
import {BRIDGE_WORDS, refusalOf} from '../locales/bridge-words.js';
import {shopLanguage} from '../shop-language.js';
import {contactOf, visitorName} from '../visitor.js';
import type {XmppComponent} from './component.js';
import {readMessage} from './incoming.js';
import type {Incoming} from './incoming.js';
import {bareJid, parseJid} from './jid.js';
import {answerQuery} from './queries.js';
import type {Asked} from './queries.js';
import type {StanzaNotes} from './receipts.js';
import {errorReply, presence} from './stanzas.js';
import type {Ends, StanzaCondition} from './stanzas.js';
import {setSubscribed, visitorNamed} from './virtual-visitor.js';
import type {VirtualVisitor} from './virtual-visitor.js';
import type {XmlElement} from './xml/element.js';

export interface InboxOptions {
  component: Pick<XmppComponent, 'send' | 'pause' | 'resume'>;
  /** Of the component. */
  domain: string;
  after: After;
  endsOf: (local: string, address: string) => Ends;
}

/** Stanzas that wait for the database before the server is asked to wait. */
const MOST_WAITING = 50;
/** Visitors are told again after so many milliseconds that somebody types, and so often at most. */
const TYPING = {every: 3000, times: 10};

/** A conversation, and that whoever wrote is who answers in it. */
interface Addressed {
  visitor: VirtualVisitor;
  room: LoadedRoom;
  language: Language;
}

/**
 * What the server sends: messages, markers and typing of who answers, questions, and wishes to be told of
 * somebody's presence. One after the other, so that what was said first is written first.
 */
export class Inbox {
  readonly #context: HubContext;
  readonly #options: InboxOptions;
  #waiting = 0;
  #isStopped = false;
  #done: Promise<void> = Promise.resolve();
  readonly #typing = new Map<string, () => void>();

  constructor(context: HubContext, options: InboxOptions) {
    this.#context = context;
    this.#options = options;
  }

  take(stanza: XmlElement): void {
    if (this.#isStopped) return;
    const {component} = this.#options;
    if (++this.#waiting === MOST_WAITING) component.pause();
    this.#done = this.#done
      .then(() => this.#work(stanza))
      .catch((error: unknown) => this.#fail(stanza, error))
      .finally(() => {
        if (--this.#waiting === MOST_WAITING - 1) component.resume();
      });
  }

  /** Waits for what was taken. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const callOff of this.#typing.values()) callOff();
    this.#typing.clear();
    await this.#done;
  }

  /** The sender is told that it was not taken, and may send it again. */
  #fail(stanza: XmlElement, error: unknown): void {
    this.#context.log.error({bridge: 'xmpp', error: errorFacts(error)}, 'A stanza was not taken.');
    const {type} = stanza.attributes;
    const isAnswer = type === 'error' || type === 'result';
    if (stanza.name === 'presence' || isAnswer) return;
    this.#reply(errorReply(stanza, 'internal-server-error', BRIDGE_WORDS.fr.refused.other));
  }

  #reply(stanza: XmlElement): void {
    try {
      this.#options.component.send(stanza);
    } catch {
      // the line broke meanwhile: the server has told the sender
    }
  }

  async #work(stanza: XmlElement): Promise<void> {
    if (stanza.name === 'message') await this.#takeMessages(stanza);
    else if (stanza.name === 'presence') await this.#takePresence(stanza);
    else if (stanza.name === 'iq') await this.#takeQuery(stanza);
  }

  async #takeMessages(stanza: XmlElement): Promise<void> {
    const said = readMessage(stanza);
    if (said.length === 0) return;
    const [first] = said;
    if (first?.kind === 'error') {
      this.#noteBounce(first);
      return;
    }
    const addressed = await this.#addressed(stanza);
    if (typeof addressed === 'string') {
      // only who said something is answered: marks and states ask for nothing
      const isSaid = said.some(({kind}) => kind === 'text' || kind === 'encrypted');
      if (!isSaid) return;
      const {refused} = BRIDGE_WORDS.fr;
      const text = addressed === 'forbidden' ? refused.notYours : refused.unknown;
      this.#reply(errorReply(stanza, addressed, text));
      return;
    }
    for (const one of said) await this.#takeOne(stanza, addressed, one);
  }

  /** The conversation that the stanza is for; why it is refused when there is none for its sender. */
  async #addressed({
    attributes: {from = '', to = ''},
  }: XmlElement): Promise<Addressed | 'item-not-found' | 'forbidden'> {
    const {db} = this.#context;
    const visitor = await visitorNamed(db, parseJid(to).local);
    const room = visitor && (await loadRoom(db, visitor.roomId));
    if (!room || room.row.erased_at !== null) return 'item-not-found';
    const {xmpp} = room.chat;
    if (xmpp === undefined || bareJid(xmpp) !== bareJid(from)) return 'forbidden';
    return {visitor, room, language: await shopLanguage(db, room.row.shop_id)};
  }

  async #takeOne(stanza: XmlElement, addressed: Addressed, one: Incoming): Promise<void> {
    const {room, language} = addressed;
    const {refused} = BRIDGE_WORDS[language];
    switch (one.kind) {
      case 'text':
        this.#stopTyping(room.row.id);
        return this.#takeText(stanza, addressed, one);
      case 'marker':
        return this.#takeMark(room, one);
      case 'state':
        this.#stopTyping(room.row.id);
        if (one.isComposing) this.#startTyping(shopAccess(room));
        return;
      case 'retraction':
        return this.#takeRetraction(stanza, addressed, one.of);
      case 'encrypted':
        this.#reply(errorReply(stanza, 'not-acceptable', refused.encrypted));
    }
  }

  async #takeText(
    stanza: XmlElement,
    {room, language}: Addressed,
    {text, id, originId, wantsReceipt, isMarkable}: Incoming & {kind: 'text'},
  ): Promise<void> {
    const {refused} = BRIDGE_WORDS[language];
    const texts = splitText(text);
    if (!texts || texts.length === 0) {
      const [condition, why]: [StanzaCondition, string] = texts
        ? ['not-acceptable', refused.empty]
        : ['policy-violation', refused.tooLong];
      this.#reply(errorReply(stanza, condition, why));
      return;
    }
    const sender = bareJid(stanza.attributes['from'] ?? '');
    // without an id it cannot come twice: nothing sends it again
    const unique = originId || Buffer.from(this.#context.chance.bytes(16)).toString('hex');
    const data: StanzaNotes = {id, wantsReceipt, isMarkable};
    const message = {bridge: 'xmpp', room, speaker: {role: 'shop'}, texts, data} as const;
    const remoteId = remoteIdOf(sender, room.row.id, unique);
    try {
      try {
        await takeMessage(this.#context, {...message, remoteId});
      } catch (error) {
        const isOther = error instanceof HubProblem && error.code === 'message-changed';
        if (!isOther) throw error;
        // a program that counts 1, 2, 3 anew each day says something else under an old number
        const own = `${remoteId} ${sha256Hex(text).slice(0, 16)}`;
        await takeMessage(this.#context, {...message, remoteId: own});
      }
    } catch (error) {
      if (!(error instanceof HubProblem)) throw error;
      this.#reply(errorReply(stanza, 'not-acceptable', refused[refusalOf(error)]));
    }
  }

  async #takeMark(room: LoadedRoom, {mark, of}: Incoming & {kind: 'marker'}): Promise<void> {
    const upTo = await seqOf(this.#context.db, room.row.id, of);
    if (upTo === undefined) return;
    const kind = mark === 'displayed' ? 'read' : 'delivered';
    await markRoom(this.#context, room, {kind, role: 'shop', upTo});
  }

  async #takeRetraction(stanza: XmlElement, {room}: Addressed, originId: string): Promise<void> {
    const {db} = this.#context;
    const sender = bareJid(stanza.attributes['from'] ?? '');
    const found = await messageNamed(db, 'xmpp', remoteIdOf(sender, room.row.id, originId));
    if (!found?.message_id) return;
    const {viewer} = shopAccess(room);
    const deletion = {
      messageId: found.message_id,
      by: 'author' as const,
      allowed: ({author_id}: {author_id: string}) => author_id === viewer.authorId,
    };
    await deleteMessage(this.#context, room.row.id, deletion, viewer);
  }

  /** What we sent came back: the address is wrong, or its server is away. */
  #noteBounce({condition}: Incoming & {kind: 'error'}): void {
    this.#context.metrics.bridgeMessages.inc({bridge: 'xmpp', direction: 'out', result: 'refused'});
    this.#context.log.warn({bridge: 'xmpp', condition}, 'A message came back.');
  }

  #startTyping(access: RoomAccess): void {
    const {after} = this.#options;
    const room = access.row.id;
    const tell = (times: number) => {
      tellTyping(this.#context, access);
      this.#typing.delete(room);
      if (times <= 1) return;
      this.#typing.set(
        room,
        after(TYPING.every, () => tell(times - 1)),
      );
    };
    tell(TYPING.times);
  }

  #stopTyping(room: string): void {
    this.#typing.get(room)?.();
    this.#typing.delete(room);
  }

  async #takePresence(stanza: XmlElement): Promise<void> {
    const {from = '', to = '', type} = stanza.attributes;
    if (type !== 'subscribe' && type !== 'unsubscribe' && type !== 'probe') return;
    const addressed = await this.#addressed(stanza);
    const ends = {from: bareJid(to), to: bareJid(from)};
    if (typeof addressed === 'string') {
      if (type !== 'unsubscribe') this.#reply(presence(ends, {type: 'unsubscribed'}));
      return;
    }
    const {visitor, room, language} = addressed;
    if (type !== 'probe') {
      await setSubscribed(this.#context.db, room.row.id, type === 'subscribe');
      this.#reply(presence(ends, {type: `${type}d`}));
    }
    if (type === 'unsubscribe' || room.row.state !== 'open') return;
    const words = BRIDGE_WORDS[language];
    const page = this.#options.endsOf(visitor.local, from);
    const name = visitorName(contactOf(room.row), language);
    this.#reply(presence(page, {name, status: words.online}));
  }

  async #takeQuery(stanza: XmlElement): Promise<void> {
    const answer = answerQuery(stanza, await this.#asked(stanza));
    if (answer) this.#reply(answer);
  }

  async #asked(stanza: XmlElement): Promise<Asked> {
    const {local, domain} = parseJid(stanza.attributes['to'] ?? '');
    if (local === '' && domain === this.#options.domain) {
      return {kind: 'component', name: BRIDGE_WORDS.fr.hubName};
    }
    const addressed = await this.#addressed(stanza);
    if (typeof addressed === 'string') return undefined;
    const {room, language} = addressed;
    const name = visitorName(contactOf(room.row), language);
    return {kind: 'visitor', name, contact: contactOf(room.row), page: room.row.page};
  }
}

/** What a message of who answers is called: ids of stanzas are unique for their sender and receiver. */
const remoteIdOf = (sender: string, room: string, id: string) => `${sender} ${room} ${id}`;
