import {randomUUID} from 'node:crypto';
import type {PlacedOrder, PlacedRegistration} from '@local-widgets/model/schemas.js';
import {signedIn} from '../../accounts/people-of-tests.js';
import {addChatShop} from '../../chat/support/chat-hub.js';
import {Visitor} from '../../chat/support/guests.js';
import {CALENDAR, COURSE, COURSE_DATES} from '../../events/support/event-hub.js';
import {orderRequest} from '../../support/fixtures.js';
import type {TestHub} from '../../support/test-hub.js';
import {without} from '../../../src/events/without.js';

export const SHOPS = ['fournil', 'librairie'] as const;
export type ShopName = (typeof SHOPS)[number];

/** What somebody keeps of a shop: ids that are in addresses, and secrets that open things. */
export interface Belongings {
  calendar: string;
  event: string;
  room: string;
  report: string;
  message: string;
  /** Secret of the visitor in the room. */
  visitor: string;
  /** Id of the order, of the registration. */
  orderId: string;
  registrationId: string;
  tokens: Record<'order' | 'registration' | 'proposal', string>;
}

export type World = Record<ShopName, Belongings>;

/** Fills a hub: two shops, each with all that a route can be about. */
export async function makeWorld(hub: TestHub): Promise<World> {
  const [fournil, librairie] = [await makeShop(hub, 'fournil'), await makeShop(hub, 'librairie')];
  return {fournil, librairie};
}

async function makeShop(hub: TestHub, shop: ShopName): Promise<Belongings> {
  await addChatShop(hub.context.db, {id: shop});
  const owner = {shop, email: `maker@${shop}.example`};
  const {headers} = await signedIn(hub, 'merchant', owner);
  const must = async <T>(method: 'PUT' | 'POST', url: string, payload: object, own = headers) => {
    const idempotency = {'idempotency-key': randomUUID()};
    const answer = await hub.ask({method, url, payload, headers: {...own, ...idempotency}});
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
    return answer.body as T;
  };
  const nobody = {cookie: '', origin: headers.origin};

  const calendar = `agenda-${shop}`;
  const event = randomUUID();
  const calendars = `/v1/shops/${shop}/calendars/${calendar}`;
  await must('PUT', calendars, CALENDAR);
  await must('PUT', `${calendars}/events/${event}`, {event: COURSE, state: 'published'});
  const contact = {name: 'Anne', email: 'anne@example.org'};
  const signUp = `/v1/events/${event}/occurrences/${COURSE_DATES[0]}/registrations/${randomUUID()}`;
  const person = {contact, places: 1, language: 'fr', consent: true};
  const placed = await must<PlacedRegistration>('PUT', signUp, person, nobody);
  const proposal = {event: without(COURSE, 'signUp'), contact, language: 'fr', consent: true};
  await must('POST', `/v1/calendars/${calendar}/proposals`, proposal, nobody);

  const order = await must<PlacedOrder>(
    'POST',
    `/api/shops/${shop}/orders`,
    orderRequest(),
    nobody,
  );

  const visitor = new Visitor(hub);
  const room = await visitor.begin({shop});
  const message = randomUUID();
  await visitor.say(room, 'Bonjour', message);
  const notice = {message, reason: 'rules', explanation: 'Hors sujet', goodFaith: true};
  const report = await visitor.must('POST', `/v1/rooms/${room}/reports`, notice);

  return {
    ...{calendar, event, room, message, report: report.body.id as string},
    visitor: visitor.secret,
    orderId: order.order.id,
    registrationId: placed.registration.id,
    tokens: {
      order: order.token,
      registration: placed.token!,
      proposal: await proposalToken(hub, shop),
    },
  };
}

/** Of the last link that was sent to confirm a proposal. */
async function proposalToken({context: {db}}: TestHub, shop: string): Promise<string> {
  const rows = await db
    .selectFrom('outbox')
    .select('payload')
    .where('shop_id', '=', shop)
    .orderBy('id', 'desc')
    .execute();
  const found = rows.map(({payload}) => /\/p\/([\w-]{43})/.exec(payload)?.[1]).find(Boolean);
  if (found === undefined) throw new Error('No link to a proposal was sent.');
  return found;
}
