/** What to tell the visitor is there before the failure is shown, so that it is told once. */
export async function withWords(error: unknown): Promise<never> {
  await import('../failures.js').catch(() => undefined);
  throw error;
}
