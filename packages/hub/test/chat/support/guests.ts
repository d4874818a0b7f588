import {createHash, randomUUID} from 'node:crypto';
import type {
  Challenge,
  ChatEvent,
  ChatSettings,
  EventPage,
  ProofOfWork,
  Room,
  RoomSettings,
} from '@local-widgets/model/schemas.js';
import {signedIn} from '../../accounts/people-of-tests.js';
import type {TestDatabase} from '../../support/databases.js';
import type {ShopFixture} from '../../support/fixtures.js';
import {testHub} from '../../support/test-hub.js';
import type {Answer, TestHub, TestHubOptions} from '../../support/test-hub.js';
import {addChatShop, chatConfig, randomSecret} from './chat-hub.js';

export interface ChatHubOptions extends Omit<TestHubOptions, 'shop'> {
  chat?: Partial<ChatSettings>;
  shop?: ShopFixture;
}

/** A hub asked without a socket, with a shop that one can write to, and no limits unless told. */
export async function chatHub(
  database: TestDatabase,
  {chat, shop, config, ...options}: ChatHubOptions = {},
): Promise<TestHub> {
  await addChatShop(database.db, {...shop, ...(chat && {chat})});
  return testHub(database, {shop: null, config: {chat: chatConfig(), ...config}, ...options});
}

type Body = object | string | Buffer | undefined;

/** Somebody who asks a hub, with headers of their own. */
export class Guest {
  constructor(
    readonly hub: TestHub,
    readonly headers: Record<string, string>,
  ) {}

  ask(
    method: string,
    url: string,
    payload?: Body,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.hub.ask({
      method: method,
      url,
      headers: {...this.headers, ...headers},
      ...(payload !== undefined && {payload}),
    });
  }

  /** @throws when it is refused */
  async must(method: string, url: string, payload?: Body): Promise<Answer> {
    const answer = await this.ask(method, url, payload);
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
    return answer;
  }

  say(room: string, text: string, id: string = randomUUID()): Promise<Answer> {
    return this.ask('PUT', `/v1/rooms/${room}/messages/${id}`, {text});
  }

  async events(room: string, query = ''): Promise<ChatEvent[]> {
    const {body} = await this.must('GET', `/v1/rooms/${room}/events${query}`);
    return (body as EventPage).events;
  }

  async room(room: string): Promise<Room> {
    return (await this.must('GET', `/v1/rooms/${room}`)).body as Room;
  }
}

/** A visitor with a secret of their own. */
export class Visitor extends Guest {
  constructor(
    hub: TestHub,
    readonly secret = randomSecret(),
  ) {
    super(hub, {authorization: `Bearer ${secret}`});
  }

  /** Begins a conversation. @returns its id */
  async begin(request: object = {}, room: string = randomUUID()): Promise<string> {
    const body = {shop: 'fournil', language: 'fr', consent: true, ...request};
    return ((await this.must('PUT', `/v1/rooms/${room}`, body)).body as Room).id;
  }

  join(room: string, nickname: string, acceptsRules = RULES_VERSION): Promise<Answer> {
    return this.ask('PUT', `/v1/rooms/${room}/members/me`, {nickname, acceptsRules});
  }
}

/** Somebody of the shop, signed in at the desk. */
export async function clerk(
  hub: TestHub,
  role: 'clerk' | 'merchant' = 'clerk',
  options: {shop?: string; email?: string; name?: string} = {},
): Promise<Guest & {id: string}> {
  const {name, ...rest} = options;
  const {id, headers} = await signedIn(hub, role, rest);
  if (name !== undefined) {
    await hub.context.db.updateTable('people').set({name}).where('id', '=', id).execute();
  }
  return Object.assign(new Guest(hub, headers), {id});
}

const RULES_VERSION = '2026-11-01';

/** Of a room where neighbours meet, open to all at any time. */
export const ROOM: RoomSettings = {
  name: 'Place du marché',
  isOpen: true,
  rules: 'Restons courtois.',
  rulesVersion: RULES_VERSION,
  slowSeconds: 0,
  isPremoderated: false,
  retentionDays: 30,
};

/** Makes a public room of the shop. @returns its id */
export async function publicRoom(
  hub: TestHub,
  changes: Partial<RoomSettings> = {},
): Promise<string> {
  const merchant = await clerk(hub, 'merchant');
  const url = '/v1/shops/fournil/public-rooms/halles';
  await merchant.must('PUT', url, {...ROOM, ...changes});
  return 'halles';
}

/** Solves a challenge as a page does. */
export function solve({maxnumber, ...challenge}: Challenge): ProofOfWork {
  for (let number = 0; number <= maxnumber; number++) {
    const hash = createHash('sha256').update(`${challenge.salt}${number}`).digest('hex');
    if (hash === challenge.challenge) return {...challenge, number};
  }
  throw new Error('There is no solution.');
}

export const kindsOf = (events: readonly ChatEvent[]) => events.map(({kind}) => kind);
