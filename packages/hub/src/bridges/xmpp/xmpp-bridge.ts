import type {ChatEvent, ChatMessage} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../../context.js';
import {systemAfter} from '../../after.js';
import type {After} from '../../after.js';
import {NotConnected} from '../bridge.js';
import type {
  BridgedRoom,
  BridgeHost,
  ChatBridge,
  Delivered,
  Delivery,
  ShopOfBridge,
} from '../bridge.js';
import {wasWrittenBy} from '../inbound/bridge-messages.js';
import {BRIDGE_WORDS} from '../locales/bridge-words.js';
import type {BridgeWords} from '../locales/bridge-words.js';
import {pictureUrl} from '../pictures/picture-url.js';
import {loadBridgedRoom} from '../pump/load-bridged-room.js';
import {shopLanguage} from '../shop-language.js';
import {XmppComponent} from './component.js';
import type {ComponentAccount} from './component.js';
import {Inbox} from './inbox.js';
import {unacknowledged} from './receipts.js';
import {chatState, marker, presence, retraction, textMessage} from './stanzas.js';
import type {Ends} from './stanzas.js';
import {subscribedVisitors, visitorOf} from './virtual-visitor.js';
import type {XmlElement} from './xml/element.js';

/** Of the addresses of visitors: one device, the page. */
const RESOURCE = 'page';
/** Milliseconds after which it is told when something was said. */
const LATE = 60_000;
/** Milliseconds without a word after which somebody types no more. */
const TYPED = 6000;

export interface XmppOptions {
  account: ComponentAccount;
  after?: After;
}

/**
 * Each conversation is an address of the component's domain, which writes to the JID of the shop's settings
 * and is written to from there (XEP-0114). Receipts, markers, typing, retractions and presence go both ways.
 */
export class XmppBridge implements ChatBridge {
  readonly name = 'xmpp';
  readonly needsLease = true;

  readonly #context: HubContext;
  readonly #options: Required<XmppOptions>;
  #component: XmppComponent | undefined;
  #inbox: Inbox | undefined;
  /** Whom somebody was told of as there, on this line. */
  readonly #present = new Map<string, Ends>();
  /** How to take back that a visitor types, room by room. */
  readonly #typing = new Map<string, () => void>();

  constructor(context: HubContext, options: XmppOptions) {
    this.#context = context;
    this.#options = {after: systemAfter, ...options};
  }

  addressOf({chat}: ShopOfBridge): string | undefined {
    return chat.xmpp;
  }

  startOf({shop_read}: {shop_read: number}): number {
    return shop_read;
  }

