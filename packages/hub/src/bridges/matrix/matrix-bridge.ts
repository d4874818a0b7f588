import type {ChatEvent, ChatMessage} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {systemAfter} from '../../after.js';
import type {After} from '../../after.js';
import {backoff} from '../backoff.js';
import {NotConnected, Refused} from '../bridge.js';
import type {
  BridgedRoom,
  BridgeHost,
  ChatBridge,
  Delivered,
  Delivery,
  ShopOfBridge,
} from '../bridge.js';
import {lastSaidBy, nameMessage, namesOfMessage, wasWrittenBy} from '../inbound/bridge-messages.js';
import {BRIDGE_WORDS} from '../locales/bridge-words.js';
import type {BridgeWords} from '../locales/bridge-words.js';
import {loadBridgedRoom} from '../pump/load-bridged-room.js';
import {shopLanguage} from '../shop-language.js';
import {visitorName} from '../visitor.js';
import {MatrixClient, MatrixError, matrixPath} from './client.js';
import type {MatrixOptions} from './matrix-options.js';
import {matrixTokens} from './registration.js';
import {remoteRoom} from './remote-room.js';
import type {RemoteRoom} from './remote-room.js';

/** Milliseconds before the homeserver is asked again whether it works. */
const RETRY = {first: 1000, most: 60_000};
/** Milliseconds for which somebody is shown as typing. */
const TYPED = 6000;

/**
 * Each conversation is a direct room of a user of its own, to which the user of the shop's settings is
 * invited (Matrix application service API). The id of a message is the id of its transaction, so that what
 * is sent twice is one event.
 */
export class MatrixBridge implements ChatBridge {
  readonly name = 'matrix';
  readonly needsLease = true;

  readonly #context: HubContext;
  readonly #options: MatrixOptions;
  readonly #after: After;
  #host: BridgeHost | undefined;
  #client: MatrixClient | undefined;
  #ending = new AbortController();
  #tries = 0;
  #callOff = () => {};

  constructor(
    context: HubContext,
    options: MatrixOptions,
    {after = systemAfter}: {after?: After} = {},
  ) {
    this.#context = context;
    this.#options = options;
    this.#after = after;
  }

  addressOf({chat}: ShopOfBridge): string | undefined {
    return chat.matrix;
  }

  startOf({shop_read}: {shop_read: number}): number {
    return shop_read;
  }

  async open(host: BridgeHost): Promise<void> {
    this.#host = host;
    this.#ending = new AbortController();
    const {appService} = await matrixTokens(this.#context.chat);
    const {homeserver} = this.#options;
    this.#client = new MatrixClient({homeserver, token: appService, signal: this.#ending.signal});
    void this.#probe();
  }

  close(): Promise<void> {
    this.#callOff();
    this.#host = undefined;
    this.#ending.abort();
    return Promise.resolve();
  }

  async deliver({room, events}: Delivery): Promise<Delivered> {
    try {
      for (const event of events) {
        const write = await this.#deliverOne(room, event);
        if (write) return {upTo: event.seq, write};
      }
      return {upTo: events.at(-1)!.seq};
    } catch (error) {
      if (error instanceof NotConnected) this.#lose(error.message);
      throw error;
    }
  }

  async typing(roomId: string): Promise<void> {
    const room = await loadBridgedRoom(this.#context.db, this, roomId);
    const client = this.#line();
    if (!room) return;
    const {remoteId, user} = await this.#remote(client, room);
    const path = matrixPath`/client/v3/rooms/${remoteId}/typing/${user}`;
    await client.call({method: 'PUT', path, user, body: {typing: true, timeout: TYPED}});
  }

  #line(): MatrixClient {
    if (!this.#client || !this.#host) throw new NotConnected('The Matrix bridge is closed.');
    return this.#client;
  }

  #remote(client: MatrixClient, room: BridgedRoom): Promise<RemoteRoom> {
    return remoteRoom({db: this.#context.db, client, options: this.#options}, room);
  }

  /** Asks until the homeserver knows us. */
  async #probe(): Promise<void> {
    try {
      await this.#line().call({method: 'GET', path: '/client/v3/account/whoami'});
      this.#tries = 0;
      this.#host?.up();
    } catch (error) {
      const isOurs = error instanceof NotConnected || error instanceof MatrixError;
      this.#lose(isOurs ? error.message : 'The homeserver could not be asked.');
    }
  }

  #lose(fault: string): void {
    if (!this.#host) return;
    this.#host.down(fault);
    this.#tries++;
    this.#callOff();
    this.#callOff = this.#after(backoff(this.#tries, RETRY, this.#context.chance), () => {
      void this.#probe();
    });
  }

