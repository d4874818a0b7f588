import {setViewport} from '@web/test-runner-commands';
import {closePages} from './frame.js';
import {signIn, startHub, stopHub, type Database, type RunningHub} from './hub.js';

const NAMES: Readonly<Record<Database, string>> = {sqlite: 'SQLite', postgres: 'PostgreSQL'};

export interface HubSuite {
  /** Those to run it on; both unless told. */
  readonly databases?: readonly Database[];
  /** Whether this browser is signed in at the desk as the hub's admin. */
  readonly isAdmin?: boolean;
}

/**
 * Tests with a real hub and a wide page, once on each database; where one cannot be had, its tests are
 * skipped. Pages are closed after each test. `hub` is to be called in the tests: before them there is none.
 */
export function describeWithHub(
  title: string,
  {databases = ['sqlite', 'postgres'], isAdmin = false}: HubSuite,
  suite: (hub: () => RunningHub) => void,
): void {
  for (const database of databases) {
    describe(`${title}, at the real hub on ${NAMES[database]}`, () => {
      let hub: RunningHub | undefined;

      before(async function () {
        this.timeout(120_000);
        await setViewport({width: 1200, height: 900});
        hub = await startHub(database);
        if (!hub) this.skip();
        if (isAdmin) await signIn(hub);
      });
      afterEach(closePages);
      after(stopHub);

      suite(() => hub!);
    });
  }
}
