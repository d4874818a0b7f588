import {cleanMessage, MESSAGE_LENGTH, readCursor, writeCursor} from '@local-widgets/model';
import type {
  ChatAuthor,
  ChatEvent,
  ChatMessage,
  ChatProfile,
  ConversationRequest,
  JoinRequest,
  MessageRequest,
  Problem,
  ProofOfWork,
  ReportRequest,
  RoomSettings,
  VisitorContact,
} from '@local-widgets/model/schemas.js';
import {FakeRoom} from './fake-room.js';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly secret: string | undefined;
  readonly body: unknown;
}

/** What happens to a request instead: an answer, none, or none although it was done. */
export type Fate = Response | 'unsent' | 'lost';

/** A line that is open. */
interface Stream {
  readonly secret: string;
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  isSilent: boolean;
}

export interface HubWorld {
  readonly now: () => Date;
  /** How long polls wait. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const encoder = new TextEncoder();
const PAGE = 50;
const RESET = 200;
const BEAT = 15_000;

/** What the bakery tells before anybody writes. */
export const bakery: ChatProfile = {
  shop: 'fournil',
  name: 'Le Fournil du Perche',
  telephone: '02 33 00 00 01',
  email: 'bonjour@fournil.example',
  timeZone: 'Europe/Paris',
  isEnabled: true,
  isOpen: true,
  until: '2026-11-24T18:00:00.000Z',
  isAway: false,
  answersWithinMinutes: 5,
  greeting: 'Bonjour ! Une question sur nos pains, une commande ?',
  quickQuestions: [
    {question: 'Quels sont vos horaires ?', answer: 'Du mardi au samedi, de 7 h à 19 h 30.'},
    {question: 'Faites-vous des pains sans gluten ?'},
  ],
  allowsImages: true,
  retentionDays: 30,
  privacyUrl: 'https://fournil.example/donnees',
};

export const market: RoomSettings = {
  name: 'Place du marché',
  description: 'Les voisins du marché se parlent ici.',
  isOpen: true,
  rules: 'Soyez courtois.\nPas d’annonces commerciales.',
  rulesVersion: '2026-11-01',
  slowSeconds: 0,
  isPremoderated: false,
  retentionDays: 30,
};

/** A hub in memory, after docs/chat-protocol.md: what pages of ours see of one. */
export class FakeHub {
  readonly url = 'https://hub.example';
  readonly profiles = new Map<string, ChatProfile>([[bakery.shop, bakery]]);
  readonly rooms = new Map<string, FakeRoom>();
  readonly seen: Seen[] = [];
  readonly reports: ReportRequest[] = [];
  readonly transcripts: string[] = [];
  /** Tokens of links to another device, and whose they are. */
  readonly links = new Map<string, string>();
  /** Visitors that stand for another one: devices joined by a link. */
  private readonly same = new Map<string, string>();
  /** What happens to the next request whose method and path match. */
  readonly next: {readonly when: RegExp; readonly fate: Fate | (() => Fate)}[] = [];
  /** Nothing answers. */
  isDown = false;
  /** Streams begin, and nothing comes over them. */
  areStreamsBlocked = false;
  needsProof = false;
  blockedWord = '';
  isBlocked = false;
  /** Largest number of a challenge. */
  hardness = 500;
  private readonly streams = new Set<Stream>();
  private readonly polls = new Set<() => void>();
  private readonly challenges = new Map<string, string>();
  private counter = 0;

  constructor(private readonly world: HubWorld) {}

  readonly fetch = async (input: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input);
    const {method = 'GET', signal} = init;
    const headers = new Headers(init.headers);
    const secret = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1];
    const {body} = init;
    const parsed: unknown = typeof body === 'string' ? JSON.parse(body) : (body ?? undefined);
    const path = url.pathname.replace(/^\/v1\//, '');
    const seen = {method, path, query: url.searchParams, headers, secret, body: parsed};
    this.seen.push(seen);
    await Promise.resolve();
    if (signal?.aborted) throw new DOMException('aborted', 'AbortError');
    if (this.isDown || url.origin !== this.url) throw new TypeError('Failed to fetch');
    const index = this.next.findIndex(({when}) => when.test(`${method} ${path}`));
    const [planned] = index < 0 ? [] : this.next.splice(index, 1);
    const fate = typeof planned?.fate === 'function' ? planned.fate() : planned?.fate;
    if (fate === 'unsent') throw new TypeError('Failed to fetch');
    if (fate instanceof Response) return fate;
    if (signal?.aborted) throw new DOMException('aborted', 'AbortError');
    const answer = await this.answer(seen, signal ?? new AbortController().signal);
    if (fate === 'lost') throw new TypeError('Failed to fetch');
    return answer;
  };

