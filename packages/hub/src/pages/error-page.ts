import type {FastifyError, FastifyReply, FastifyRequest} from 'fastify';
import type {Language} from '@local-widgets/model/schemas.js';
import {isPassing, isUnkeepable} from '../database/errors.js';
import {HubProblem, type Sentence} from '../http/problem.js';
import {languageOf, words as hubWords} from '../text/words.js';
import {html, type Markup} from './html.js';
import {layout} from './layout.js';
import {sendPage} from './page-reply.js';
import {pageWords} from './page-words.js';

/** Tells a person what went wrong, with a way on. */
export function errorPage(
  {code, extras}: HubProblem,
  {language, back}: {language: Language; back?: string},
): Markup {
  const words = pageWords(language);
  const say = (sentence: Sentence | undefined) =>
    typeof sentence === 'function' ? sentence(language) : sentence;
  const detail = say(extras.detail);
  return layout({
    words,
    title: words.error.title,
    content: html`<div class="notice problem" role="alert">
        <p>${say(extras.title) ?? hubWords(language).problems[code]}</p>
        ${detail !== undefined && html`<p>${detail}</p>`}
      </div>
      <p>
        ${
          back === undefined
            ? html`<a href="/">${words.error.home}</a>`
            : html`<a href="${back}">${words.back}</a>`
        }
      </p>`,
  });
}

/** Answers with a page where the rest of the hub answers with `application/problem+json`. */
export function answerErrorByPage(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const problem = problemOf(error);
  if (problem.status >= 500) {
    // the error's own text may hold what a person sent
    const {name, code, stack = ''} = error;
    const places = stack.split('\n').filter(line => line.startsWith('    at '));
    request.log.error({error: {name, code, stack: places.slice(0, 12)}}, 'a page failed');
  }
  const language = languageOf(request.headers['accept-language']);
  return sendPage(reply, errorPage(problem, {language}), {status: problem.status});
}

/** What is told of an error: its own words only where they are ours. */
export function problemOf(error: FastifyError): HubProblem {
  if (error instanceof HubProblem) return error;
  if (isPassing(error)) return new HubProblem('unavailable');
  if (isUnkeepable(error)) return new HubProblem('invalid');
  if (error.statusCode === 413) return new HubProblem('too-large');
  const isCallers = error.statusCode !== undefined && error.statusCode < 500;
  return new HubProblem(isCallers ? 'invalid' : 'internal');
}
