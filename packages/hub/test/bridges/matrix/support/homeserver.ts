import {createServer} from 'node:http';
import type {IncomingMessage, Server} from 'node:http';
import type {AddressInfo} from 'node:net';

export interface RoomEvent {
  type: string;
  event_id: string;
  room_id: string;
  sender: string;
  content: Record<string, unknown>;
  state_key?: string;
  redacts?: string;
}

interface MatrixRoom {
  id: string;
  name?: string;
  topic?: string;
  isDirect: boolean;
  members: Map<string, 'join' | 'invite' | 'leave'>;
  timeline: RoomEvent[];
}

/** An answer of the API that is no success. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly more: object = {},
  ) {
    super(code);
  }
}

type Handler = (parts: string[], call: Call) => object | Buffer;

interface Call {
  /** Who acts: a user of the application service. */
  user: string;
  body: Record<string, unknown>;
  raw: Buffer;
  type: string;
}

const DOMAIN = 'town.example';

/**
 * A homeserver after the client-server and application service APIs of Matrix 1.11, as far as a bridge
 * meets it, and as strict as they are: tokens, namespaces, membership, transactions, limits.
 */
export class Homeserver {
  /** Of the registration. */
  tokens = {appService: '', homeserver: ''};
  service = '';
  readonly users = new Map<string, {displayname?: string}>();
  readonly rooms = new Map<string, MatrixRoom>();
  readonly aliases = new Map<string, string>();
  readonly media = new Map<string, {bytes: Buffer; type: string}>();
  readonly typing: {room: string; user: string; isTyping: boolean}[] = [];
  readonly receipts: {room: string; user: string; event: string}[] = [];
  /** Requests that are answered with 429 before it works again. */
  limited = 0;
  /** Whether it answers everything with 502. */
  isBroken = false;
  /** Requests that came, by method and path. */
  readonly requests: string[] = [];
  /** Called before a request is worked on, and after it was, before its answer is sent. */
  beforeAnswer: (request: string) => void | Promise<void> = () => undefined;
  /** What transactions answered, in their order. */
  readonly pushes: number[] = [];
  #transactions = new Map<string, object>();
  #events = 0;
  #pushed = 0;

  private constructor(
    readonly server: Server,
    readonly url: string,
  ) {}

