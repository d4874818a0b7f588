import {anyone} from '../access/access.js';
import {SECURITY_SCHEMES} from '../access/describe-access.js';
import swagger from '@fastify/swagger';
import type {FastifyInstance, FastifyPluginCallback} from 'fastify';
import {html} from '../pages/html.js';
import type {Markup} from '../pages/html.js';
import {layout} from '../pages/layout.js';
import {pageWords} from '../pages/page-words.js';
import {languageOf, words} from '../text/words.js';
import type {Words} from '../text/words.js';

/** To be called before the routes: collects them for the description. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'local-widgets hub',
        description: 'Shops, click and collect orders, and the desk that answers them.',
        version: '1',
      },
      components: {securitySchemes: SECURITY_SCHEMES},
    },
  });
}

/** The description for machines, and for people. */
export const docsRoutes: FastifyPluginCallback = (app, _options, done) => {
  app.get('/openapi.json', {config: {access: anyone}, schema: {hide: true}}, (_request, reply) =>
    reply.header('access-control-allow-origin', '*').send(app.swagger()),
  );
  app.get('/docs', {config: {access: anyone}, schema: {hide: true}}, (request, reply) => {
    const language = languageOf(request.headers['accept-language']);
    const say = words(language);
    const page = layout({
      words: pageWords(language),
      title: say.docsTitle,
      content: docsOf(app.swagger() as unknown as Description, say),
    });
    return reply.type('text/html; charset=utf-8').serializer(String).send(page.toString());
  });
  done();
};

/** What the page shows of an OpenAPI description. */
interface Description {
  paths: Record<string, Record<string, Operation>>;
}

interface Operation {
  summary?: string;
  parameters?: {name: string; in: string; required?: boolean; schema: object}[];
  requestBody?: {content: Record<string, {schema: object}>};
  responses?: Record<string, {content?: Record<string, {schema: object}>}>;
}

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
