import type {Order, Problem, Product, ShopSettings} from '@local-widgets/model/schemas.js';
import type {Session} from '../src/api/types.js';
import type {DeskEnvironment} from '../src/environment.js';
import type {PushDevice} from '../src/push/push-device.js';
import {order, products, settings, TODAY} from './town.js';

/** One request that reached the hub. */
export interface Call {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

type Answer = Response | Promise<Response> | 'network';
type Rule = (call: Call) => Answer | undefined;

const session: Session = {
  person: {id: 'p1', email: 'lea@fournil.example', name: 'Léa'},
  memberships: [{shop: 'fournil', name: 'Le Fournil de la Place', role: 'merchant'}],
};

/** A hub in the page, after the contract of the desk's routes; rules make it fail. */
export class FakeHub {
  session: Session | undefined = session;
  orders: Order[] = [];
  settings: ShopSettings = structuredClone(settings);
  products: Product[] = structuredClone(products);
  /** Id of the last event. */
  cursor = 10;
  readonly calls: Call[] = [];
  /** Headers with which streams were opened. */
  readonly streams: string[] = [];
  readonly printed: string[] = [];
  readonly stored = new Map<string, string>();
  readonly downloads: {text: string; name: string}[] = [];
  /** Somebody looks at the window. */
  isSeen = true;
  /** Notifications of the device; none unless a test brings some. */
  device: PushDevice | undefined;
  /** Waits of the desk, in milliseconds; they end when `pass` is called. */
  private readonly waits = new Set<{ms: number; done: () => void}>();
  private readonly open = new Set<ReadableStreamDefaultController<Uint8Array>>();
  private rules: Rule[] = [];

  readonly environment: DeskEnvironment = {
    fetch: (input, init) => this.fetch(input, init),
    random: () => 0.5,
    bytes: count => crypto.getRandomValues(new Uint8Array(count)),
    sleep: (ms, signal) =>
      new Promise(resolve => {
        const done = (): void => {
          this.waits.delete(wait);
          resolve();
        };
        const wait = {ms, done};
        this.waits.add(wait);
        signal.addEventListener('abort', wait.done);
        if (signal.aborted) wait.done();
      }),
    storage: () => ({
      getItem: key => this.stored.get(key) ?? null,
      setItem: (key, value) => void this.stored.set(key, value),
      removeItem: key => void this.stored.delete(key),
    }),
    audio: () => undefined,
    print: () => this.printed.push('printed'),
    takeLine: () => Promise.resolve(() => undefined),
    isSeen: () => this.isSeen,
    download: (text, name) => void this.downloads.push({text, name}),
    push: () => Promise.resolve(this.device),
  };

  /** Answers of its own for some requests; the rule added last is asked first. */
  rule(rule: Rule): void {
    this.rules.unshift(rule);
  }

  /** One answer for one path, as long as it is wanted; call what comes back to end it. */
  fail(path: RegExp, answer: Problem['code'] | 'network', status = 500): () => void {
    const rule: Rule = call => {
      if (!path.test(`${call.method} ${call.path}`)) return undefined;
      return answer === 'network' ? answer : problem(status, answer);
    };
    this.rules.unshift(rule);
    return () => {
      this.rules = this.rules.filter(each => each !== rule);
    };
  }

  /** Ends the waits of this length, and of every other when none is named. */
  pass(ms?: number): void {
    for (const wait of [...this.waits]) if (ms === undefined || wait.ms === ms) wait.done();
  }

  get pending(): number[] {
    return [...this.waits].map(({ms}) => ms);
  }

  /** An order is another one, or new: everyone who follows hears of it. */
  push(changed: Order): void {
    this.orders = [...this.orders.filter(({id}) => id !== changed.id), changed];
    this.send(`id: ${++this.cursor}\nevent: order\ndata: ${JSON.stringify({order: changed})}\n\n`);
  }

  send(text: string): void {
    for (const stream of this.open) stream.enqueue(new TextEncoder().encode(text));
  }

  /** Every stream breaks off. */
  drop(): void {
    for (const stream of this.open) stream.close();
    this.open.clear();
  }

  callsTo(path: RegExp): Call[] {
    return this.calls.filter(call => path.test(`${call.method} ${call.path}`));
  }

