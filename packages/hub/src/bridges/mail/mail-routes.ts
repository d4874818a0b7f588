import {timingSafeEqual} from 'node:crypto';
import type {FastifyPluginCallback, FastifyRequest} from 'fastify';
import type {Access} from '../../access/access.js';
import {sha256Hex} from '../../chance-and-clock.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import type {MailBridgeOptions} from '../options.js';
import {MOST_BYTES} from './mail-limits.js';
import {receiveMail} from './receive-mail.js';
import type {MailOutcome} from './receive-mail.js';

/**
 * `POST /v1/bridges/mail`: a provider hands over a mail as it came (`message/rfc822`), for one receiver
 * (`?recipient=`) or for all that it names. Answered with 200 once it is in the database, also when it is
 * refused or nobody's: there is nothing to try again, and a sender whose answer was refused is told by mail.
 * Answered with 503 when it is to be handed over again.
 */
export function mailRoutes(context: HubContext, options: MailBridgeOptions): FastifyPluginCallback {
  const mailProvider: Access = {
    who: 'server',
    named: 'a mail provider',
    check: request => requireSecret(request, options.webhookSecret),
  };
  return (app, _options, done) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', {parseAs: 'buffer'}, (_request, body, parsed) =>
      parsed(null, body),
    );
    app.post<{Querystring: {recipient?: string}}>(
      '/v1/bridges/mail',
      {
        bodyLimit: MOST_BYTES,
        config: {access: mailProvider, rateLimit: false},
        schema: {summary: 'For mail providers: an answer by mail, as it came (message/rfc822)'},
      },
      async request => {
        const {recipient} = request.query;
        const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        if (raw.length === 0) throw new HubProblem('invalid');
        const outcomes = await receiveMail(context, options, {
          raw,
          ...(recipient !== undefined && {recipients: [recipient]}),
        });
        for (const outcome of outcomes) await tellSender(context, outcome);
        return {
          outcomes: outcomes.map(outcome => ({
            result: outcome.result,
            ...('reason' in outcome && {reason: outcome.reason}),
          })),
        };
      },
    );
    done();
  };
}

/** As a bearer's token, or as the password of an address with a user (`https://mail:secret@…`). */
function requireSecret({headers}: FastifyRequest, secret: string | undefined): void {
  const [, kind, value = ''] = /^(Bearer|Basic) +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const given =
    kind?.toLowerCase() === 'basic'
      ? Buffer.from(value, 'base64')
          .toString()
          .replace(/^[^:]*:/, '')
      : value;
  const [one, other] = [given, secret ?? ''].map(text => Buffer.from(sha256Hex(text)));
  if (secret === undefined || !timingSafeEqual(one!, other!)) throw new HubProblem('unauthorized');
}

const HOUR = 3_600_000;

/** A refused answer must not vanish; told once an hour and sender, and to nobody without a good address. */
async function tellSender(context: HubContext, outcome: MailOutcome): Promise<void> {
  if (outcome.result !== 'refused' || !outcome.about) return;
  const {db, outbox, clock} = context;
  const {
    reason,
    about: {room, from},
  } = outcome;
  if (!/^[^@\s]+@[^@\s]+$/.test(from)) return;
  const hour = Math.floor(clock.now().getTime() / HOUR);
  await outbox.enqueue(db, {
    kind: 'mail',
    template: 'chat-refused',
    shopId: room.row.shop_id,
    roomId: room.row.id,
    to: from,
    data: {refusal: reason, language: room.row.language === 'en' ? 'en' : 'fr'},
    once: `refused.${room.row.id}.${sha256Hex(from).slice(0, 16)}.${hour}`,
  });
  outbox.wake();
}
