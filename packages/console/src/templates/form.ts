import type {HubError} from '../api/hub-error.js';

/** The text of a field, without spaces around it; empty when there is none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** The text of a field, or nothing: for what is left out when empty. */
export function someText(form: FormData, name: string): string | undefined {
  return textOf(form, name) || undefined;
}

/** Every value that is ticked below a name. */
export function ticked(form: FormData, name: string): string[] {
  return form.getAll(name).filter(value => typeof value === 'string');
}

/** The whole number in a field; nothing when empty, `NaN` for what is none. */
export function wholeNumber(form: FormData, name: string): number | undefined {
  const text = textOf(form, name);
  if (!text) return undefined;
  return /^\d{1,7}$/.test(text) ? Number(text) : NaN;
}

/** An object without what is undefined: absent is absent on the wire. */
export function defined<T extends object>(value: {[K in keyof T]: T[K] | undefined}): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}

/**
 * What the hub found wrong, by the name of the field that stands for it.
 *
 * @param nameOf a field's name by its JSON Pointer (`/content/quantity`); without one, the last part of
 *   the pointer that is no number
 */
export function fieldErrors(
  {problem}: Pick<HubError, 'problem'>,
  nameOf: (pointer: string) => string | undefined = () => undefined,
): Record<string, string> {
  const fields = problem?.fields ?? [];
  return Object.fromEntries(
    fields.map(({pointer, message}) => [nameOf(pointer) ?? lastName(pointer), message]),
  );
}

function lastName(pointer: string): string {
  return /\/([^/]*?)(?:\/\d+)*$/.exec(pointer)?.[1] ?? '';
}
