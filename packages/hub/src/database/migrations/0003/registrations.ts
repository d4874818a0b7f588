import {sql} from 'kysely';
import type {Kysely} from 'kysely';
import {oneOf} from '../columns.js';
import type {ColumnKinds} from '../columns.js';

export async function createRegistrationTables(
  db: Kysely<unknown>,
  kinds: ColumnKinds,
): Promise<void> {
  await createDates(kinds);
  await createRegistrations(kinds);
  await createLinks(kinds);
  await widenOthers(db, kinds);
  const {schema} = db;
  await schema
    .createIndex('event_dates_by_reminder')
    .on('event_dates')
    .column('remind_at')
    .execute();
  await schema.createIndex('event_dates_by_end').on('event_dates').column('ends_at').execute();
  await schema
    .createIndex('registrations_by_date')
    .on('registrations')
    .columns(['event_id', 'recurrence_id', 'state', 'position'])
    .execute();
  // one request is one registration, however often it is sent
  await schema
    .createIndex('registrations_by_request')
    .on('registrations')
    .columns(['event_id', 'recurrence_id', 'request_key'])
    .unique()
    .execute();
  for (const column of ['registration_id', 'event_id']) {
    await schema.createIndex(`event_links_by_${column}`).on('event_links').column(column).execute();
  }
  await schema
    .createIndex('outbox_by_registration')
    .on('outbox')
    .column('registration_id')
    .execute();
}

async function createDates({whole, text, table}: ColumnKinds): Promise<void> {
  await table('event_dates')
    .addColumn('event_id', text, c =>
      c.notNull().references('calendar_events.id').onDelete('cascade'),
    )
    .addColumn('recurrence_id', text, c => c.notNull())
    .addColumn('starts_at', whole, c => c.notNull())
    .addColumn('ends_at', whole, c => c.notNull())
    .addColumn('capacity', whole)
    .addColumn('taken', whole, c => c.notNull())
    .addColumn('kept', whole, c => c.notNull())
    .addColumn('waiting', whole, c => c.notNull())
    .addColumn('last_position', whole, c => c.notNull())
    .addColumn('remind_at', whole)
    .addPrimaryKeyConstraint('event_dates_key', ['event_id', 'recurrence_id'])
    .addCheckConstraint('event_dates_positive', sql`taken >= 0 and waiting >= 0`)
    .addCheckConstraint(
      'event_dates_capacity',
      sql`capacity is null or taken <= capacity or taken <= kept`,
    )
    .execute();
}

async function createRegistrations({whole, text, table}: ColumnKinds): Promise<void> {
  await table('registrations')
    .addColumn('id', text, c => c.primaryKey())
    .addColumn('event_id', text, c => c.notNull())
    .addColumn('recurrence_id', text, c => c.notNull())
    .addColumn('request_key', text, c => c.notNull())
    .addColumn('body_hash', text, c => c.notNull())
    .addColumn('state', text, c => c.notNull())
    .addColumn('places', whole, c => c.notNull())
    .addColumn('position', whole, c => c.notNull())
    .addColumn('contact', text)
    .addColumn('language', text, c => c.notNull())
    .addColumn('created_at', whole, c => c.notNull())
    .addColumn('updated_at', whole, c => c.notNull())
    .addColumn('cancelled_at', whole)
    .addColumn('cancelled_by', text)
    .addColumn('erased_at', whole)
    // a date that moves takes its people along
    .addForeignKeyConstraint(
      'registrations_date',
      ['event_id', 'recurrence_id'],
      'event_dates',
      ['event_id', 'recurrence_id'],
      key => key.onDelete('cascade').onUpdate('cascade'),
    )
    .addCheckConstraint(
      'registrations_state',
      oneOf('state', ['confirmed', 'waiting', 'cancelled']),
    )
    .addCheckConstraint('registrations_places', sql`places > 0`)
    .execute();
}

async function createLinks({whole, text, table}: ColumnKinds): Promise<void> {
  await table('event_links')
    .addColumn('token_hash', text, c => c.primaryKey())
    .addColumn('registration_id', text, c => c.references('registrations.id').onDelete('cascade'))
    .addColumn('event_id', text, c => c.references('calendar_events.id').onDelete('cascade'))
    .addColumn('created_at', whole, c => c.notNull())
    .addCheckConstraint('event_links_one', sql`(registration_id is null) <> (event_id is null)`)
    .execute();
}

/** What leaves the hub about a registration goes with it; and the proof of retention counts these too. */
async function widenOthers({schema}: Kysely<unknown>, {whole, text}: ColumnKinds): Promise<void> {
  await schema
    .alterTable('outbox')
    .addColumn('registration_id', text, c => c.references('registrations.id').onDelete('cascade'))
    .execute();
  for (const column of ['registrations_erased', 'proposals_erased']) {
    await schema
      .alterTable('retention_runs')
      .addColumn(column, whole, c => c.notNull().defaultTo(0))
      .execute();
  }
}
