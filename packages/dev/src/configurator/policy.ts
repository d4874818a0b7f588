import type {CspLine, Widget} from '../widgets/types.js';
import {absolute, addressesIn, type Settings} from './settings.js';

/** Sources by directive of a Content-Security-Policy. */
export type Policy = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What a Content-Security-Policy must allow for a widget with these attributes. Pictures that the data name
 * are not known: see `hasOwnPictures`.
 */
export function policyFor(
  widget: Widget,
  settings: Pick<Settings, 'values' | 'page' | 'files'>,
): Policy {
  const policy = new Map<string, Set<string>>();
  const add = (directive: string, source: string): void => {
    const sources = policy.get(directive) ?? new Set();
    policy.set(directive, sources.add(source));
  };
  const {page} = settings;
  const files = sourceOf(settings.files, page) ?? "'self'";
  for (const line of widget.csp) {
    for (const source of sourcesOf(line, widget, settings, files)) add(line.directive, source);
  }
  // A worker of another site's file is made of its checked bytes (docs/decisions/0016-script-tag.md).
  if (files !== "'self'" && policy.has('worker-src')) {
    policy.set('worker-src', new Set(['blob:']));
    add('connect-src', files);
  }
  return policy;
}

/** Whether the data may name pictures, which `img-src` then has to allow where they are. */
export const hasOwnPictures = ({csp}: Widget): boolean =>
  csp.some(({directive, from}) => directive === 'img-src' && from === 'data');

/** As a header has it; the policies of Trusted Types come with pages that ask for them. */
export function policyText(policy: Policy): string {
  return [...policy].map(([name, sources]) => `${name} ${[...sources].join(' ')}`).join('; ');
}

function sourcesOf(
  {source, from, attribute: name, values: only}: CspLine,
  widget: Widget,
  {values, page}: Pick<Settings, 'values' | 'page'>,
  files: string,
): readonly string[] {
  if (from === 'sdk') return [files];
  if (from === 'data') return [];
  const attribute = widget.attributes.find(one => one.name === name);
  const value = attribute && String(values[attribute.name] ?? attribute.default ?? '');
  if (attribute && !value) return [];
  if (only && !only.includes(value ?? '')) return [];
  if (from === 'fixed') return source ? [source] : [];
  return attribute
    ? addressesIn(attribute, value ?? '').flatMap(address => sourceOf(address, page) ?? [])
    : [];
}

/** The origin of an address, as a policy has it; nothing for a part of the page. */
function sourceOf(address: string, page: string): string | undefined {
  if (address.startsWith('#')) return undefined;
  const whole = absolute(address.replace(/^webcal:/, 'https:'), page).replace(/[{}]/g, '');
  if (!URL.canParse(whole)) return undefined;
  const {origin} = new URL(whole);
  return URL.canParse(page) && origin === new URL(page).origin ? "'self'" : origin;
}
