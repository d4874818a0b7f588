import {holder} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import type {FastifyReply} from 'fastify';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {errorPage} from '../../pages/error-page.js';
import {sendPage} from '../../pages/page-reply.js';
import {languageOf} from '../../text/words.js';
import {requireCalendar} from '../calendars/calendar-store.js';
import {confirmProposal, requireProposal, withdrawProposal} from '../proposals/follow-proposal.js';
import {cancelRegistration} from '../signup/cancel-registration.js';
import {eraseRegistration} from '../signup/erase-registration.js';
import {requireRegistrationByToken} from '../signup/registration-row.js';
import {proposalPage, withdrawnPage} from './proposal-page.js';
import {confirmPage, registrationPage, type RegistrationView} from './registration-page.js';

const Params = Type.Object({token: Type.String({pattern: '^[A-Za-z0-9_-]{43}$'})});
const Done = Type.Enum(['signed-up', 'cancel', 'erase']);
const schema = {params: Params, hide: true};

/** Pages behind secret links: a registration, a proposal. Their address is the key; there is no cookie. */
export function followRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, clock, config} = context;
  const {publicUrl} = config;

  const load = async (token: string): Promise<RegistrationView> => {
    const found = await requireRegistrationByToken(db, token);
    const calendar = await requireCalendar(db, found.event.calendar_id);
    return {...found, calendar, token, now: clock.now().getTime(), publicUrl};
  };

  const proposal = async (token: string, acceptLanguage: string | undefined) => ({
    ...(await requireProposal(db, token)),
    token,
    now: clock.now().getTime(),
    publicUrl,
    language: languageOf(acceptLanguage),
  });

  return (app, _options, done) => {
    app.get(
      '/r/:token',
      {
        config: {access: holder('registration')},
        schema: {...schema, querystring: Type.Object({done: Type.Optional(Done)})},
      },
      async ({params, query}, reply) =>
        sendPage(reply, registrationPage({...(await load(params.token)), done: query.done})),
    );

    for (const action of ['cancel', 'erase'] as const) {
      app.get(
        `/r/:token/${action}`,
        {config: {access: holder('registration')}, schema},
        async ({params}, reply) => sendPage(reply, confirmPage(await load(params.token), action)),
      );
    }

    app.post(
      '/r/:token/cancel',
      {config: {access: holder('registration')}, schema},
      async ({params: {token}}, reply) => {
        const view = await load(token);
        return attempt(reply, view, 'cancel', () =>
          cancelRegistration(context, {id: view.row.id, by: 'person'}),
        );
      },
    );

    app.post(
      '/r/:token/erase',
      {config: {access: holder('registration')}, schema},
      async ({params: {token}}, reply) => {
        const view = await load(token);
        return attempt(reply, view, 'erase', () => eraseRegistration(context, view.row.id));
      },
    );

    app.get(
      '/p/:token',
      {config: {access: holder('proposal')}, schema},
      async ({params, headers}, reply) =>
        sendPage(reply, proposalPage(await proposal(params.token, headers['accept-language']))),
    );

    app.post(
      '/p/:token/confirm',
      {config: {access: holder('proposal')}, schema},
      async ({params: {token}}, reply) => {
        await confirmProposal(context, await requireProposal(db, token));
        return reply.header('referrer-policy', 'no-referrer').redirect(`/p/${token}`, 303);
      },
    );

    app.post(
      '/p/:token/withdraw',
      {config: {access: holder('proposal')}, schema},
      async ({params: {token}, headers}, reply) => {
        const view = await proposal(token, headers['accept-language']);
        await withdrawProposal(context, view);
        return sendPage(reply, withdrawnPage(view.calendar, publicUrl, view.language));
      },
    );
    done();
  };
}

/** Does it, then shows the registration anew, so that reloading the page does not do it again. */
async function attempt(
  reply: FastifyReply,
  {token, registration}: RegistrationView,
  done: 'cancel' | 'erase',
  act: () => Promise<unknown>,
): Promise<FastifyReply> {
  const back = `/r/${token}`;
  try {
    await act();
  } catch (error) {
    if (!(error instanceof HubProblem) || error.status >= 500) throw error;
    const page = errorPage(error, {language: registration.language, back});
    return sendPage(reply, page, {status: error.status});
  }
  return reply.header('referrer-policy', 'no-referrer').redirect(`${back}?done=${done}`, 303);
}
