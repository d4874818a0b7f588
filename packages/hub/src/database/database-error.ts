/** The database cannot be used; the message is a sentence for the person who runs the hub. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

export const reasonOf = (error: unknown): string =>
  (error instanceof Error && error.message) || 'no reason was given';
