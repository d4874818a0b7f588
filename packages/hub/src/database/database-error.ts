/** The database cannot be used; the message is a sentence for the person who runs the hub. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}
