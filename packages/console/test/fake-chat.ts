import type {
  ChatAuthor,
  ChatEvent,
  ChatMessage,
  ChatSettings,
  MessageRequest,
  RoomSettings,
  RoomSummary,
} from '@local-widgets/model/schemas.js';
import type {AuditEntry, Report} from '../src/api/inbox-types.js';
import {chatSettings, hallesSettings, logOf, said, summaryOf, uuid} from './chat-town.js';
import {busyHub, problem, type Call, type FakeHub} from './fake-hub.js';
import {after, NOW} from './town.js';

interface FakeRoom {
  summary: RoomSummary;
  events: ChatEvent[];
}

/** An event without what its log gives it. */
type Happening = ChatEvent extends infer Each
  ? Each extends ChatEvent
    ? Omit<Each, 'seq' | 'at'>
    : never
  : never;

/** Who works at the desk, in every room of the tests. */
const LEA: ChatAuthor = {id: 'lea', role: 'shop', name: 'Léa'};

/** The chat of a hub in the page, after docs/chat-protocol.md. */
export class FakeChat {
  readonly rooms = new Map<string, FakeRoom>();
  settings: ChatSettings = structuredClone(chatSettings);
  reports: Report[] = [];
  audit: AuditEntry[] = [];
  pushKey: string | undefined =
    'BNNL5ZaTfK81qhXOx23-wewhigUeFb632jN6LvRWCFH1ubQr77FE_9qV1FuojuRmHP42zmf34rXgW80OvUVDgTk';
  /** Rooms of one page of the list. */
  pageSize = 50;
  /** Headers with which streams were opened. */
  readonly streams: string[] = [];
  /** What streams begin with; nothing where a proxy holds it back. */
  hello = ': hello\n\n';

  private readonly open = new Map<ReadableStreamDefaultController<Uint8Array>, string>();

  constructor(readonly hub: FakeHub) {
    hub.rule(call => this.answer(call));
  }

  /** A room with what was said in it. */
  add(summary: RoomSummary, messages: readonly (ChatMessage | Happening)[] = []): RoomSummary {
    const events = logOf(messages);
    const last = events.findLast(
      (event): event is Extract<ChatEvent, {kind: 'message'}> => event.kind === 'message',
    );
    const room = {
      ...summary,
      room: {...summary.room, lastSeq: events.length},
      ...(last && {lastMessage: last.message}),
    };
    this.rooms.set(room.room.id, {summary: room, events});
    return room;
  }

  /** A visitor writes; everyone who follows hears of it. */
  say(id: string, text: string, more: Parameters<typeof said>[1] = {}): ChatMessage {
    const message = said(text, more);
    this.happen(id, {kind: 'message', message});
    return message;
  }

  /** Something happens in a room. */
  happen(id: string, happening: Happening, {isTold = true} = {}): ChatEvent {
    const room = this.rooms.get(id)!;
    const seq = room.events.length + 1;
    const event = {seq, at: after(0), ...happening};
    room.events.push(event);
    this.change(id, this.summaryAfter(room.summary, event), false);
    if (isTold) {
      this.tell('room', {room: id, event}, `${id}:${seq}`);
      this.tell('summary', room.summary);
    }
    return event;
  }

  /** The summary of a room is another one. */
  change(id: string, change: Partial<RoomSummary>, isTold = true): RoomSummary {
    const room = this.rooms.get(id)!;
    room.summary = {...room.summary, ...change};
    if (isTold) this.tell('summary', room.summary);
    return room.summary;
  }