  /** Requests with this method whose path begins so. */
  asked(method: string, start: string): Seen[] {
    return this.seen.filter(seen => seen.method === method && seen.path.startsWith(start));
  }

  get streamCount(): number {
    return this.streams.size;
  }

  /** The only conversation. */
  get conversation(): FakeRoom {
    const found = [...this.rooms.values()].filter(({start}) => start.kind === 'conversation');
    if (found.length !== 1) throw new Error(`${found.length} conversations`);
    return found[0]!;
  }

  room(start: FakeRoom['start']): FakeRoom {
    const room = new FakeRoom(start, this.world.now, (room, event) => this.tell(room, event));
    this.rooms.set(start.id, room);
    return room;
  }

  publicRoom(id = 'place-du-marche', settings: Partial<RoomSettings> = {}): FakeRoom {
    return this.room({id, kind: 'public', shop: 'fournil', settings: {...market, ...settings}});
  }

  /** Somebody of the shop writes. */
  say(room: FakeRoom, text: string, more: Partial<ChatMessage> = {}): ChatEvent {
    const author = {id: 'clerk-1', role: 'shop', name: 'Anaïs'} as const;
    const message = {id: this.uuid(), author, text, via: 'desk', ...more} as const;
    return room.add({kind: 'message', message});
  }

  /** Somebody types. */
  type(room: FakeRoom, author: ChatAuthor = {id: 'clerk-1', role: 'shop', name: 'Anaïs'}): void {
    this.send('typing', {room: room.id, author}, room);
  }

  changeProfile(change: Partial<ChatProfile>): void {
    const profile = {...this.profiles.get('fournil')!, ...change};
    this.profiles.set('fournil', profile);
    const {shop, isOpen, isAway} = profile;
    this.send('profile', {shop, isOpen, isAway});
  }

  /** Ends all lines, as a hub does that is restarted. */
  cut(): void {
    for (const {controller} of this.streams) attempt(() => controller.close());
    this.streams.clear();
  }

  /** Lines stay open, and nothing comes over them any more. */
  silence(): void {
    for (const stream of this.streams) stream.isSilent = true;
  }

  /** All who are in the room hear of it. */
  private tell(room: FakeRoom, event: ChatEvent): void {
    for (const stream of this.streams) {
      if (!room.members.has(this.visitor(stream.secret) ?? '')) continue;
      const shown = room.shownTo(this.visitor(stream.secret), event);
      this.write(stream, sse('room', {room: room.id, event: shown}, `${room.id}:${event.seq}`));
    }
    for (const wake of this.polls) wake();
  }

  private send(type: string, data: object, room?: FakeRoom): void {
    for (const stream of this.streams) {
      const isFor = !room || room.members.has(this.visitor(stream.secret) ?? '');
      if (isFor) this.write(stream, sse(type, data));
    }
  }

  private write(stream: Stream, text: string): void {
    if (!stream.isSilent) attempt(() => stream.controller.enqueue(encoder.encode(text)));
  }

  /** Who a secret stands for. */
  private visitor(secret: string | undefined): string | undefined {
    return secret && (this.same.get(secret) ?? secret);
  }

