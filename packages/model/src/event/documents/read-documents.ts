import type {EventDocument, EventOverride} from '../../schemas/event.js';
import type {EventCollector, Origin, SeriesEntry} from '../collect-events.js';
import type {EventsReading} from '../event.js';
import {collectorFor, type ReadEventsOptions} from '../open-events.js';
import {ruleEngine} from '../recurrence/rule-engine.js';
import {datedEvent} from '../series/event-of.js';
import type {Exception, Series, Span} from '../series/series.js';
import {describeEvent, put} from '../to-event.js';
import {documentSeries} from './document-series.js';
import {documentValues, type ToldBeside} from './document-values.js';

/** A document of the hub, with what only the hub knows of it. */
export interface WrittenDocument extends ToldBeside {
  readonly id: string;
  readonly uid?: string | undefined;
  readonly document: EventDocument;
}

/**
 * Works out what is on in a window of time from documents as editors write them. A date that differs in
 * more than its time, or is cancelled, is an event of its own. What is wrong with a document is told in
 * `rejected`, where `at` is its place in the list.
 *
 * @throws {RangeError} for a zone or a window that is none.
 */
export function readDocuments(
  documents: readonly WrittenDocument[],
  options: Omit<ReadEventsOptions, 'format'>,
): EventsReading {
  const collector = collectorFor(options, ruleEngine);
  for (const [at, written] of documents.entries()) {
    if (collector.isFull) break;
    const origin: Origin = {at, unit: 'item', uid: written.uid ?? written.id};
    const entry = entryOf(written, origin, collector);
    if (entry) collector.add(entry);
  }
  return collector.finish();
}

function entryOf(
  written: WrittenDocument,
  origin: Origin,
  collector: EventCollector,
): SeriesEntry | undefined {
  const {document, id} = written;
  const found = documentSeries(document, origin, collector);
  if (!found) return undefined;
  const {isAllDay, overrides = []} = document;
  const events: SeriesEntry['events'][number][] = [];
  const exceptions = overrides.map((override): Exception => {
    const {instead, ...span} = found.spanOf(override);
    const isOwn = tellsMore(override);
    if (isOwn) events.push(eventMaker(written, span, collector, override));
    return {instead, span, isDay: false, isRange: false, event: isOwn ? events.length : 0};
  });
  const series: Series = {...found.series, exceptions};
  events.unshift(eventMaker(written, found.series, collector, undefined, series));
  return {...origin, id, series, form: isAllDay ? 'date' : 'local', events};
}

/** Whether a date differs in more than when it is. */
const tellsMore = (override: EventOverride): boolean =>
  Object.keys(override).some(name => !/^(recurrenceId|startDate|endDate|capacity)$/.test(name));

function eventMaker(
  written: WrittenDocument,
  span: Span,
  {context}: EventCollector,
  override?: EventOverride,
  series?: Series,
): SeriesEntry['events'][number] {
  const {document} = written;
  return (id, superEvent) => {
    const draft = datedEvent(id, {...span, isFloating: false}, series);
    put(draft, 'uid', written.uid);
    put(draft, 'superEvent', superEvent);
    const told = override?.isCancelled
      ? {...written, isCancelled: true, reason: override.reason ?? written.reason}
      : written;
    return describeEvent(draft, documentValues(document, override ?? {}, told), context);
  };
}