  static async start(port = 0): Promise<Homeserver> {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', () => resolve()));
    const {port: own} = server.address() as AddressInfo;
    const started = new Homeserver(server, `http://127.0.0.1:${own}`);
    server.on('request', (request, response) => {
      void started.#answer(request).then(({status, body, type}) => {
        if (status === 0) return void request.socket.destroy();
        response.writeHead(status, {'content-type': type}).end(body);
      });
    });
    started.users.set(`@paul:${DOMAIN}`, {});
    return started;
  }

  get domain(): string {
    return DOMAIN;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise(resolve => this.server.close(() => resolve()));
  }

  // what people do

  join(room: string, user: string): void {
    this.#member(this.#room(room), user, 'join');
  }

  leave(room: string, user: string): void {
    this.#member(this.#room(room), user, 'leave');
  }

  say(room: string, user: string, content: Record<string, unknown>, type = 'm.room.message') {
    const found = this.#room(room);
    if (found.members.get(user) !== 'join') throw new Error(`${user} is not in ${room}`);
    return this.#append(found, {type, sender: user, content});
  }

  redact(room: string, user: string, redacts: string): RoomEvent {
    const found = this.#room(room);
    return this.#append(found, {type: 'm.room.redaction', sender: user, content: {}, redacts});
  }

  upload(bytes: Buffer, type: string): string {
    const id = `media${this.media.size + 1}`;
    this.media.set(id, {bytes, type});
    return `mxc://${DOMAIN}/${id}`;
  }

  /** Hands events over to the application service, once. @returns its status */
  async push(
    events: readonly RoomEvent[],
    {
      ephemeral = [],
      transaction = `t${++this.#pushed}`,
      token = this.tokens.homeserver,
    }: {
      ephemeral?: readonly object[];
      transaction?: string;
      token?: string;
    } = {},
  ): Promise<number> {
    const url = `${this.service}/_matrix/app/v1/transactions/${transaction}`;
    const answer = await fetch(url, {
      method: 'PUT',
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
      body: JSON.stringify({events, ephemeral}),
    });
    this.pushes.push(answer.status);
    return answer.status;
  }

  /** The room that a user was invited to, with what was said in it. */
  roomsOf(user: string): MatrixRoom[] {
    return [...this.rooms.values()].filter(({members}) => members.has(user));
  }

  /** What was said in a room, in order: who, what. */
  saidIn(room: string): [string, unknown][] {
    return this.#room(room)
      .timeline.filter(({type}) => type === 'm.room.message')
      .map(({sender, content}) => [sender, content['body']]);
  }

  // what the application service asks

  async #answer(
    request: IncomingMessage,
  ): Promise<{status: number; body: string | Buffer; type: string}> {
    const raw = Buffer.concat((await request.toArray()) as Buffer[]);
    const url = new URL(request.url!, this.url);
    const name = `${request.method} ${url.pathname}`;
    this.requests.push(name);
    const json = (status: number, body: object) => ({
      status,
      body: JSON.stringify(body),
      type: 'application/json',
    });
    if (this.isBroken) return {status: 502, body: 'Bad Gateway', type: 'text/html'};
    try {
      const answer = this.#work(name, url, request, raw);
      await this.beforeAnswer(name);
      if (Buffer.isBuffer(answer)) {
        return {status: 200, body: answer, type: 'application/octet-stream'};
      }
      return json(200, answer);
    } catch (error) {
      if (error instanceof Refusal) {
        return json(error.status, {errcode: error.code, error: error.code, ...error.more});
      }
      // the test wants the line to break
      return {status: 0, body: '', type: ''};
    }
  }

  #work(name: string, url: URL, request: IncomingMessage, raw: Buffer): object | Buffer {
    const {authorization = ''} = request.headers;
    if (authorization === '') throw new Refusal(401, 'M_MISSING_TOKEN');
    if (authorization !== `Bearer ${this.tokens.appService}`) {
      throw new Refusal(401, 'M_UNKNOWN_TOKEN');
    }
    if (this.limited > 0) {
      this.limited--;
      throw new Refusal(429, 'M_LIMIT_EXCEEDED', {retry_after_ms: 5000});
    }
    const type = request.headers['content-type'] ?? '';
    const isJson = type.startsWith('application/json');
    const body = isJson && raw.length > 0 ? (JSON.parse(raw.toString()) as Call['body']) : {};
    const user = url.searchParams.get('user_id') ?? `@local_chat_hub:${DOMAIN}`;
    if (!user.startsWith('@local_chat_') || !user.endsWith(`:${DOMAIN}`)) {
      throw new Refusal(403, 'M_FORBIDDEN');
    }
    if (!this.users.has(user) && user !== `@local_chat_hub:${DOMAIN}`) {
      throw new Refusal(403, 'M_FORBIDDEN');
    }
    for (const [pattern, handle] of this.#routes) {
      const found = pattern.exec(name);
      if (!found) continue;
      const parts = found.slice(1).map(decodeURIComponent);
      return handle(parts, {user, body, raw, type});
    }
    throw new Refusal(404, 'M_UNRECOGNIZED');
  }

  readonly #routes: [RegExp, Handler][] = [
    [/^GET \/_matrix\/client\/v3\/account\/whoami$/, (_parts, {user}) => ({user_id: user})],
    [/^POST \/_matrix\/client\/v3\/register$/, (_parts, call) => this.#register(call)],
    [
      /^PUT \/_matrix\/client\/v3\/profile\/([^/]+)\/displayname$/,
      ([who], {user, body}) => {
        if (who !== user) throw new Refusal(403, 'M_FORBIDDEN');
        this.users.get(user)!.displayname = String(body['displayname']);
        return {};
      },
    ],
    [/^POST \/_matrix\/client\/v3\/createRoom$/, (_parts, call) => this.#createRoom(call)],
    [
      /^GET \/_matrix\/client\/v3\/directory\/room\/([^/]+)$/,
      ([alias]) => {
        const room = this.aliases.get(alias!);
        if (room === undefined) throw new Refusal(404, 'M_NOT_FOUND');
        return {room_id: room, servers: [DOMAIN]};
      },
    ],
    [
      /^GET \/_matrix\/client\/v3\/rooms\/([^/]+)\/state\/m\.room\.member\/([^/]+)$/,
      ([id, who], {user}) => {
        const membership = this.#joined(id!, user).members.get(who!);
        if (membership === undefined) throw new Refusal(404, 'M_NOT_FOUND');
        return {membership};
      },
    ],
    [
      /^PUT \/_matrix\/client\/v3\/rooms\/([^/]+)\/state\/m\.room\.member\/([^/]+)$/,
      ([id, who], {user, body}) => {
        if (body['membership'] !== 'invite') throw new Refusal(403, 'M_FORBIDDEN');
        const room = this.#joined(id!, user);
        if (room.members.get(who!) === 'join') throw new Refusal(403, 'M_FORBIDDEN');
        this.#member(room, who!, 'invite');
        return {event_id: `$${this.#events}`};
      },
    ],
    [
      /^PUT \/_matrix\/client\/v3\/rooms\/([^/]+)\/send\/([^/]+)\/([^/]+)$/,
      ([id, type, transaction], call) =>
        this.#once(`${call.user} ${transaction}`, () => {
          if (call.raw.length > 65_536) throw new Refusal(413, 'M_TOO_LARGE');
          if (typeof call.body['msgtype'] !== 'string') throw new Refusal(400, 'M_BAD_JSON');
          const room = this.#joined(id!, call.user);
          const {event_id} = this.#append(room, {
            type: type!,
            sender: call.user,
            content: call.body,
          });
          return {event_id};
        }),
    ],
    [
      /^PUT \/_matrix\/client\/v3\/rooms\/([^/]+)\/redact\/([^/]+)\/([^/]+)$/,
      ([id, event, transaction], {user}) =>
        this.#once(`${user} ${transaction}`, () => {
          const room = this.#joined(id!, user);
          const target = room.timeline.find(({event_id}) => event_id === event);
          if (!target) throw new Refusal(404, 'M_NOT_FOUND');
          target.content = {};
          const type = 'm.room.redaction';
          const {event_id} = this.#append(room, {type, sender: user, content: {}, redacts: event!});
          return {event_id};
        }),
    ],
    [
      /^POST \/_matrix\/client\/v3\/rooms\/([^/]+)\/receipt\/m\.read\/([^/]+)$/,
      ([id, event], {user}) => {
        const room = this.#joined(id!, user);
        if (!room.timeline.some(({event_id}) => event_id === event)) {
          throw new Refusal(404, 'M_NOT_FOUND');
        }
        this.receipts.push({room: id!, user, event: event!});
        return {};
      },
    ],
    [
      /^PUT \/_matrix\/client\/v3\/rooms\/([^/]+)\/typing\/([^/]+)$/,
      ([id, who], {user, body}) => {
        if (who !== user) throw new Refusal(403, 'M_FORBIDDEN');
        this.#joined(id!, user);
        this.typing.push({room: id!, user, isTyping: body['typing'] === true});
        return {};
      },
    ],
    [
      /^POST \/_matrix\/media\/v3\/upload$/,
      (_parts, {raw, type}) => ({content_uri: this.upload(raw, type)}),
    ],
    [
      /^GET \/_matrix\/client\/v1\/media\/download\/([^/]+)\/([^/]+)$/,
      ([, id]) => {
        const found = this.media.get(id!);
        if (!found) throw new Refusal(404, 'M_NOT_FOUND');
        return found.bytes;
      },
    ],
  ];

  #register({body}: Call): object {
    if (body['type'] !== 'm.login.application_service') throw new Refusal(400, 'M_BAD_JSON');
    const username = String(body['username']);
    if (!/^local_chat_[a-z0-9._=/-]+$/.test(username)) throw new Refusal(400, 'M_EXCLUSIVE');
    const user = `@${username}:${DOMAIN}`;
    if (this.users.has(user)) throw new Refusal(400, 'M_USER_IN_USE');
    this.users.set(user, {});
    return {user_id: user};
  }

  #createRoom({user, body}: Call): object {
    const alias = `#${String(body['room_alias_name'])}:${DOMAIN}`;
    if (!alias.startsWith('#local_chat_')) throw new Refusal(400, 'M_EXCLUSIVE');
    if (this.aliases.has(alias)) throw new Refusal(400, 'M_ROOM_IN_USE');
    const room: MatrixRoom = {
      id: `!room${this.rooms.size + 1}:${DOMAIN}`,
      name: body['name'] as string,
      topic: body['topic'] as string,
      isDirect: body['is_direct'] === true,
      members: new Map([[user, 'join']]),
      timeline: [],
    };
    this.rooms.set(room.id, room);
    this.aliases.set(alias, room.id);
    for (const who of (body['invite'] ?? []) as string[]) {
      if (!this.users.has(who)) throw new Refusal(403, 'M_FORBIDDEN');
      this.#member(room, who, 'invite');
    }
    return {room_id: room.id};
  }

  /** A transaction that came before is answered as it was then. */
  #once(key: string, work: () => object): object {
    const known = this.#transactions.get(key);
    if (known) return known;
    const answer = work();
    this.#transactions.set(key, answer);
    return answer;
  }

  #room(id: string): MatrixRoom {
    const room = this.rooms.get(id);
    if (!room) throw new Refusal(404, 'M_NOT_FOUND');
    return room;
  }

  #joined(id: string, user: string): MatrixRoom {
    const room = this.#room(id);
    if (room.members.get(user) !== 'join') throw new Refusal(403, 'M_FORBIDDEN');
    return room;
  }

  #member(room: MatrixRoom, user: string, membership: 'join' | 'invite' | 'leave'): RoomEvent {
    room.members.set(user, membership);
    const content = {membership};
    return this.#append(room, {type: 'm.room.member', sender: user, state_key: user, content});
  }

  #append(room: MatrixRoom, event: Omit<RoomEvent, 'event_id' | 'room_id'>): RoomEvent {
    const whole = {...event, event_id: `$event${++this.#events}`, room_id: room.id};
    room.timeline.push(whole);
    return whole;
  }
}