  private async answer(seen: Seen, signal: AbortSignal): Promise<Response> {
    const {method, path, query} = seen;
    const secret = this.visitor(seen.secret);
    const [, shop] = /^shops\/([^/]+)\/chat$/.exec(path) ?? [];
    if (shop !== undefined) {
      const profile = this.profiles.get(shop);
      return profile ? json(profile) : problem(404, 'not-found');
    }
    if (path === 'challenges') return json(await this.challenge());
    if (path === 'events') return this.events(seen, signal);
    if (path === 'me' && method === 'GET') return json({rooms: []});
    const [, token] = /^links\/(.+)$/.exec(path) ?? [];
    if (token !== undefined) return this.openLink(token, seen.secret);
    const [, id = '', rest = ''] = /^rooms\/([^/]+)\/?(.*)$/.exec(path) ?? [];
    if (method === 'PUT' && !rest) return this.begin(id, seen);
    const room = this.rooms.get(id);
    const isMember = room?.members.has(secret ?? '');
    const mayRead = room?.start.kind === 'public' || isMember;
    if (!room || !mayRead) return problem(404, 'not-found');
    if (method === 'GET' && !rest) return json(room.seenBy(secret));
    if (method === 'GET' && rest === 'events') return json(this.page(room, secret, query));
    if (method === 'GET' && rest.startsWith('images/')) {
      const image = room.images.get(rest.slice(7));
      return image ? new Response(image) : problem(404, 'not-found');
    }
    if (rest === 'reports') {
      this.reports.push(seen.body as ReportRequest);
      return json({id: this.uuid(), receivedAt: this.world.now().toISOString()}, 201);
    }
    if (rest === 'members/me') return this.join(room, seen);
    if (!isMember) return problem(403, 'forbidden');
    return this.change(room, rest, seen, secret!);
  }

  private async change(
    room: FakeRoom,
    rest: string,
    seen: Seen,
    secret: string,
  ): Promise<Response> {
    const {method, body} = seen;
    const [what, id = ''] = rest.split('/');
    switch (`${method} ${what}`) {
      case 'PUT messages':
        return this.writeMessage(room, id, body as MessageRequest, secret);
      case 'DELETE messages': {
        const known = room.events.find(event => event.kind === 'deleted' && event.message === id);
        room.forget(id);
        return json({event: known ?? room.add({kind: 'deleted', message: id, by: 'author'})});
      }
      case 'PUT images': {
        const image = body as Blob;
        if (image.size > 1_000_000) return problem(413, 'too-large');
        room.images.set(id, image);
        return json({id, width: 8, height: 6}, 201);
      }
      case 'PUT contact':
        room.contact = body as VisitorContact;
        return new Response(null, {status: 204});
      case 'PUT read':
        room.mark('read', 'visitor', (body as {seq: number}).seq);
        return new Response(null, {status: 204});
      case 'POST typing':
        return new Response(null, {status: 204});
      case 'POST end':
        if (room.state === 'open') {
          room.state = 'ended';
          room.add({kind: 'state', state: 'ended', by: 'visitor'});
        }
        return json(room.seenBy(secret));
      case 'DELETE ':
        if (room.start.kind === 'public') room.members.delete(secret);
        else this.rooms.delete(room.id);
        return new Response(null, {status: 204});
      case 'POST transcript':
        this.transcripts.push((body as {email: string}).email);
        return new Response(null, {status: 202});
      case 'POST links': {
        const token = `link-${++this.counter}`;
        this.links.set(token, secret);
        const expiresAt = new Date(this.world.now().getTime() + 900_000).toISOString();
        return json({token, url: `${this.url}/c/${token}`, expiresAt}, 201);
      }
      default:
        return Promise.resolve(problem(404, 'not-found'));
    }
  }

  private async begin(id: string, {body, secret: key}: Seen): Promise<Response> {
    const secret = this.visitor(key);
    if (!secret) return problem(401, 'unauthorized');
    const {shop, contact, proof} = body as ConversationRequest;
    const known = this.rooms.get(id);
    if (known) {
      if (!known.members.has(secret)) return problem(403, 'forbidden');
      if (contact) known.contact = contact;
      return json(known.seenBy(secret));
    }
    if (!this.profiles.has(shop)) return problem(404, 'not-found');
    if (this.isBlocked) return problem(403, 'blocked');
    const refusal = await this.checkProof(proof);
    if (refusal) return refusal;
    const room = this.room({id, kind: 'conversation', shop});
    room.contact = contact;
    const name = contact?.name;
    room.members.set(secret, {id: `visitor-${id}`, role: 'visitor', ...(name && {name})});
    return json(room.seenBy(secret), 201);
  }