  private async fetch(input: string, init: RequestInit = {}): Promise<Response> {
    const {method = 'GET', body, headers, signal} = init;
    const call: Call = {
      method,
      path: input,
      body: parsed(body),
      headers: headers as Record<string, string>,
    };
    this.calls.push(call);
    for (const rule of this.rules) {
      const answer = rule(call);
      if (answer === 'network') throw new TypeError('Failed to fetch');
      if (answer) return answer;
    }
    await Promise.resolve();
    if (signal?.aborted) throw signal.reason;
    return this.answer(call, signal ?? undefined);
  }

  private answer(call: Call, signal?: AbortSignal): Response {
    const {method, path, body} = call;
    const key = `${method} ${path.replace(/\?.*/, '')}`;
    if (key === 'POST /api/session/link') return new Response(null, {status: 202});
    if (!this.session) return problem(401, 'unauthorized');
    if (key === 'GET /api/session') return Response.json(this.session);
    if (key === 'DELETE /api/session') {
      this.session = undefined;
      return new Response(null, {status: 204});
    }
    if (!path.startsWith('/api/')) return problem(404, 'not-found');
    const part = /^\/api\/shops\/fournil(\/.*)?$/.exec(path.replace(/\?.*/, ''))?.[1] ?? '';
    const query = new URLSearchParams(path.split('?')[1] ?? '');
    return this.shopAnswer(method, part, query, body, signal);
  }

  private shopAnswer(
    method: string,
    part: string,
    query: URLSearchParams,
    body: unknown,
    signal?: AbortSignal,
  ): Response {
    const change = body as Record<string, unknown>;
    switch (`${method} ${part.replace(/\/(orders|products)\/[^/]+/, '/$1/:id')}`) {
      case 'GET ': {
        const {isPaused} = this.settings;
        return Response.json({id: 'fournil', ...this.settings, acceptsOrders: !isPaused});
      }
      case 'GET /desk/orders': {
        const day = query.get('day');
        const isOpen = ({state}: Order): boolean => /received|accepted|ready/.test(state);
        const found = this.orders.filter(each =>
          day ? each.slot.startsAt.startsWith(day) : isOpen(each),
        );
        return Response.json({orders: found, cursor: this.cursor});
      }
      case 'GET /desk/events':
        return this.stream(signal);
      case 'POST /desk/orders/:id/state': {
        const id = part.split('/')[3];
        const found = this.orders.find(each => each.id === id);
        if (!found) return problem(404, 'not-found');
        if (body && change['from'] !== found.state) return problem(409, 'wrong-state');
        const {to: state, reason} = change as {to: Order['state']; reason?: string};
        const line = {state, at: new Date().toISOString(), by: 'shop' as const};
        const next: Order = {
          ...found,
          state,
          history: [...found.history, {...line, ...(reason && {reason})}],
        };
        this.push(next);
        return Response.json(next);
      }
      case 'GET /desk/slots':
        return Response.json({slots: slotsOf(query.get('day') ?? '')});
      case 'GET /desk/preparation':
        return Response.json({products: this.preparation(query.get('day') ?? '')});
      case 'GET /desk/settings':
        return Response.json(this.settings);
      case 'PATCH /desk/settings':
        this.settings = {...this.settings, ...change};
        return Response.json(this.settings);
      case 'GET /desk/catalogue':
        return Response.json({products: this.products});
      case 'PUT /desk/catalogue':
        return Response.json({
          added: ['brioche', 'fougasse'],
          changed: ['pain'],
          removed: [],
          rejected: [
            {line: 4, field: 'prix', message: 'Le prix « gratuit » n’est pas un montant.'},
          ],
        });
      case 'PATCH /desk/products/:id':
      case 'PUT /desk/products/:id': {
        const id = part.split('/').at(-1);
        const known = this.products.find(each => each.id === id);
        const next = (method === 'PUT' ? body : {...known, ...change}) as Product;
        this.products = [...this.products.filter(each => each.id !== id), next];
        return Response.json(next);
      }
      case 'DELETE /desk/products/:id':
        this.products = this.products.filter(each => each.id !== part.split('/').at(-1));
        return new Response(null, {status: 204});
      case 'GET /desk/people':
        return Response.json({
          people: [{id: 'p1', email: 'lea@fournil.example', name: 'Léa', role: 'merchant'}],
        });
      case 'POST /desk/people':
        return Response.json({}, {status: 201});
      case 'GET /desk/tokens':
        return Response.json({
          tokens: [
            {id: 't1', name: 'Caisse', role: 'clerk', createdAt: '2026-10-01T08:00:00.000Z'},
          ],
        });
      case 'POST /desk/tokens':
        return Response.json({id: 't2', token: 'a-token-told-once'}, {status: 201});
      case 'GET /desk/webhooks':
        return Response.json({
          webhooks: [
            {
              id: 'w1',
              url: 'https://caisse.example/hook',
              isEnabled: true,
              createdAt: '2026-10-01T08:00:00.000Z',
            },
          ],
        });
      case 'POST /desk/webhooks':
        return Response.json({id: 'w2', secret: 'whsec_once'}, {status: 201});
      case 'GET /desk/webhooks/w1/attempts':
        return Response.json({
          attempts: [
            {id: 2, outboxId: 'o2', at: '2026-11-22T08:30:00.000Z', status: 204},
            {id: 1, outboxId: 'o1', at: '2026-11-22T08:00:00.000Z', status: 500},
          ],
        });
      case 'POST /desk/webhooks/w1/replay':
        return Response.json({}, {status: 202});
      default:
        return problem(404, 'not-found');
    }
  }

