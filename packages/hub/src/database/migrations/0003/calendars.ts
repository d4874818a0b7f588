import type {Kysely} from 'kysely';
import {oneOf} from '../columns.js';
import type {ColumnKinds} from '../columns.js';

const STATES = ['unconfirmed', 'draft', 'proposed', 'published', 'cancelled', 'rejected'];
const ACTORS = ['person', 'program', 'proposer', 'hub'];

export async function createCalendarTables(db: Kysely<unknown>, kinds: ColumnKinds): Promise<void> {
  await createCalendars(kinds);
  await createEvents(kinds);
  await createHistory(kinds);
  const {schema} = db;
  await schema.createIndex('calendars_by_shop').on('calendars').column('shop_id').execute();
  await schema
    .createIndex('calendar_events_by_start')
    .on('calendar_events')
    .columns(['calendar_id', 'state', 'starts_at'])
    .execute();
  await schema
    .createIndex('calendar_events_by_source')
    .on('calendar_events')
    .columns(['calendar_id', 'source_uid'])
    .unique()
    .execute();
  await schema
    .createIndex('event_history_by_event')
    .on('event_history')
    .columns(['event_id', 'id'])
    .execute();
}

async function createCalendars({whole, text, table}: ColumnKinds): Promise<void> {
  await table('calendars')
    .addColumn('id', text, c => c.primaryKey())
    .addColumn('shop_id', text, c => c.notNull().references('shops.id').onDelete('cascade'))
    .addColumn('settings', text, c => c.notNull())
    .addColumn('version', whole, c => c.notNull())
    .addColumn('published_version', whole, c => c.notNull())
    .addColumn('published_at', whole, c => c.notNull())
    .addColumn('created_at', whole, c => c.notNull())
    .execute();
  await table('calendar_feeds')
    .addColumn('calendar_id', text, c => c.notNull().references('calendars.id').onDelete('cascade'))
    .addColumn('id', text, c => c.notNull())
    .addColumn('settings', text, c => c.notNull())
    .addColumn('version', whole, c => c.notNull())
    .addColumn('body', text)
    .addColumn('body_hash', text)
    .addColumn('etag', text)
    .addColumn('last_modified', text)
    .addColumn('fetched_at', whole)
    .addColumn('tried_at', whole)
    .addColumn('problem', text)
    .addColumn('created_at', whole, c => c.notNull())
    .addPrimaryKeyConstraint('calendar_feeds_key', ['calendar_id', 'id'])
    .execute();
}

async function createEvents({whole, text, table}: ColumnKinds): Promise<void> {
  await table('calendar_events')
    .addColumn('id', text, c => c.primaryKey())
    .addColumn('calendar_id', text, c => c.notNull().references('calendars.id').onDelete('cascade'))
    .addColumn('state', text, c => c.notNull())
    .addColumn('document', text, c => c.notNull())
    .addColumn('change', text)
    .addColumn('change_by', text)
    .addColumn('version', whole, c => c.notNull())
    .addColumn('starts_at', whole, c => c.notNull())
    .addColumn('ends_at', whole)
    .addColumn('reason', text)
    .addColumn('proposed_by', text)
    .addColumn('proposer', text)
    .addColumn('imported_from', text)
    .addColumn('source_uid', text)
    .addColumn('source_hash', text)
    .addColumn('created_at', whole, c => c.notNull())
    .addColumn('updated_at', whole, c => c.notNull())
    .addColumn('published_at', whole)
    .addCheckConstraint('calendar_events_state', oneOf('state', STATES))
    .execute();
}

async function createHistory({whole, text, table, counter}: ColumnKinds): Promise<void> {
  await table('event_history')
    .addColumn('id', counter.type, counter.build)
    .addColumn('event_id', text, c =>
      c.notNull().references('calendar_events.id').onDelete('cascade'),
    )
    .addColumn('at', whole, c => c.notNull())
    .addColumn('action', text, c => c.notNull())
    .addColumn('actor', text, c => c.notNull())
    .addColumn('person_id', text)
    .addColumn('fields', text)
    .addColumn('recurrence_id', text)
    .addColumn('reason', text)
    .addCheckConstraint('event_history_actor', oneOf('actor', ACTORS))
    .execute();
}