  /** One event of the stream, to all. */
  tell(type: string, data: unknown, id?: string): void {
    const head = id === undefined ? '' : `id: ${id}\n`;
    const text = `${head}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
    for (const stream of this.open.keys()) stream.enqueue(new TextEncoder().encode(text));
  }

  /** Every stream breaks off. */
  drop(): void {
    for (const stream of this.open.keys()) stream.close();
    this.open.clear();
  }

  get isFollowed(): boolean {
    return this.open.size > 0;
  }

  private summaryAfter(summary: RoomSummary, event: ChatEvent): Partial<RoomSummary> {
    const room = {...summary.room, lastSeq: event.seq};
    const {unread, toModerate} = summary;
    switch (event.kind) {
      case 'message':
      case 'approved': {
        const isTheirs = event.message.author.role === 'visitor';
        const fewer = event.kind === 'approved' ? 1 : 0;
        return {
          room,
          lastMessage: event.message,
          lastAt: event.at,
          unread: isTheirs ? unread + 1 : unread,
          toModerate: toModerate - fewer,
        };
      }
      case 'held':
        return {room, toModerate: toModerate + 1};
      case 'read':
        return {room, ...(event.role === 'shop' && {unread: 0})};
      case 'state':
        return {room: {...room, state: event.state}};
      default:
        return {room};
    }
  }

  private answer(call: Call): Response | undefined {
    const {method, path, body} = call;
    if (!path.startsWith('/v1/')) return undefined;
    if (!this.hub.session) return problem(401, 'unauthorized');
    const [pathname = '', search = ''] = path.split('?');
    const query = new URLSearchParams(search);
    const shop = /^\/v1\/shops\/([^/]+)(\/.*)$/.exec(pathname);
    if (shop) return this.ofShop(`${method} ${shop[2]}`, shop[1]!, query, call);
    const room = /^\/v1\/rooms\/([^/]+)(\/.*)?$/.exec(pathname);
    if (room) return this.ofRoom(`${method} ${room[2] ?? ''}`, room[1]!, query, body);
    const report = /^\/v1\/reports\/([^/]+)\/decision$/.exec(pathname);
    if (report) return this.decide(report[1]!, body as {decision: string; reason: string});
    if (pathname === '/v1/push-subscriptions') return new Response(null, {status: 204});
    return problem(404, 'not-found');
  }

  private ofShop(
    key: string,
    shop: string,
    query: URLSearchParams,
    {body, headers}: Call,
  ): Response {
    const one = /^(GET|PATCH) \/rooms\/(.+)$/.exec(key);
    if (one) {
      const found = this.rooms.get(one[2]!);
      if (!found) return problem(404, 'not-found');
      return Response.json(one[1] === 'GET' ? found.summary : this.patch(found, body));
    }
    const publicRoom = /^(PUT|DELETE) \/public-rooms\/(.+)$/.exec(key);
    if (publicRoom) return this.setRoom(publicRoom[1]!, publicRoom[2]!, body);
    switch (key) {
      case 'GET /rooms':
        return Response.json({...this.page(shop, query), settings: this.settings});
      case 'GET /chat/events':
        return this.stream(headers['last-event-id'] ?? '');
      case 'GET /chat/people':
        return Response.json({
          people: [
            {id: 'p1', name: 'Léa'},
            {id: 'p2', name: 'Tom'},
          ],
        });
      case 'PUT /chat/away':
        this.settings = {...this.settings, ...(body as Partial<ChatSettings>)};
        return Response.json(this.settings);
      case 'GET /chat/settings':
        return Response.json(this.settings);
      case 'PUT /chat/settings':
        this.settings = body as ChatSettings;
        return Response.json(this.settings);
      case 'GET /reports': {
        const wanted = query.get('state');
        return Response.json({reports: this.reports.filter(({state}) => state === wanted)});
      }
      case 'GET /chat/audit':
        return Response.json({entries: this.audit});
      case 'GET /chat':
        return Response.json({shop, ...(this.pushKey && {pushKey: this.pushKey})});
      default:
        return problem(404, 'not-found');
    }
  }

  private ofRoom(key: string, id: string, query: URLSearchParams, body: unknown): Response {
    const room = this.rooms.get(id);
    if (!room) return problem(404, 'not-found');
    const message = /^(\w+) \/messages\/([^/]+)(\/\w+)?$/.exec(key);
    if (message) return this.ofMessage(`${message[1]}${message[3] ?? ''}`, room, message[2]!, body);
    if (/^PUT \/images\//.test(key)) return Response.json({}, {status: 201});
    if (/^(PUT|DELETE) \/members\/[^/]+\/ban$/.test(key)) return new Response(null, {status: 204});
    switch (key) {
      case 'GET ':
        return Response.json({...room.summary.room, me: LEA});
      case 'GET /events': {
        const number = (name: string): number | undefined =>
          query.has(name) ? Number(query.get(name)) : undefined;
        const [from, before, limit = 60] = ['after', 'before', 'limit'].map(number);
        const {events} = room;
        const found =
          from !== undefined
            ? events.filter(({seq}) => seq > from).slice(0, limit)
            : events.filter(({seq}) => before === undefined || seq < before).slice(-limit);
        return Response.json({events: found, lastSeq: events.length, firstSeq: 1});
      }
      case 'PUT /delivered':
        return new Response(null, {status: 204});
      case 'PUT /read': {
        const {seq} = body as {seq: number};
        this.happen(id, {kind: 'read', role: 'shop', upTo: seq});
        return new Response(null, {status: 204});
      }
      case 'POST /typing':
        return new Response(null, {status: 204});
      default:
        return problem(404, 'not-found');
    }
  }

  private ofMessage(key: string, room: FakeRoom, id: string, body: unknown): Response {
    const {id: roomId} = room.summary.room;
    const known = room.events.find(
      event => 'message' in event && typeof event.message === 'object' && event.message.id === id,
    );
    if (key === 'PUT') {
      if (known) return Response.json({event: known});
      const {text, image} = body as MessageRequest;
      const message: ChatMessage = {
        id,
        author: LEA,
        ...(text !== undefined && {text}),
        ...(image && {image: {...image, width: 320, height: 200}}),
        via: 'desk',
      };
      return Response.json({event: this.happen(roomId, {kind: 'message', message})}, {status: 201});
    }
    if (!known) return problem(404, 'not-found');
    if (key === 'POST/approval') {
      const {decision, reason} = body as {decision: string; reason?: string};
      const message = (known as Extract<ChatEvent, {kind: 'message'}>).message;
      const happening: Happening =
        decision === 'approve'
          ? {kind: 'approved', message}
          : {kind: 'deleted', message: id, by: 'moderator', ...(reason && {reason})};
      return Response.json({event: this.happen(roomId, happening)});
    }
    const reason = (body as {reason?: string} | undefined)?.reason;
    const by = key === 'DELETE' ? 'author' : 'moderator';
    const event = this.happen(roomId, {kind: 'deleted', message: id, by, ...(reason && {reason})});
    return Response.json({event});
  }

  private patch(room: FakeRoom, body: unknown): RoomSummary {
    const {assignee, isBlocked, state} = body as {
      assignee?: string | null;
      isBlocked?: boolean;
      state?: 'open' | 'ended';
    };
    const {id} = room.summary.room;
    if (state) this.happen(id, {kind: 'state', state, by: 'shop'});
    if (assignee === null) {
      delete room.summary.assignee;
    } else if (assignee !== undefined) {
      this.change(id, {assignee: {id: assignee, name: assignee === 'p1' ? 'Léa' : 'Tom'}});
    }
    return this.change(id, isBlocked === undefined ? {} : {isBlocked});
  }

  private setRoom(method: string, id: string, body: unknown): Response {
    if (method === 'DELETE') {
      this.happen(id, {kind: 'state', state: 'ended', by: 'shop'});
      return new Response(null, {status: 204});
    }
    if (!this.rooms.has(id)) this.add(summaryOf({id}));
    const {room} = this.rooms.get(id)!.summary;
    const settings = body as RoomSettings;
    return Response.json(
      this.change(id, {room: {...room, kind: 'public', state: 'open', settings}}),
    );
  }

  private decide(id: string, {decision, reason}: {decision: string; reason: string}): Response {
    const found = this.reports.find(each => each.id === id);
    if (!found) return problem(404, 'not-found');
    const state = decision === 'keep' ? 'kept' : 'removed';
    const decided: Report = {...found, state, decision: {reason, decidedAt: after(0)}};
    this.reports = this.reports.map(each => (each.id === id ? decided : each));
    return Response.json(decided);
  }

  private page(shop: string, query: URLSearchParams): {rooms: RoomSummary[]; next?: string} {
    const all = [...this.rooms.values()]
      .map(({summary}) => summary)
      .filter(({room}) => room.shop === shop && room.state === query.get('state'))
      .sort((one, other) => other.lastAt.localeCompare(one.lastAt));
    const from = Number(query.get('before') ?? 0);
    const to = from + this.pageSize;
    return {rooms: all.slice(from, to), ...(to < all.length && {next: String(to)})};
  }

  private stream(lastEventId: string): Response {
    this.streams.push(lastEventId);
    let own: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        own = controller;
        this.open.set(controller, lastEventId);
        if (this.hello) controller.enqueue(new TextEncoder().encode(this.hello));
      },
      cancel: () => {
        if (own) this.open.delete(own);
      },
    });
    return new Response(body, {headers: {'content-type': 'text/event-stream'}});
  }
}

/** Ids of the conversations of `busyChat`. */
export const MARIE = '019bb111-0000-4000-8000-000000000001';
export const SMITH = '019bb111-0000-4000-8000-000000000002';
export const NOBODY = '019bb111-0000-4000-8000-000000000003';
export const OLD = '019bb111-0000-4000-8000-000000000004';
export const HALLES = 'halles';

/** A hub with orders, and conversations of every kind. */
export function busyChat(hub = busyHub()): FakeChat {
  const chat = new FakeChat(hub);
  const [anne] = hub.orders;
  const marie = {name: 'Marie Lefèvre'};
  chat.add(
    summaryOf({
      id: MARIE,
      unread: 2,
      lastIn: -2,
      more: {
        contact: {...marie, telephone: '06 39 98 11 22', email: 'marie@exemple.fr'},
        page: 'https://mairie.example/commerces/fournil',
        ...(anne && {order: anne.id}),
      },
    }),
    [
      said('Bonjour, avez-vous encore des tartes aux pommes pour dimanche ?', marie),
      said('Bonjour Marie, oui, il nous en reste quatre.', {
        by: 'shop',
        authorId: 'lea',
        name: 'Léa',
      }),
      {kind: 'delivered', role: 'visitor', upTo: 2},
      {kind: 'read', role: 'visitor', upTo: 2},
      {kind: 'read', role: 'shop', upTo: 1},
      said('Parfait. La recette est celle de https://fournil.example/tartes ?', marie),
      said('Et peut-on venir la chercher à 9 h ?\nMon numéro : 06 39 98 11 22', marie),
    ],
  );
  chat.add(
    summaryOf({
      id: SMITH,
      name: 'John Smith',
      lastIn: -45,
      more: {language: 'en', assignee: {id: 'p2', name: 'Tom'}},
    }),
    [
      said('Hello, is the bread gluten free?', {name: 'John Smith', more: {via: 'mail'}}),
      said('Hello! Our buckwheat loaf is.', {by: 'shop', authorId: 'tom', name: 'Tom'}),
    ],
  );
  chat.add(summaryOf({id: NOBODY, unread: 1, lastIn: -90}), [
    said('Vous faites les bûches sans lactose ?'),
  ]);
  chat.add(summaryOf({id: OLD, name: 'Paul', lastIn: -60 * 26, more: {}}), [
    said('Merci !', {name: 'Paul'}),
    {kind: 'state', state: 'ended', by: 'visitor'},
  ]);
  const old = chat.rooms.get(OLD)!;
  old.summary = {...old.summary, room: {...old.summary.room, state: 'ended'}};
  const halles = summaryOf({id: HALLES, lastIn: -60 * 20, more: {toModerate: 1}});
  chat.add({...halles, room: {...halles.room, kind: 'public', settings: hallesSettings}}, [
    said('Le marché est-il déplacé le 24 ?', {authorId: 'm1', name: 'Zoé'}),
    {kind: 'held', message: said('Vente de chatons', {id: uuid(), authorId: 'm2', name: 'Max'})},
  ]);
  chat.reports = [
    {
      id: '019bb222-0000-4000-8000-000000000001',
      room: HALLES,
      message: said('Le boucher vole ses clients.', {authorId: 'm3', name: 'Bob'}),
      reason: 'harassment',
      explanation: 'C’est de la diffamation.',
      email: 'voisin@exemple.fr',
      receivedAt: NOW.toISOString(),
      state: 'open',
    },
  ];
  chat.audit = [
    {
      id: 1,
      at: after(-60),
      person: {id: 'p1', name: 'Léa'},
      action: 'remove',
      room: HALLES,
      reason: 'Publicité',
    },
  ];
  return chat;
}
