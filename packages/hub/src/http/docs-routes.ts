import {anyone} from '../access/access.js';
import type {FastifyPluginCallback} from 'fastify';
import {html} from '../pages/html.js';
import type {Markup} from '../pages/html.js';
import {layout} from '../pages/layout.js';
import {pageWords} from '../pages/page-words.js';
import {languageOf, words} from '../text/words.js';
import type {Words} from '../text/words.js';
import {describeRoutes} from './openapi.js';
import type {Description, Operation} from './openapi.js';

/** The description for machines, and for people. */
export const docsRoutes: FastifyPluginCallback = (app, _options, done) => {
  app.get(
    '/openapi.json',
    {config: {access: anyone}, schema: {hide: true}},
    async (_request, reply) =>
      reply.header('access-control-allow-origin', '*').send(await describeRoutes(app)),
  );
  app.get('/docs', {config: {access: anyone}, schema: {hide: true}}, async (request, reply) => {
    const language = languageOf(request.headers['accept-language']);
    const say = words(language);
    const page = layout({
      words: pageWords(language),
      title: say.docsTitle,
      content: docsOf(await describeRoutes(app), say),
    });
    return reply.type('text/html; charset=utf-8').serializer(String).send(page.toString());
  });
  done();
};

function docsOf({paths}: Description, say: Words): Markup {
  const sections = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) =>
      operationOf(`${method.toUpperCase()} ${path}`, operation, say),
    ),
  );
  return html`<p>${say.docsLead}</p>
    <p><a href="/openapi.json">${say.docsMachine}</a></p>
    ${sections}`;
}

function operationOf(name: string, operation: Operation, say: Words): Markup {
  const {summary, parameters = [], requestBody, responses = {}} = operation;
  const body = Object.values(requestBody?.content ?? {})[0]?.schema;
  return html`<section>
    <h2><code>${name}</code></h2>
    ${summary !== undefined && html`<p>${summary}</p>`}
    ${
      parameters.length > 0 &&
      html`<h3>${say.docsParameters}</h3>
        <ul>
          ${parameters.map(
            parameter =>
              html`<li>
                <code>${parameter.name}</code> (${parameter.in}${parameter.required ? ', *' : ''})
              </li>`,
          )}
        </ul>`
    }
    ${body && schemaOf(say.docsBody, body)}
    <h3>${say.docsAnswers}</h3>
    <ul>
      ${Object.entries(responses).map(([status, {content}]) => {
        const schema = Object.values(content ?? {})[0]?.schema;
        return html`<li>${schema ? schemaOf(status, schema) : html`<code>${status}</code>`}</li>`;
      })}
    </ul>
  </section>`;
}

const schemaOf = (title: string, schema: object) =>
  html`<details>
    <summary>${title}</summary>
    <pre><code>${JSON.stringify(schema, undefined, 2)}</code></pre>
  </details>`;
