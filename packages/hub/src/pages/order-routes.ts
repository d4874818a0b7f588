import {holder} from '../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import type {FastifyReply} from 'fastify';
import {Type} from 'typebox';
import type {HubContext} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {arriveForOrder} from '../orders/arrive.js';
import {changeOrder} from '../orders/change-order.js';
import {eraseOrder} from '../orders/erase-order.js';
import {requireOrderByToken} from '../orders/find-order.js';
import {withdrawFromOrder} from '../orders/withdraw.js';
import {errorPage} from './error-page.js';
import {textOf} from './form-body.js';
import {cancelPage, erasePage, withdrawPage} from './order-actions.js';
import {orderPage} from './order-page.js';
import type {OrderView} from './order-view.js';
import {sendPage} from './page-reply.js';
import {readPersonForm} from './person-form.js';

const Params = Type.Object({token: Type.String({pattern: '^[A-Za-z0-9_-]{43}$'})});
const Done = Type.Union([
  Type.Literal('cancel'),
  Type.Literal('withdraw'),
  Type.Literal('erase'),
  Type.Literal('arrive'),
]);
/** Pages are for people: they stay out of the description for programs. */
const schema = {params: Params, hide: true};

/** The customer's pages of one order. Their secret address is the key; there is no cookie to abuse. */
export function orderPageRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get(
      '/o/:token',
      {
        config: {access: holder('order')},
        schema: {...schema, querystring: Type.Object({done: Type.Optional(Done)})},
      },
      async ({params, query}, reply) => {
        const {view} = await load(context, params.token);
        return sendPage(reply, orderPage({...view, done: query.done}));
      },
    );

    app.post(
      '/o/:token/arrive',
      {config: {access: holder('order')}, schema},
      async ({params: {token}}, reply) => {
        const {id, view} = await load(context, token);
        return attempt(reply, view, 'arrive', () => arriveForOrder(context, id));
      },
    );

    app.get(
      '/o/:token/cancel',
      {config: {access: holder('order')}, schema},
      async ({params}, reply) => {
        const {view} = await load(context, params.token);
        return sendPage(reply, cancelPage(view));
      },
    );

    app.post(
      '/o/:token/cancel',
      {config: {access: holder('order')}, schema},
      async ({params: {token}, body}, reply) => {
        const {id, view} = await load(context, token);
        const reason = textOf(body, 'reason').slice(0, 300) || undefined;
        return attempt(reply, view, 'cancel', () =>
          changeOrder(context, {order: id, to: 'cancelled', by: 'customer', reason}),
        );
      },
    );

    app.get(
      '/o/:token/withdraw',
      {config: {access: holder('order')}, schema},
      async ({params}, reply) => {
        const {view} = await load(context, params.token);
        const {name = '', email = ''} = view.order.contact ?? {};
        return view.order.withdrawUntil === undefined
          ? sendPage(reply, orderPage(view))
          : sendPage(reply, withdrawPage(view, {name, email}));
      },
    );

    app.post(
      '/o/:token/withdraw',
      {config: {access: holder('order')}, schema},
      async ({params: {token}, body}, reply) => {
        const {id, view} = await load(context, token);
        const form = readPersonForm(body, view.order.language);
        if (form.problems !== undefined && view.order.withdrawUntil !== undefined) {
          return sendPage(reply, withdrawPage(view, form), {status: 400});
        }
        return attempt(reply, view, 'withdraw', () => withdrawFromOrder(context, id, form));
      },
    );

    app.get(
      '/o/:token/erase',
      {config: {access: holder('order')}, schema},
      async ({params}, reply) => {
        const {view} = await load(context, params.token);
        return sendPage(reply, erasePage(view));
      },
    );

    app.post(
      '/o/:token/erase',
      {config: {access: holder('order')}, schema},
      async ({params: {token}}, reply) => {
        const {id, view} = await load(context, token);
        return attempt(reply, view, 'erase', () => eraseOrder(context, id, 'customer'));
      },
    );
    done();
  };
}

async function load(
  {db, clock}: HubContext,
  token: string,
): Promise<{id: string; view: OrderView}> {
  const {order, shop} = await requireOrderByToken(db, token);
  const withdrawn = await db
    .selectFrom('order_events')
    .select('at')
    .where('order_id', '=', order.id)
    .where('kind', '=', 'withdrawn')
    .executeTakeFirst();
  const withdrawnAt = withdrawn && new Date(withdrawn.at).toISOString();
  return {
    id: order.id,
    view: {order, shop: shop.settings, token, now: clock.now(), withdrawnAt},
  };
}

/** Does it, then shows the order anew, so that reloading the page does not do it again. */
async function attempt(
  reply: FastifyReply,
  {token, order}: OrderView,
  done: NonNullable<OrderView['done']>,
  act: () => Promise<unknown>,
): Promise<FastifyReply> {
  const back = `/o/${token}`;
  try {
    await act();
  } catch (error) {
    if (!(error instanceof HubProblem) || error.status >= 500) throw error;
    const page = errorPage(error, {language: order.language, back});
    return sendPage(reply, page, {status: error.status});
  }
  return reply.header('referrer-policy', 'no-referrer').redirect(`${back}?done=${done}`, 303);
}