  private stream(signal?: AbortSignal): Response {
    this.streams.push(this.calls.at(-1)?.headers['last-event-id'] ?? '');
    let own: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        own = controller;
        this.open.add(controller);
        controller.enqueue(new TextEncoder().encode(': hello\n\n'));
      },
      cancel: () => {
        if (own) this.open.delete(own);
      },
    });
    signal?.addEventListener('abort', () => own && this.open.delete(own));
    return new Response(body, {headers: {'content-type': 'text/event-stream'}});
  }

  private preparation(day: string): unknown[] {
    const wanted = this.orders.filter(
      ({state, slot}) => /received|accepted/.test(state) && slot.startsAt.startsWith(day),
    );
    return ['pain', 'tarte'].flatMap(product => {
      const lines = wanted.flatMap(({lines, slot}) =>
        lines.filter(each => each.product === product).map(each => ({...each, ...slot})),
      );
      if (lines.length === 0) return [];
      const quantity = lines.reduce((sum, each) => sum + each.quantity, 0);
      const bySlot = lines
        .map(({startsAt, quantity}) => ({startsAt, quantity}))
        .sort((one, other) => one.startsAt.localeCompare(other.startsAt));
      return [{product, name: lines[0]?.name, quantity, bySlot}];
    });
  }
}

/** What a hub says when it refuses. */
export function problem(
  status: number,
  code: Problem['code'],
  more: Partial<Problem> = {},
): Response {
  return Response.json(
    {type: `https://hub.example/problems/${code}`, title: `Refus : ${code}`, status, code, ...more},
    {status, headers: {'content-type': 'application/problem+json'}},
  );
}

/** A hub with orders in every state. */
export function busyHub(): FakeHub {
  const hub = new FakeHub();
  hub.orders = [
    order({code: 'K7M2', name: 'Anne', startsIn: 90, more: {note: 'Bien cuit, s’il vous plaît.'}}),
    order({
      code: 'P4QX',
      name: 'Bruno',
      startsIn: 1440,
      more: {acceptBy: '2026-11-22T09:07:00.000Z'},
    }),
    order({code: 'T9RC', name: 'Chloé', state: 'accepted', startsIn: 60}),
    order({
      code: 'W3HJ',
      name: 'David',
      state: 'ready',
      startsIn: 0,
      more: {
        mode: 'drive',
        vehicle: 'Clio grise, AB-123-CD',
        arrivedAt: '2026-11-22T08:58:00.000Z',
      },
    }),
    order({code: 'Z5NN', name: 'Emma', state: 'collected', startsIn: -60}),
  ];
  return hub;
}

function parsed(body: BodyInit | null | undefined): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

function slotsOf(day: string): unknown[] {
  if (day > TODAY.replace('22', '23')) return [];
  return [0, 1, 2].map(at => ({
    mode: 'collect',
    startsAt: `${day}T${String(9 + at).padStart(2, '0')}:00:00.000Z`,
    endsAt: `${day}T${String(9 + at).padStart(2, '0')}:30:00.000Z`,
    takenOrders: at * 3,
    takenItems: at * 5,
    capacityOrders: 6,
  }));
}
