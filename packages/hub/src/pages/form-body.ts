import type {FastifyInstance} from 'fastify';

/** A form as browsers send it (`application/x-www-form-urlencoded`): of twice the same name, the last. */
export type FormBody = Readonly<Record<string, string>>;

/** More than any of our forms can hold. */
const BODY_LIMIT = 16_384;

/** Lets the routes of this part of the app take forms. */
export function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    {parseAs: 'string', bodyLimit: BODY_LIMIT},
    (_request, body, done) => done(null, readForm(String(body))),
  );
}

function readForm(body: string): FormBody {
  return Object.fromEntries(new URLSearchParams(body));
}

/** A field's text without spaces around it; empty when it is not there. */
export function textOf(form: unknown, name: string): string {
  const value = Object(form) === form ? (form as FormBody)[name] : undefined;
  return typeof value === 'string' ? value.trim() : '';
}
