import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify';
import type {Language, Problem} from '@local-widgets/model/schemas.js';
import {isPassing, isUnkeepable} from '../database/errors.js';
import {languageOf, words} from '../text/words.js';
import {HubProblem} from './problem.js';
import type {Sentence} from './problem.js';

/** Every failure leaves as `application/problem+json`, in the language of the request. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: Error, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500) {
      // the error's own text may hold what a person sent; its kind and place do not
      const {name, stack} = error;
      request.log.error({error: {name, code: codeOf(error), stack: placesOf(stack)}}, 'failed');
    }
    return sendProblem(request, reply, problem);
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, new HubProblem('not-found')),
  );
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: HubProblem) {
  const language = languageOf(request.headers['accept-language']);
  const {retryAfter} = problem.extras;
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(toJson(problem, language)));
}

/** As it is sent. */
export function toJson({code, status, extras}: HubProblem, language: Language): Problem {
  const {title = words(language).problems[code], detail, fields, slots, stock, total} = extras;
  const say = (sentence: Sentence) =>
    typeof sentence === 'string' ? sentence : sentence(language);
  return {
    type: 'about:blank',
    title: say(title),
    status,
    code,
    ...(detail !== undefined && {detail: say(detail)}),
    ...(fields && {
      fields: fields.map(({pointer, message}) => ({pointer, message: say(message)})),
    }),
    ...(slots && {slots}),
    ...(stock && {stock}),
    ...(total !== undefined && {total}),
  };
}

const codeOf = (error: Error) => (error as {code?: unknown}).code;

function toProblem(error: Error): HubProblem {
  if (error instanceof HubProblem) return error;
  const code = codeOf(error);
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new HubProblem('too-large');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new HubProblem('invalid', {detail: language => words(language).badType});
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new HubProblem('invalid', {detail: language => words(language).badJson});
  }
  if (isPassing(error)) return new HubProblem('unavailable', {retryAfter: 2});
  if (isUnkeepable(error)) return new HubProblem('invalid');
  const status = (error as {statusCode?: unknown}).statusCode;
  if (status === 404) return new HubProblem('not-found');
  if (typeof status === 'number' && status >= 400 && status < 500) return new HubProblem('invalid');
  return new HubProblem('internal');
}

/** The lines of a stack that name places, without the message. */
const placesOf = (stack = '') =>
  stack
    .split('\n')
    .filter(line => line.startsWith('    at '))
    .slice(0, 12);