  private async join(room: FakeRoom, {body, secret: key}: Seen): Promise<Response> {
    const secret = this.visitor(key);
    if (!secret) return problem(401, 'unauthorized');
    const {nickname, acceptsRules, proof} = body as JoinRequest;
    if (acceptsRules !== room.settings?.rulesVersion) return problem(409, 'rules-not-accepted');
    const isTaken = [...room.members].some(
      ([other, {name}]) => name === nickname && other !== secret,
    );
    if (isTaken) return problem(409, 'nickname-taken');
    const refusal = await this.checkProof(proof);
    if (refusal) return refusal;
    const id = room.members.get(secret)?.id ?? `member-${room.members.size + 1}`;
    room.members.set(secret, {id, role: 'visitor', name: nickname});
    room.accepted.set(secret, acceptsRules);
    return json(room.seenBy(secret));
  }

  private writeMessage(
    room: FakeRoom,
    id: string,
    {text: given, image}: MessageRequest,
    secret: string,
  ): Response {
    const text = given && cleanMessage(given);
    const asked = JSON.stringify([text, image]);
    const before = room.asked.get(id);
    if (before === asked) return json({event: room.eventOf(id)});
    if (before !== undefined) return problem(422, 'message-changed');
    if (room.state === 'ended') return problem(409, 'ended');
    if (this.isBlocked) return problem(403, 'blocked');
    if (!room.isWritable) return problem(409, 'room-closed');
    if (!text && !image) return problem(400, 'invalid');
    if ((text?.length ?? 0) > MESSAGE_LENGTH) return problem(413, 'too-large');
    if (this.blockedWord && text?.includes(this.blockedWord)) return problem(422, 'blocked-word');
    if (room.settings && room.accepted.get(secret) !== room.settings.rulesVersion) {
      return problem(409, 'rules-not-accepted');
    }
    if (image && !room.images.has(image.id)) return problem(400, 'invalid');
    room.asked.set(id, asked);
    const message: ChatMessage = {
      id,
      author: room.members.get(secret)!,
      via: 'page',
      ...(text && {text}),
      ...(image && {image: {...image, width: 8, height: 6}}),
    };
    const kind = room.settings?.isPremoderated ? 'held' : 'message';
    return json({event: room.add({kind, message})}, 201);
  }

  private page(room: FakeRoom, secret: string | undefined, query: URLSearchParams): object {
    const limit = Number(query.get('limit') ?? PAGE);
    const after = query.get('after');
    const before = query.get('before');
    const kept = room.events.filter(({seq}) => seq >= room.firstSeq);
    const chosen =
      after !== null
        ? kept.filter(({seq}) => seq > Number(after)).slice(0, limit)
        : kept.filter(({seq}) => before === null || seq < Number(before)).slice(-limit);
    const events = chosen.map(event => room.shownTo(secret, event));
    return {events, lastSeq: room.lastSeq, firstSeq: room.firstSeq};
  }

