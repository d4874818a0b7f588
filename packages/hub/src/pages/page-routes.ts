import {anyone} from '../access/access.js';
import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox';
import type {HubContext} from '../context.js';
import {listShops} from '../shops/shop-store.js';
import {languageOf} from '../text/words.js';
import {eventPageRoutes} from '../events/pages/event-page-routes.js';
import {deskPage} from './desk-page.js';
import {answerErrorByPage} from './error-page.js';
import {acceptForms} from './form-body.js';
import {homePage} from './home-page.js';
import {FILES} from './layout.js';
import {orderPageRoutes} from './order-routes.js';
import {sendPage} from './page-reply.js';
import {signInPageRoutes} from './sign-in-routes.js';

/** What people see of the hub: pages that need no JavaScript, except the console's. */
export function pageRoutes(context: HubContext): FastifyPluginAsyncTypebox {
  return async app => {
    acceptForms(app);
    app.setErrorHandler(answerErrorByPage);

    for (const {path, type, text} of Object.values(FILES)) {
      app.get(
        path.replace(/\?.*/, ''),
        {config: {access: anyone}, schema: {hide: true}},
        (_request, reply) =>
          reply
            .type(type)
            .header('cache-control', 'public, max-age=31536000, immutable')
            .send(text),
      );
    }

    app.get('/', {config: {access: anyone}, schema: {hide: true}}, async ({headers}, reply) => {
      const language = languageOf(headers['accept-language']);
      const page = homePage(language, await listShops(context.db));
      return sendPage(reply, page, {isPublic: true});
    });

    app.get('/desk', {config: {access: anyone}, schema: {hide: true}}, (_request, reply) =>
      reply.redirect('/desk/', 301),
    );
    app.get('/desk/', {config: {access: anyone}, schema: {hide: true}}, ({headers}, reply) =>
      sendPage(reply, deskPage(languageOf(headers['accept-language'])), {isDesk: true}),
    );

    await app.register(orderPageRoutes(context));
    await app.register(eventPageRoutes(context));
    await app.register(signInPageRoutes(context));
  };
}