  open(host: BridgeHost): Promise<void> {
    const {account, after} = this.#options;
    const component = new XmppComponent({
      account,
      after,
      chance: this.#context.chance,
      handler: {
        up: () => {
          this.#greet()
            .catch(() => undefined)
            .finally(() => host.up());
        },
        down: fault => {
          this.#present.clear();
          host.down(fault);
        },
        stanza: stanza => this.#inbox?.take(stanza),
      },
    });
    this.#component = component;
    this.#inbox = new Inbox(this.#context, {
      component,
      domain: account.domain,
      after,
      endsOf: (local, address) => this.#ends(local, address),
    });
    component.start();
    return Promise.resolve();
  }

  async close(): Promise<void> {
    for (const callOff of this.#typing.values()) callOff();
    this.#typing.clear();
    await this.#inbox?.stop();
    const component = this.#component;
    if (component?.isUp) {
      for (const ends of this.#present.values()) {
        component.send(presence(ends, {type: 'unavailable'}));
      }
    }
    this.#present.clear();
    await component?.stop();
    this.#component = undefined;
  }

  async deliver({room, events}: Delivery): Promise<Delivered> {
    for (const event of events) {
      const stanzas = await this.#stanzasOf(room, event);
      if (stanzas.length === 0) continue;
      const line = this.#line();
      for (const stanza of stanzas) line.send(stanza);
      await line.settle();
      if ('message' in event && typeof event.message === 'object') {
        this.#context.metrics.bridgeMessages.inc({
          bridge: 'xmpp',
          direction: 'out',
          result: 'sent',
        });
      }
      return {upTo: event.seq};
    }
    return {upTo: events.at(-1)!.seq};
  }

  async typing(roomId: string): Promise<void> {
    const component = this.#component;
    if (!component?.isUp) return;
    const callOff = this.#typing.get(roomId);
    callOff?.();
    const room = await loadBridgedRoom(this.#context.db, this, roomId);
    if (!room) return;
    const ends = this.#ends((await visitorOf(this.#context.db, room)).local, room.address);
    if (!callOff) component.send(chatState(ends, 'composing'));
    const stop = this.#options.after(TYPED, () => {
      this.#typing.delete(roomId);
      if (component.isUp) component.send(chatState(ends, 'paused'));
    });
    this.#typing.set(roomId, stop);
  }

  #ends(local: string, address: string): Ends {
    return {from: `${local}@${this.#options.account.domain}/${RESOURCE}`, to: address};
  }

  /** Whoever wants to know is told that visitors can be reached again. */
  async #greet(): Promise<void> {
    const {db} = this.#context;
    for (const {roomId, local} of await subscribedVisitors(db)) {
      const room = await loadBridgedRoom(db, this, roomId);
      if (room?.row.state !== 'open') continue;
      const words = BRIDGE_WORDS[await shopLanguage(db, room.shop.id)];
      this.#line().send(this.#presenceOf(room, this.#ends(local, room.address), words));
    }
  }

  #presenceOf(room: BridgedRoom, ends: Ends, words: BridgeWords): XmlElement {
    this.#present.set(room.row.id, ends);
    return presence(ends, {name: nameOf(room, words), status: words.online});
  }

  async #stanzasOf(room: BridgedRoom, event: ChatEvent): Promise<XmlElement[]> {
    const {db} = this.#context;
    if (isOfNoInterest(event)) return [];
    const {local} = await visitorOf(db, room);
    const ends = this.#ends(local, room.address);
    const words = BRIDGE_WORDS[await shopLanguage(db, room.shop.id)];
    const name = nameOf(room, words);
    switch (event.kind) {
      case 'message':
      case 'approved': {
        const messages = await this.#messagesOf(room, event, ends, words);
        const isKnown = messages.length === 0 || this.#present.has(room.row.id);
        return isKnown ? messages : [this.#presenceOf(room, ends, words), ...messages];
      }
      case 'deleted': {
        const isOurs = await wasWrittenBy(db, room.row.id, event.message, 'xmpp');
        const text = words.deleted(name);
        return isOurs ? [] : [retraction(ends, {id: event.message, text})];
      }
      case 'read':
      case 'delivered':
        return (await unacknowledged(db, room.row.id, event)).map(one => marker(ends, one));
      case 'state': {
        this.#present.delete(room.row.id);
        if (event.state === 'open') return [this.#presenceOf(room, ends, words)];
        const text = event.by === 'shop' ? words.endedByShop : words.ended(name);
        const id = `ended-${room.row.id}-${event.seq}`;
        return [
          textMessage(ends, {id, text, name}),
          chatState(ends, 'gone'),
          presence(ends, {type: 'unavailable'}),
        ];
      }
      default:
        return [];
    }
  }

  async #messagesOf(
    room: BridgedRoom,
    {message: {id, author, text = '', image, via}, at}: ChatEvent & {message: ChatMessage},
    ends: Ends,
    words: BridgeWords,
  ): Promise<XmlElement[]> {
    // written there, or deleted since
    if (via === 'xmpp' || (text === '' && !image)) return [];
    const url = image && (await pictureUrl(this.#context, room.row.id, image.id));
    const who = author.role === 'hub' ? words.automatic : (author.name ?? words.colleague);
    const mark = (said: string) => (author.role === 'visitor' ? said : words.elsewhere(who, said));
    const isLate = this.#context.clock.now().getTime() - Date.parse(at) > LATE;
    const common = {name: nameOf(room, words), at: isLate ? at : undefined};
    // a picture is shown where its address is all that is said; what it shows is told before
    const said = mark(text || (url === undefined ? '' : (image?.alt ?? ''))).trim();
    const messages: XmlElement[] = [];
    if (said !== '') messages.push(textMessage(ends, {...common, id, text: said}));
    if (url !== undefined) {
      const own = said === '' ? id : `${id}-picture`;
      messages.push(textMessage(ends, {...common, id: own, text: url, url}));
    }
    return messages;
  }

  #line(): XmppComponent {
    if (!this.#component) throw new NotConnected('The XMPP bridge is closed.');
    return this.#component;
  }
}

const nameOf = ({contact}: BridgedRoom, words: BridgeWords) => contact.name ?? words.visitor;

function isOfNoInterest(event: ChatEvent): boolean {
  const isOfShop =
    (event.kind === 'read' || event.kind === 'delivered') && event.role !== 'visitor';
  return isOfShop || event.kind === 'author' || event.kind === 'held';
}