  private events(seen: Seen, signal: AbortSignal): Promise<Response> | Response {
    const secret = this.visitor(seen.secret);
    const mine = [...this.rooms.values()].filter(room => room.members.has(secret ?? ''));
    if (!secret || mine.length === 0) return problem(401, 'unauthorized');
    const wait = seen.query.get('wait');
    if (wait !== null) return this.poll(mine, seen, Number(wait), signal);
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        const stream = {secret: seen.secret!, controller, isSilent: this.areStreamsBlocked};
        this.streams.add(stream);
        const end = (): void => {
          this.streams.delete(stream);
          attempt(() => controller.error(new DOMException('aborted', 'AbortError')));
        };
        signal.addEventListener('abort', end);
        this.write(stream, `: ${' '.repeat(2048)}\n\n`);
        void this.keepAlive(stream, signal);
        const cursor = readCursor(seen.headers.get('last-event-id') ?? '');
        for (const room of mine) {
          const since = cursor.get(room.id);
          if (since === undefined) continue;
          if (room.lastSeq - since > RESET || since + 1 < room.firstSeq) {
            this.write(stream, sse('reset', {room: room.id, lastSeq: room.lastSeq}));
            continue;
          }
          for (const event of room.events.filter(({seq}) => seq > since)) {
            const data = {room: room.id, event: room.shownTo(secret, event)};
            this.write(stream, sse('room', data, `${room.id}:${event.seq}`));
          }
        }
      },
    });
    return new Response(body, {headers: {'content-type': 'text/event-stream'}});
  }

  /** The comment that shows that a line is alive. */
  private async keepAlive(stream: Stream, signal: AbortSignal): Promise<void> {
    const {sleep} = this.world;
    while (sleep && !signal.aborted && this.streams.has(stream)) {
      await sleep(BEAT, signal);
      this.write(stream, ': beat\n\n');
    }
  }

  private async poll(
    mine: readonly FakeRoom[],
    {query, secret: key}: Seen,
    wait: number,
    signal: AbortSignal,
  ): Promise<Response> {
    const secret = this.visitor(key);
    const cursor = readCursor(query.get('after') ?? '');
    const look = () => {
      const reset = mine
        .filter(({id, lastSeq}) => lastSeq - (cursor.get(id) ?? lastSeq) > RESET)
        .map(({id, lastSeq}) => ({room: id, lastSeq}));
      const news = mine
        .filter(({id}) => !reset.some(({room}) => room === id))
        .flatMap(room =>
          room.events
            .filter(({seq}) => seq > (cursor.get(room.id) ?? room.lastSeq))
            .map(event => ({room: room.id, event: room.shownTo(secret, event)})),
        );
      return {news, reset};
    };
    if (look().news.length === 0 && look().reset.length === 0) {
      const done = new AbortController();
      const end = (): void => done.abort();
      signal.addEventListener('abort', end);
      this.polls.add(end);
      await this.world.sleep?.(wait * 1000, done.signal);
      this.polls.delete(end);
      signal.removeEventListener('abort', end);
      if (signal.aborted) throw new DOMException('aborted', 'AbortError');
    }
    const all = new Map(mine.map(({id, lastSeq}) => [id, lastSeq]));
    return json({...look(), cursor: writeCursor(all)});
  }

  private async challenge(): Promise<object> {
    const salt = `salt-${++this.counter}?expires=1800000000`;
    const number = Math.floor(this.hardness * 0.8);
    const challenge = await sha256(`${salt}${number}`);
    const signature = await sha256(`secret ${challenge}`);
    this.challenges.set(challenge, signature);
    return {algorithm: 'SHA-256', challenge, salt, signature, maxnumber: this.hardness};
  }

  private async checkProof(proof: ProofOfWork | undefined): Promise<Response | undefined> {
    if (!this.needsProof) return undefined;
    if (!proof) return problem(403, 'proof-needed');
    const isKnown = this.challenges.get(proof.challenge) === proof.signature;
    this.challenges.delete(proof.challenge);
    const isRight = (await sha256(`${proof.salt}${proof.number}`)) === proof.challenge;
    return isKnown && isRight ? undefined : problem(403, 'proof-refused');
  }

  private openLink(token: string, secret: string | undefined): Response {
    const whose = this.links.get(token);
    this.links.delete(token);
    if (!whose || !secret) return problem(404, 'not-found');
    this.same.set(secret, whose);
    const room = [...this.rooms.values()].find(({members}) => members.has(whose))!;
    return json({room: room.id, shop: room.start.shop});
  }

  private uuid(): string {
    const number = (++this.counter).toString(16).padStart(12, '0');
    return `00000000-0000-4000-8000-${number}`;
  }
}

function sse(type: string, data: object, id?: string): string {
  return `event: ${type}\n${id ? `id: ${id}\n` : ''}data: ${JSON.stringify(data)}\n\n`;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(text));
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** A line may be closed by who reads it. */
function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // closed already
  }
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {'content-type': 'application/json', ...headers},
  });
}

export function problem(
  status: number,
  code: Problem['code'],
  headers: Record<string, string> = {},
): Response {
  return json({type: `about:blank#${code}`, title: code, status, code}, status, headers);
}
