import {admin, clerk, merchantUnless} from '../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {ShopSettings} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../context.js';
import {invalidField} from '../http/problem.js';
import {changeSettings, createShop, requireShop} from '../shops/shop-store.js';
import {checkSettings} from './check-settings.js';
import {NewShop, SettingsPatch, ShopParams} from './desk-schemas.js';
import {deskWords} from './desk-words.js';

/** The settings of a shop, and new shops. */
export function settingsRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, clock, config} = context;
  const questionOf = (shopId: string) => ({
    canPayOnline: config.payments[shopId] !== undefined,
    now: clock.now(),
  });
  return (app, _options, done) => {
    app.get(
      '/api/shops/:shop/desk/settings',
      {
        config: {access: clerk},
        schema: {summary: 'The settings. Clerk', params: ShopParams, response: {200: ShopSettings}},
      },
      async request => {
        return (await requireShop(db, request.params.shop)).settings;
      },
    );

    app.patch(
      '/api/shops/:shop/desk/settings',
      {
        config: {access: merchantUnless('isPaused')},
        schema: {
          summary: 'Change some settings. Clerk for isPaused, merchant for the rest',
          params: ShopParams,
          body: SettingsPatch,
          response: {200: ShopSettings},
        },
      },
      async request => {
        const {
          params: {shop},
          body,
        } = request;
        return changeSettings(db, shop, settings =>
          checkSettings(patched(settings, body), questionOf(shop)),
        );
      },
    );

    app.post(
      '/api/shops',
      {
        config: {access: admin},
        schema: {summary: 'Make a shop. Admin', body: NewShop, response: {201: NewShop}},
      },
      async (request, reply) => {
        const {id} = request.body;
        const question = {...questionOf(id), prefix: '/settings'};
        const settings = checkSettings(request.body.settings, question);
        if (!(await createShop(db, {id, settings, now: question.now}))) {
          throw invalidField('/id', language => deskWords(language).idTaken);
        }
        return reply.code(201).send({id, settings});
      },
    );
    done();
  };
}

/** The members of the patch instead of those of the same name; `null` takes one away. */
function patched(settings: object, patch: Readonly<Record<string, unknown>>): unknown {
  const all = Object.entries({...settings, ...patch});
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}
