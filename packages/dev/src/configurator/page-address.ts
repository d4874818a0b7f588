import {DEFAULTS, type Settings} from './settings.js';

/** Before the names of attributes, so that they are no other setting. */
const PREFIX = 'a.';

/** What was set up, for the part of an address after `#`, so that it can be shared. */
export function toFragment({widget, values, ...others}: Settings): string {
  const query = new URLSearchParams({widget});
  for (const [name, value] of Object.entries(others)) {
    if (value !== DEFAULTS[name as keyof typeof DEFAULTS]) query.set(name, value);
  }
  for (const [name, value] of Object.entries(values)) query.set(PREFIX + name, value);
  return query.toString();
}

/** Settings from an address; what is not there is as at the beginning. */
export function fromFragment(fragment: string): Settings {
  const query = new URLSearchParams(fragment.replace(/^#/, ''));
  const of = (name: keyof typeof DEFAULTS): string => query.get(name) ?? DEFAULTS[name];
  const values = [...query].flatMap(([name, value]) =>
    name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), value] as const] : [],
  );
  return {
    widget: query.get('widget') ?? '',
    page: of('page'),
    files: of('files'),
    hub: of('hub'),
    link: of('link'),
    values: Object.fromEntries(values),
  };
}
