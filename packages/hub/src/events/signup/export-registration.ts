import type {Database} from '../../context.js';
import type {FoundRegistration} from './registration-row.js';

/** All that the hub holds about one registration and whose it is (GDPR, articles 15 and 20), as plain JSON. */
export async function exportRegistration(db: Database, {row, registration}: FoundRegistration) {
  const messages = await db
    .selectFrom('outbox')
    .select(['kind', 'status', 'created_at', 'sent_at'])
    .where('registration_id', '=', row.id)
    .orderBy('created_at')
    .execute();
  return {registration, messages};
}
