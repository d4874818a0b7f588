/** As far as these tests look into a JSON Schema. */
export interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  format?: string;
  minimum?: number;
  minItems?: number;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}

/** A body of this shape, with the text wherever it may have one. */
export function strangeBody(schema: Schema, text: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return strangeBody(schema.anyOf[0]!, text);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, each]) => [
          name,
          KNOWN[name] ?? strangeBody(each, text),
        ]),
      );
    case 'array':
      return schema.items ? [strangeBody(schema.items, text)] : [];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    default:
      return text;
  }
}

/** Of these, another value would be refused before anything is asked with the rest. */
const KNOWN: Readonly<Record<string, unknown>> = {
  language: 'fr',
  email: 'anne@example.org',
  timeZone: 'Europe/Paris',
  shop: 'fournil',
};

/** Queries with the text in one parameter each, of those that the schema names. */
export function strangeQueries(schema: Schema | undefined, text: string): string[] {
  return Object.keys(schema?.properties ?? {}).map(name =>
    new URLSearchParams({[name]: text}).toString(),
  );
}
