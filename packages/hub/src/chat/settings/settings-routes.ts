import {clerk, merchant} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {ChatSettings, RoomSettings, RoomSummary} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import {callerOf} from '../../access/granted.js';
import type {HubContext} from '../../context.js';
import {requireShop} from '../../shops/shop-store.js';
import {Nothing, ShopParams, ShopRoomParams} from '../chat-schemas.js';
import {roomSummary} from '../desk/summaries.js';
import {audit} from '../moderation/audit.js';
import {closePublicRoom, putPublicRoom} from '../rooms/public-rooms.js';
import {checkHours} from './check-chat-settings.js';
import {changeChatSettings, requireShopChat} from './settings-store.js';

const AwayBody = Type.Object(
  {isAway: Type.Boolean(), awayText: ChatSettings.properties.awayText},
  {additionalProperties: false},
);

/** What a shop sets for its conversations and its public rooms. */
export function chatSettingsRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, clock} = context;
  return (app, _options, done) => {
    app.get(
      '/v1/shops/:shop/chat/settings',
      {
        config: {access: clerk},
        schema: {
          summary: 'The settings of the chat. Clerk',
          params: ShopParams,
          response: {200: ChatSettings},
        },
      },
      async request => {
        return (await requireShopChat(db, request.params.shop)).chat;
      },
    );

    app.put(
      '/v1/shops/:shop/chat/settings',
      {
        config: {access: merchant},
        schema: {
          summary: 'Set them. Merchant',
          params: ShopParams,
          body: ChatSettings,
          response: {200: ChatSettings},
        },
      },
      async request => {
        const {
          params: {shop},
          body,
        } = request;
        const {person} = callerOf(request);
        checkHours(body.hours, clock.now());
        const settings = await changeChatSettings(context, shop, () => body);
        await audit(context, db, {shop, personId: person?.id, action: 'settings'});
        return settings;
      },
    );

    app.put(
      '/v1/shops/:shop/chat/away',
      {
        config: {access: clerk},
        schema: {
          summary: 'Go away, or come back. Clerk',
          params: ShopParams,
          body: AwayBody,
          response: {200: ChatSettings},
        },
      },
      async request => {
        const {shop} = request.params;
        const {isAway, awayText} = request.body;
        const {person} = callerOf(request);
        const settings = await changeChatSettings(context, shop, kept => ({
          ...kept,
          isAway,
          ...(awayText !== undefined && {awayText}),
        }));
        await audit(context, db, {
          ...{shop, personId: person?.id, action: 'away'},
          subject: String(isAway),
        });
        return settings;
      },
    );

    app.put(
      '/v1/shops/:shop/public-rooms/:room',
      {
        config: {access: merchant},
        schema: {
          summary: 'Make or change a room where neighbours meet. Merchant',
          params: ShopRoomParams,
          body: RoomSettings,
          response: {200: RoomSummary},
        },
      },
      async request => {
        const {shop, room: roomId} = request.params;
        const {person} = callerOf(request);
        const owner = await requireShop(db, shop);
        checkHours(request.body.hours, clock.now());
        const settings = request.body;
        await putPublicRoom(context, {shop, roomId, settings, personId: person?.id});
        return roomSummary(context, owner, roomId);
      },
    );

    app.delete(
      '/v1/shops/:shop/public-rooms/:room',
      {
        config: {access: merchant},
        schema: {summary: 'Close it. Merchant', params: ShopRoomParams, response: {204: Nothing}},
      },
      async (request, reply) => {
        const {shop, room: roomId} = request.params;
        const {person} = callerOf(request);
        await closePublicRoom(context, {shop, roomId, personId: person?.id});
        return reply.code(204).send(null);
      },
    );
    done();
  };
}
