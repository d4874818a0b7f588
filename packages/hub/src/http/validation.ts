import type {FastifySchemaCompiler} from 'fastify';
import type {TSchema} from 'typebox';
import {Compile} from 'typebox/compile';
import type {TLocalizedValidationError as SchemaError} from 'typebox/error';
import {Settings} from 'typebox/system';
import {Value} from 'typebox/value';
import {words} from '../text/words.js';
import type {Words} from '../text/words.js';
import {HubProblem} from './problem.js';
import type {Sentence} from './problem.js';

// after eight, as is usual, what a union of shapes says last would be cut off, and it is what counts
Settings.Set({maxErrors: 200});

/**
 * Checks what comes in against the schemas of the routes. Bodies are taken as they are; what comes in
 * an address is text, and is read as the number or the boolean that it stands for.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({schema, httpPart}) => {
  // most routes of a hub are never asked for: what checks them is made when one is
  let compiled: ReturnType<typeof Compile> | undefined;
  const isText = httpPart === 'querystring' || httpPart === 'params' || httpPart === 'headers';
  return (data: unknown) => {
    const value = isText ? Value.Convert(schema, data) : data;
    const validator = (compiled ??= Compile(schema));
    if (validator.Check(value)) return {value};
    return {error: new HubProblem('invalid', {fields: wrongFields(schema, value)})};
  };
};

export type WrongField = {pointer: string; message: Sentence};

/** What is wrong with which field, once a field; empty when nothing is. */
export function wrongFields(schema: TSchema, value: unknown): WrongField[] {
  const fields = new Map<string, WrongField>();
  const add = (pointer: string, say: (words: Words) => string) => {
    const message: Sentence = language => say(words(language));
    if (!fields.has(pointer)) fields.set(pointer, {pointer, message});
  };
  for (const error of withoutOtherBranches([...Value.Errors(schema, value)])) {
    const at = error.instancePath;
    if (error.keyword === 'required') {
      for (const name of error.params.requiredProperties) add(`${at}/${name}`, w => w.required);
    } else if (error.keyword === 'additionalProperties') {
      for (const name of error.params.additionalProperties) {
        add(`${at}/${name}`, w => w.unknownField);
      }
    } else {
      add(at, w => sentenceOf(error, w));
    }
  }
  return [...fields.values()];
}

function sentenceOf(error: SchemaError, say: Words): string {
  switch (error.keyword) {
    case 'type':
      return say.wrongType(typesOf(error.params.type, say));
    case 'minLength':
      return say.tooShort(error.params.limit);
    case 'maxLength':
      return say.tooLong(error.params.limit);
    case 'minimum':
    case 'exclusiveMinimum':
      return say.tooSmall(Number(error.params.limit));
    case 'maximum':
    case 'exclusiveMaximum':
      return say.tooGreat(Number(error.params.limit));
    case 'minItems':
      return say.tooFew(error.params.limit);
    case 'maxItems':
      return say.tooMany(error.params.limit);
    case 'uniqueItems':
      return say.twice;
    case 'boolean':
      // what a field must be that there must not be; told of each, where the list of all is cut off
      return say.unknownField;
    case 'const':
    case 'enum':
    case 'anyOf':
      return say.notOneOf;
    default:
      return say.wrongForm;
  }
}

function typesOf(type: string | string[], say: Words): string {
  const names = Array.isArray(type) ? type : [type];
  return names.map(name => say.types[name as keyof Words['types']]).join(', ');
}

/**
 * Where a value could have one of several shapes, all of them complain. The one that complains least is
 * what the sender meant.
 */
function withoutOtherBranches(errors: readonly SchemaError[]): SchemaError[] {
  let left = [...errors];
  for (const union of errors.filter(({keyword}) => keyword === 'anyOf')) {
    const branches = new Map<string, SchemaError[]>();
    for (const error of left) {
      if (!error.schemaPath.startsWith(`${union.schemaPath}/anyOf/`)) continue;
      const branch = error.schemaPath.slice(union.schemaPath.length).split('/')[2]!;
      branches.set(branch, [...(branches.get(branch) ?? []), error]);
    }
    const isDeep = (some: SchemaError[]) =>
      some.some(({instancePath}) => instancePath !== union.instancePath);
    const [meant] = [...branches.values()].filter(isDeep).sort((a, b) => a.length - b.length);
    const others = [...branches.values()].filter(some => some !== meant).flat();
    left = left.filter(error => !others.includes(error) && (!meant || error !== union));
  }
  return left;
}
