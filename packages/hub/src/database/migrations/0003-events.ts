import type {Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';
import type {Dialect} from '../../context.js';
import {columnKinds} from './columns.js';
import {createCalendarTables} from './0003/calendars.js';
import {createRegistrationTables} from './0003/registrations.js';

/** All tables of `event-tables.ts`, and what other tables need for them. */
export function eventTables(dialect: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const kinds = columnKinds(db, dialect);
      await createCalendarTables(db, kinds);
      await createRegistrationTables(db, kinds);
    },
  };
}
