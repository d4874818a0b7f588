import {clerk, inRoom, merchant} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {ChatReport, Instant, RoomId, SentMessage} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import {roomAccessOf} from '../../access/granted.js';
import type {HubContext} from '../../context.js';
import {ItemParams, Nothing, ShopParams} from '../chat-schemas.js';
import {readAudit} from './audit.js';
import {ban, liftBan} from './bans.js';
import {approve, remove} from './moderate.js';
import {decideReport, listReports} from './reports.js';

const strict = {additionalProperties: false};
const Reason = Type.String({minLength: 1, maxLength: 1000});

const ApprovalBody = Type.Object(
  {decision: Type.Enum(['approve', 'reject']), reason: Type.Optional(Reason)},
  strict,
);
const RemovalBody = Type.Object({reason: Reason}, strict);
const DecisionBody = Type.Object({decision: Type.Enum(['keep', 'remove']), reason: Reason}, strict);
const BanBody = Type.Object(
  {minutes: Type.Optional(Type.Integer({minimum: 1, maximum: 5_256_000})), reason: Reason},
  strict,
);

const MemberParams = Type.Object({room: RoomId, id: Type.String({maxLength: 64})});
const ReportParams = Type.Object({id: Type.String({maxLength: 64})});
const ReportsQuery = Type.Object({state: Type.Optional(Type.Enum(['open', 'kept', 'removed']))});
const AuditQuery = Type.Object({before: Type.Optional(Type.Integer({minimum: 1}))});

const AuditAnswer = Type.Object({
  entries: Type.Array(
    Type.Object({
      id: Type.Integer(),
      at: Instant,
      action: Type.String(),
      person: Type.Optional(Type.Object({id: Type.String(), name: Type.String()})),
      room: Type.Optional(Type.String()),
      subject: Type.Optional(Type.String()),
      reason: Type.Optional(Type.String()),
    }),
  ),
});

/** What moderators decide; each decision is noted with who took it. */
export function moderationRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.post(
      '/v1/rooms/:room/messages/:uuid/approval',
      {
        config: {access: inRoom('moderator')},
        schema: {
          summary: 'Show a held message, or reject it. Clerk',
          params: ItemParams,
          body: ApprovalBody,
          response: {200: SentMessage},
        },
      },
      async request => {
        const {uuid: messageId} = request.params;
        const {decision, reason} = request.body;
        const access = roomAccessOf(request);
        const event =
          decision === 'approve'
            ? await approve(context, access, {messageId, reason})
            : await remove(context, access, {messageId, reason}, 'reject');
        return {event};
      },
    );

    app.post(
      '/v1/rooms/:room/messages/:uuid/removal',
      {
        config: {access: inRoom('moderator')},
        schema: {
          summary: 'Take a message away, with the reason that its author is told. Clerk',
          params: ItemParams,
          body: RemovalBody,
          response: {200: SentMessage},
        },
      },
      async request => {
        const {uuid: messageId} = request.params;
        const access = roomAccessOf(request);
        return {event: await remove(context, access, {messageId, reason: request.body.reason})};
      },
    );

    app.put(
      '/v1/rooms/:room/members/:id/ban',
      {
        config: {access: inRoom('moderator')},
        schema: {
          summary: 'Keep somebody from writing, for a while or for good. Clerk',
          params: MemberParams,
          body: BanBody,
          response: {204: Nothing},
        },
      },
      async (request, reply) => {
        const {id: authorId} = request.params;
        const access = roomAccessOf(request);
        await ban(context, access, {authorId, ...request.body});
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/v1/rooms/:room/members/:id/ban',
      {
        config: {access: inRoom('moderator')},
        schema: {summary: 'Lift a ban. Clerk', params: MemberParams, response: {204: Nothing}},
      },
      async (request, reply) => {
        const {id: authorId} = request.params;
        const access = roomAccessOf(request);
        await liftBan(context, access, authorId);
        return reply.code(204).send(null);
      },
    );

    app.get(
      '/v1/shops/:shop/reports',
      {
        config: {access: clerk},
        schema: {
          summary: 'Notices. Clerk',
          params: ShopParams,
          querystring: ReportsQuery,
          response: {200: Type.Object({reports: Type.Array(ChatReport)})},
        },
      },
      async request => {
        const {shop} = request.params;
        return {reports: await listReports(context.db, shop, request.query.state)};
      },
    );

    app.post(
      '/v1/reports/:id/decision',
      {
        config: {access: inRoom('moderator', 'report')},
        schema: {
          summary: 'Decide a notice; who sent it is told. Clerk',
          params: ReportParams,
          body: DecisionBody,
          response: {200: ChatReport},
        },
      },
      async request => {
        const {id} = request.params;
        const access = roomAccessOf(request);
        return decideReport(context, access, id, request.body);
      },
    );

    app.get(
      '/v1/shops/:shop/chat/audit',
      {
        config: {access: merchant},
        schema: {
          summary: 'What moderators and clerks did. Merchant',
          params: ShopParams,
          querystring: AuditQuery,
          response: {200: AuditAnswer},
        },
      },
      async request => {
        const {shop} = request.params;
        return {entries: await readAudit(context.db, shop, request.query.before)};
      },
    );
    done();
  };
}
