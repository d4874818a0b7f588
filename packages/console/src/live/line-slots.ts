/**
 * Streams that one browser holds on one site: HTTP/1.1 has six connections for all of its windows, and
 * questions need some of them.
 */
const SLOTS = 4;

/**
 * Takes one of the places for a stream, of all windows together (Web Locks).
 *
 * @returns what gives it back; nothing when all are taken
 */
export async function takeLineSlot(): Promise<(() => void) | undefined> {
  // there are none on pages without HTTPS
  const {locks} = navigator as {locks?: LockManager};
  if (!locks) return () => undefined;
  for (let slot = 1; slot <= SLOTS; slot++) {
    const release = await tryLock(locks, `local-desk:line:${slot}`);
    if (release) return release;
  }
  return undefined;
}

function tryLock(locks: LockManager, name: string): Promise<(() => void) | undefined> {
  return new Promise(resolve => {
    locks
      .request(name, {ifAvailable: true}, lock => {
        if (lock) return new Promise<void>(release => resolve(release));
        resolve(undefined);
        return undefined;
      })
      // a page of no origin may have none: then nobody counts
      .catch(() => resolve(() => undefined));
  });
}
