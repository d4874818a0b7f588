import type {Event, Occurrence} from '../event.js';

export interface AtomOptions {
  readonly title: string;
  /** Address of the feed itself, which is its id as well. */
  readonly url: string;
  /** Address of the page that shows the events. */
  readonly pageUrl?: string | undefined;
  /** When it is written; an event whose source tells no change is as old as that. */
  readonly now: Date;
  /** When an occurrence is, in words. */
  readonly whenOf: (event: Event, occurrence: Occurrence) => string;
}

/** Occurrences as an Atom feed (RFC 4287), each an entry; texts are plain. */
export function eventsToAtom(
  shown: readonly {readonly event: Event; readonly occurrence: Occurrence}[],
  {title, url, pageUrl, now, whenOf}: AtomOptions,
): string {
  const entries = shown.map(({event, occurrence}) => {
    const id = `${url}#${encodeURIComponent(event.id)}/${occurrence.recurrenceId}`;
    const when = whenOf(event, occurrence);
    return [
      '<entry>',
      element('id', id),
      element('title', `${event.name} – ${when}`),
      element('updated', updatedOf(event, now)),
      event.url === undefined ? '' : `<link rel="alternate" href="${escape(event.url)}"/>`,
      ...(event.categories ?? []).map(category => `<category term="${escape(category)}"/>`),
      element(
        'summary',
        [when, event.location?.name, event.description].filter(Boolean).join('\n'),
      ),
      event.organizer?.name === undefined
        ? ''
        : `<author>${element('name', event.organizer.name)}</author>`,
      '</entry>',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', url),
    element('title', title),
    element('updated', now.toISOString()),
    // RFC 4287 §4.1.1 asks for an author of the feed where an entry has none
    `<author>${element('name', title)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escape(url)}"/>`,
    pageUrl === undefined ? '' : `<link rel="alternate" href="${escape(pageUrl)}"/>`,
    ...entries,
    '</feed>\n',
  ].join('\n');
}

function updatedOf({source}: Event, now: Date): string {
  const modified = new Date(source?.dateModified ?? NaN);
  return (Number.isNaN(modified.getTime()) ? now : modified).toISOString();
}

const element = (name: string, text: string): string => `<${name}>${escape(text)}</${name}>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Characters that XML 1.0 cannot hold at all are dropped. */
function escape(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]|[\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[&<>"]/g, character => ENTITIES[character]!);
}
