import {parseArgs} from 'node:util';

export const usage = 'Usage: npm test [-- --only=STEP,STEP]';

/** The steps that `--only` names, in their own order; all without it. Throws on unknown names. */
export function readOnly<S extends {name: string}>(args: string[], steps: readonly S[]): S[] {
  const {values} = parseArgs({args, options: {only: {type: 'string'}}});
  if (values.only === undefined) return [...steps];
  const names = values.only.split(',').map(name => name.trim());
  const known = steps.map(step => step.name);
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`No step is called "${unknown.join(', ')}"; there are: ${known.join(', ')}.`);
  }
  return steps.filter(step => names.includes(step.name));
}