  /** @returns what is to be written with it; `undefined` when nothing had to leave */
  async #deliverOne(
    room: BridgedRoom,
    event: ChatEvent,
  ): Promise<((trx: HubTransaction) => Promise<void>) | undefined> {
    const {db} = this.#context;
    const client = this.#line();
    const words = BRIDGE_WORDS[await shopLanguage(db, room.shop.id)];
    switch (event.kind) {
      case 'message':
      case 'approved': {
        const sent = await this.#sendMessage(client, room, event, words);
        if (sent.length === 0) return undefined;
        return trx => this.#noteSent(trx, room, event.message.id, sent);
      }
      case 'deleted':
        return this.#redact(client, room, event.message);
      case 'read':
        return event.role === 'visitor' ? this.#markRead(client, room, event.upTo) : undefined;
      case 'state': {
        const name = visitorName(room.contact, await shopLanguage(db, room.shop.id));
        const text =
          event.state === 'open'
            ? words.reopened(name)
            : event.by === 'shop'
              ? words.endedByShop
              : words.ended(name);
        const remote = await this.#remote(client, room);
        await send(client, remote, `state-${room.row.id}-${event.seq}`, notice(text));
        return nothing;
      }
      default:
        return undefined;
    }
  }

  async #sendMessage(
    client: MatrixClient,
    room: BridgedRoom,
    {seq, message}: ChatEvent & {message: ChatMessage},
    words: BridgeWords,
  ): Promise<string[]> {
    const {id, author, text = '', image, via} = message;
    // written there, or deleted since
    if (via === 'matrix' || (text === '' && !image)) return [];
    const remote = await this.#remote(client, room);
    const sent: string[] = [];
    try {
      if (author.role === 'visitor') {
        if (text !== '') sent.push(await send(client, remote, id, {msgtype: 'm.text', body: text}));
      } else {
        const who = author.role === 'hub' ? words.automatic : (author.name ?? words.colleague);
        const said = words.elsewhere(who, text || (image?.alt ?? ''));
        sent.push(await send(client, remote, id, notice(said)));
      }
      if (image) {
        const content = await this.#pictureContent(client, remote, room.row.id, image);
        if (content) sent.push(await send(client, remote, `${id}-picture`, content));
      }
    } catch (error) {
      if (error instanceof MatrixError && error.code === 'M_TOO_LARGE') {
        throw new Refused(seq, error.message);
      }
      throw error;
    }
    return sent;
  }

  async #pictureContent(
    client: MatrixClient,
    {user}: RemoteRoom,
    room: string,
    {id, alt, width, height}: NonNullable<ChatMessage['image']>,
  ): Promise<object | undefined> {
    const row = await this.#context.db
      .selectFrom('chat_images')
      .select(['type', 'base64'])
      .where('room_id', '=', room)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return undefined;
    const {type} = row;
    const bytes = Buffer.from(row.base64, 'base64');
    const uploaded = await client.call({
      method: 'POST',
      path: '/media/v3/upload',
      user,
      body: bytes,
      type,
    });
    const info = {mimetype: type, w: width, h: height, size: bytes.length};
    const filename = `image.${type.slice('image/'.length)}`;
    return {
      msgtype: 'm.image',
      // a body that is not the file's name describes the picture (Matrix 1.10)
      body: alt ?? filename,
      filename,
      url: uploaded['content_uri'],
      info,
    };
  }

  async #noteSent(
    trx: HubTransaction,
    room: BridgedRoom,
    message: string,
    sent: readonly string[],
  ): Promise<void> {
    const {clock, metrics} = this.#context;
    const name = {bridge: 'matrix', room: room.row.id, message, direction: 'out'} as const;
    for (const remoteId of sent) await nameMessage(trx, {...name, remoteId, at: clock.now()});
    metrics.bridgeMessages.inc({bridge: 'matrix', direction: 'out', result: 'sent'});
  }

  async #redact(client: MatrixClient, room: BridgedRoom, message: string) {
    const {db} = this.#context;
    // who deleted it there has done so there already
    if (await wasWrittenBy(db, room.row.id, message, 'matrix')) return undefined;
    const names = await namesOfMessage(db, 'matrix', {room: room.row.id, message});
    if (names.length === 0) return undefined;
    const {remoteId, user} = await this.#remote(client, room);
    for (const {remote_id} of names) {
      const path = matrixPath`/client/v3/rooms/${remoteId}/redact/${remote_id}/${`redact-${remote_id}`}`;
      await client.call({method: 'PUT', path, user, body: {}});
    }
    return nothing;
  }

  async #markRead(client: MatrixClient, room: BridgedRoom, upTo: number) {
    const event = await lastSaidBy(this.#context.db, 'matrix', room.row.id, upTo);
    if (event === undefined) return undefined;
    const {remoteId, user} = await this.#remote(client, room);
    const path = matrixPath`/client/v3/rooms/${remoteId}/receipt/m.read/${event}`;
    await client.call({method: 'POST', path, user, body: {}});
    return nothing;
  }
}

const nothing = () => Promise.resolve();

const notice = (body: string) => ({msgtype: 'm.notice', body});

/** @returns the id of the event: the same again for the same transaction */
async function send(
  client: MatrixClient,
  {remoteId, user}: RemoteRoom,
  transaction: string,
  body: object,
): Promise<string> {
  const path = matrixPath`/client/v3/rooms/${remoteId}/send/m.room.message/${transaction}`;
  const {event_id} = await client.call({method: 'PUT', path, user, body});
  return String(event_id);
}
