import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {parse} from 'yaml';
import {root} from '../../src/root.js';

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<
    string,
    {
      environment?: string;
      permissions?: Record<string, string>;
      steps: {run?: string; uses?: string}[];
    }
  >;
}

const {on, permissions, jobs} = parse(
  readFileSync(join(root, '.github/workflows/release.yml'), 'utf8'),
) as Workflow;
const publish = jobs['publish']!;
const commands = publish.steps.flatMap(({run}) => run ?? []);

describe('the workflow of a release', () => {
  it('begins when somebody says so, and waits for a second person', () => {
    assert.deepEqual(Object.keys(on), ['workflow_dispatch']);
    assert.equal(publish.environment, 'npm');
  });

  it('may read the code and prove where it ran, and nothing else', () => {
    assert.deepEqual(permissions, {});
    assert.deepEqual(publish.permissions, {contents: 'read', 'id-token': 'write'});
  });

  it('tests before it publishes, with provenance', () => {
    const position = (what: string): number => commands.findIndex(run => run.includes(what));
    assert.ok(position('.ci/run') >= 0);
    assert.ok(position('changeset publish') > position('.ci/run'));
    assert.ok(!commands.join().includes('provenance=false'));
  });

  it('asks for known faults of its parts, and lists them, before it publishes', () => {
    const position = (what: string): number => commands.findIndex(run => run.includes(what));
    for (const step of ['npm run audit', 'npm run sbom']) {
      assert.ok(position(step) >= 0 && position(step) < position('changeset publish'), step);
    }
  });

  it('takes the work of others by its commit, not by a name that can move', () => {
    for (const {uses} of publish.steps) if (uses) assert.match(uses, /^\.\/|@[0-9a-f]{40}$/);
  });
});
