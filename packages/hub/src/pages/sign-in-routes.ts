import {anyone, ownPage} from '../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Type} from 'typebox';
import {isEmail} from '../accounts/email.js';
import {signIn} from '../accounts/sign-in.js';
import {lookAtLink, requestLink, useLink} from '../accounts/sign-in-links.js';
import type {HubContext} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {languageOf} from '../text/words.js';
import {textOf} from './form-body.js';
import {sendPage, type PageOptions} from './page-reply.js';
import {readPersonForm} from './person-form.js';
import {askPage, enterPage, sentPage, setUpPage} from './sign-in-page.js';

const TOKEN = /^[\w-]{43}$/;

/** The forms set a cookie, so that their origin must be told. */
const FORM: PageOptions = {referrer: 'same-origin'};

/** Signing in without JavaScript: asking for a link, and the button behind the link. */
export function signInPageRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {config} = context;
  const limit = {rateLimit: {max: config.limits.signInsPerHour, timeWindow: 3_600_000}};
  return (app, _options, done) => {
    app.get(
      '/sign-in',
      {
        config: {access: anyone},
        schema: {
          querystring: Type.Object({token: Type.Optional(Type.String({maxLength: 100}))}),
          hide: true,
        },
      },
      async ({query: {token}, headers}, reply) => {
        const language = languageOf(headers['accept-language']);
        if (token === undefined) return sendPage(reply, askPage(language), FORM);
        const purpose = TOKEN.test(token) ? await lookAtLink(context, token) : undefined;
        if (purpose === undefined) {
          return sendPage(reply, askPage(language, {isGone: true}), {...FORM, status: 410});
        }
        const page =
          purpose === 'sign-in'
            ? enterPage(language, token)
            : setUpPage(language, token, {name: '', email: ''});
        return sendPage(reply, page, FORM);
      },
    );

    app.post(
      '/sign-in/link',
      {schema: {hide: true}, config: {...limit, access: ownPage}},
      async (request, reply) => {
        const language = languageOf(request.headers['accept-language']);
        const email = textOf(request.body, 'email');
        if (!isEmail(email)) {
          return sendPage(reply, askPage(language, {email, isWrong: true}), {...FORM, status: 400});
        }
        await requestLink(context, {email, language});
        return sendPage(reply, sentPage(language), FORM);
      },
    );

    app.post(
      '/sign-in',
      {schema: {hide: true}, config: {...limit, access: ownPage}},
      async (request, reply) => {
        const language = languageOf(request.headers['accept-language']);
        const token = textOf(request.body, 'token');
        const purpose = TOKEN.test(token) ? await lookAtLink(context, token) : undefined;
        const form = readPersonForm(request.body, language);
        if (purpose === 'set-up' && form.problems !== undefined) {
          return sendPage(reply, setUpPage(language, token, form), {...FORM, status: 400});
        }
        try {
          const answer = purpose === 'set-up' ? {...form, language} : undefined;
          await signIn(context, reply, await useLink(context, token, answer));
        } catch (error) {
          if (!(error instanceof HubProblem) || error.code !== 'unauthorized') throw error;
          return sendPage(reply, askPage(language, {isGone: true}), {...FORM, status: 410});
        }
        return reply.redirect('/desk/', 303);
      },
    );
    done();
  };
}
