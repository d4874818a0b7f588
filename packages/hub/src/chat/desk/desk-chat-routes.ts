import {clerk} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {readCursor} from '@local-widgets/model';
import {ChatSettings, RoomSummary} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import {callerOf} from '../../access/granted.js';
import {mayStay} from '../../access/guards.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {requireShop} from '../../shops/shop-store.js';
import {NewsQuery, ShopParams, ShopRoomParams} from '../chat-schemas.js';
import {requireShopChat} from '../settings/settings-store.js';
import {STREAM_HEADERS} from '../stream/sse.js';
import {StreamKeeper} from '../stream/stream-keeper.js';
import type {ChatStreamOptions} from '../stream/stream-routes.js';
import {patchRoom} from './assign.js';
import {DeskLines, DeskStream} from './desk-lines.js';
import {listChatPeople} from './people.js';
import {listRooms, roomSummary} from './summaries.js';

const RoomsQuery = Type.Object({
  state: Type.Optional(Type.Enum(['open', 'ended'])),
  /** `next` of the page before. */
  before: Type.Optional(Type.String({maxLength: 100})),
  limit: Type.Optional(Type.Integer({minimum: 1, maximum: 100})),
});

const RoomsAnswer = Type.Object({
  rooms: Type.Array(RoomSummary),
  settings: ChatSettings,
  /** To be handed back as `before`; absent at the end. */
  next: Type.Optional(Type.String()),
});

const PatchBody = Type.Object(
  {
    assignee: Type.Optional(Type.Union([Type.String({maxLength: 64}), Type.Null()])),
    isBlocked: Type.Optional(Type.Boolean()),
    state: Type.Optional(Type.Enum(['open', 'ended'])),
  },
  {additionalProperties: false},
);

const PeopleAnswer = Type.Object({
  people: Type.Array(Type.Object({id: Type.String(), name: Type.String()})),
});

/** The inbox of a shop. */
export function deskChatRoutes(
  context: HubContext,
  {beatEvery}: ChatStreamOptions = {},
): FastifyPluginCallbackTypebox {
  const {db, chance} = context;
  return (app, _options, done) => {
    const lines = new DeskLines(context, Buffer.from(chance.bytes(9)).toString('base64url'));
    const keeper = new StreamKeeper<DeskStream>({beatEvery, check: endThoseWhoMayNotStay});
    app.addHook('preClose', closed => {
      keeper.finish();
      lines.stop();
      closed();
    });

    app.get(
      '/v1/shops/:shop/rooms',
      {
        config: {access: clerk},
        schema: {
          summary: 'Conversations and rooms, those first in which something was said last. Clerk',
          params: ShopParams,
          querystring: RoomsQuery,
          response: {200: RoomsAnswer},
        },
      },
      async request => {
        const {shop, chat} = await requireShopChat(db, request.params.shop);
        return {...(await listRooms(context, shop, request.query)), settings: chat};
      },
    );

    app.get(
      '/v1/shops/:shop/rooms/:room',
      {
        config: {access: clerk},
        schema: {
          summary: 'One of them. Clerk',
          params: ShopRoomParams,
          response: {200: RoomSummary},
        },
      },
      async request => {
        const {shop, room} = request.params;
        return roomSummary(context, await requireShop(db, shop), room);
      },
    );

    app.patch(
      '/v1/shops/:shop/rooms/:room',
      {
        config: {access: clerk},
        schema: {
          summary: 'Give it to somebody, block its visitor, end it or open it again. Clerk',
          params: ShopRoomParams,
          body: PatchBody,
          response: {200: RoomSummary},
        },
      },
      async request => {
        const {shop, room} = request.params;
        const {person} = callerOf(request);
        const owner = await requireShop(db, shop);
        const row = await db
          .selectFrom('rooms')
          .selectAll()
          .where('id', '=', room)
          .where('shop_id', '=', shop)
          .executeTakeFirst();
        if (!row) throw new HubProblem('not-found');
        await patchRoom(context, row, request.body, person?.id);
        return roomSummary(context, owner, room);
      },
    );

    app.get(
      '/v1/shops/:shop/chat/people',
      {
        config: {access: clerk},
        schema: {
          summary: 'Who may be given a conversation. Clerk',
          params: ShopParams,
          response: {200: PeopleAnswer},
        },
      },
      async request => {
        const people = await listChatPeople(db, request.params.shop);
        return {people: people.map(({id, name}) => ({id, name}))};
      },
    );

    app.get(
      '/v1/shops/:shop/chat/events',
      {
        config: {access: clerk},
        schema: {
          summary: 'News of all rooms of a shop, as server-sent events. Clerk',
          params: ShopParams,
          querystring: NewsQuery,
        },
        exposeHeadRoute: false,
      },
      async (request, reply) => {
        const shopId = request.params.shop;
        const {person} = callerOf(request);
        const stay = () => mayStay(context, request);
        const stream = new DeskStream(context, shopId, person?.id, stay);
        lines.open(await requireShop(db, shopId), keeper.keep(stream));
        await context.chat.feed.note(shopId);
        const header = request.headers['last-event-id'];
        await resume(context, stream, typeof header === 'string' ? header : request.query.after);
        return reply.headers(STREAM_HEADERS).send(stream);
      },
    );
    done();
  };
}

/** Goes on with the rooms that the cursor names, as far as they are the shop's. */
async function resume(
  {db}: Pick<HubContext, 'db'>,
  stream: DeskStream,
  cursor = '',
): Promise<void> {
  const known = readCursor(cursor);
  if (known.size === 0) return;
  const rows = await db
    .selectFrom('rooms')
    .select(['id', 'last_seq'])
    .where('shop_id', '=', stream.shop)
    .where('id', 'in', [...known.keys()].slice(0, 200))
    .execute();
  const viewer = {isModerator: true};
  for (const {id, last_seq} of rows) {
    stream.line.add({id, shop: stream.shop, lastSeq: last_seq, after: known.get(id), viewer});
  }
}

async function endThoseWhoMayNotStay(streams: readonly DeskStream[]): Promise<void> {
  for (const stream of streams) if (!(await stream.mayStay())) stream.finish();
}
