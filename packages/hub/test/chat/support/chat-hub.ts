import {randomUUID} from 'node:crypto';
import type {ChatEvent, ChatSettings, EventPage, Room} from '@local-widgets/model/schemas.js';
import {readConfig} from '../../../src/config/read-config.js';
import type {HubConfig} from '../../../src/config/hub-config.js';
import type {Database} from '../../../src/context.js';
import {startHub} from '../../../src/hub.js';
import type {Hub, HubOptions} from '../../../src/hub.js';
import type {ChatConfig, ChatLimits} from '../../../src/chat/options.js';
import {DEFAULT_SETTINGS} from '../../../src/chat/settings/default-settings.js';
import {addShop, NOW} from '../../support/fixtures.js';
import type {ShopFixture} from '../../support/fixtures.js';
import type {TestDatabase} from '../../support/databases.js';

/** Writes a shop that one can write to. */
export async function addChatShop(
  db: Database,
  {chat = {}, ...shop}: ShopFixture & {chat?: Partial<ChatSettings>} = {},
): Promise<void> {
  await addShop(db, {settings: {openingHours: '24/7'}, ...shop});
  await db
    .insertInto('chat_settings')
    .values({
      shop_id: shop.id ?? 'fournil',
      settings: JSON.stringify({...DEFAULT_SETTINGS, isEnabled: true, ...chat}),
      updated_at: NOW.getTime(),
    })
    .execute();
}

/** Limits that no test meets by accident. */
const LIMITS = {
  requestsPerMinute: 1_000_000,
  ordersPerMinute: 1_000_000,
  signInsPerHour: 1_000_000,
};

const CHAT: ChatConfig = {
  proofWork: 0,
  contributionDays: 365,
  limits: {
    requestsPerMinute: 1_000_000,
    messagesPerMinute: 1_000_000,
    messagesPerMinuteOfAddress: 1_000_000,
    messagesPerMinuteOfShop: 1_000_000,
    conversationsPerHour: 1_000_000,
    imagesPerHour: 1_000_000,
    reportsPerHour: 1_000_000,
    mailsPerHour: 1_000_000,
  },
};

/** The chat of a test's hub: no proof of work, no limits, unless told. */
export const chatConfig = ({
  limits,
  ...changes
}: Partial<Omit<ChatConfig, 'limits'>> & {limits?: Partial<ChatLimits>} = {}): ChatConfig => ({
  ...CHAT,
  ...changes,
  limits: {...CHAT.limits, ...limits},
});

/** A hub of its own on a test's database, on a socket of this machine. */
export async function listening(
  database: TestDatabase,
  options: Partial<HubOptions> & {settings?: Partial<HubConfig>} = {},
): Promise<Hub> {
  const {settings, ...rest} = options;
  const env = {...database.env, PORT: '0', LOCAL_HUB_LOG_LEVEL: 'silent'};
  const config = {
    ...readConfig({env, cwd: '/'}),
    limits: LIMITS,
    chat: chatConfig(),
    ...settings,
  };
  return startHub({config, isManual: true, ...rest});
}

/** A page with a visitor's secret, talking to one hub or another. */
export class Page {
  readonly secret: string;

  constructor(
    public address: string,
    {secret = randomSecret()}: {secret?: string} = {},
  ) {
    this.secret = secret;
  }

  get headers(): Record<string, string> {
    return {authorization: `Bearer ${this.secret}`};
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into it by name
  ): Promise<{status: number; body: any; headers: Headers}> {
    const answer = await fetch(this.address + path, {
      method,
      headers: {
        ...this.headers,
        ...(body !== undefined && {'content-type': 'application/json'}),
        ...headers,
      },
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return {
      status: answer.status,
      headers: answer.headers,
      body: isJson && text !== '' ? (JSON.parse(text) as unknown) : text,
    };
  }

  /** Begins a conversation. @returns its id */
  async begin(shop = 'fournil', room: string = randomUUID()): Promise<string> {
    const {status, body} = await this.ask('PUT', `/v1/rooms/${room}`, {
      shop,
      language: 'fr',
      consent: true,
    });
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
    return (body as Room).id;
  }

  say(room: string, text: string, id: string = randomUUID()) {
    return this.ask('PUT', `/v1/rooms/${room}/messages/${id}`, {text});
  }

  async events(room: string, query = ''): Promise<EventPage> {
    const {status, body} = await this.ask('GET', `/v1/rooms/${room}/events${query}`);
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body as EventPage;
  }
}

export function randomSecret(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
}

/** The words of the messages among events. */
export const textsOf = (events: readonly ChatEvent[]) =>
  events.flatMap(event =>
    'message' in event && typeof event.message === 'object' ? [event.message.text] : [],
  );
