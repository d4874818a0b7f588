import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import ts from 'typescript';
import {ARROWS, SERVED} from '../../eslint/arrows.mjs';
import {publicPackages, workspacePackages, type WorkspacePackage} from '../../src/packages.js';
import {brokenRules} from './lint.js';

const forbidden: [path: string, text: string][] = [
  ['packages/shops-map/src/made-up.ts', "import {x} from '@local-widgets/chat';"],
  ['packages/shops-map/src/made-up.ts', "import {x} from '@local-widgets/hub';"],
  ['packages/shops-map/src/made-up.ts', "import {x} from '@local-widgets/embed';"],
  ['packages/shops-map/src/made-up.ts', "import type {X} from '@local-widgets/hub';"],
  ['packages/shops-map/src/made-up.ts', "export * from '@local-widgets/hub/wire.js';"],
  ['packages/shops-map/src/made-up.ts', "export {x} from '@local-widgets/hub';"],
  ['packages/shops-map/src/made-up.ts', "export const x = () => import('@local-widgets/hub');"],
  ['packages/shops-map/src/made-up.ts', "export type X = import('@local-widgets/hub').X;"],
  ['packages/shops-map/src/made-up.ts', "import {x} from '@local-widgets/shops-map';"],
  ['packages/shops-map/src/made-up.ts', "import {x} from '../../core/src/log.js';"],
  ['packages/shops-map/src/map/made-up.ts', "import {x} from '../../../model/src/index.js';"],
  ['packages/shops-map/src/made-up.ts', "import {Map} from 'leaflet';"],
  ['packages/shops-map/src/made-up.ts', "import {readFileSync} from 'node:fs';"],
  ['packages/shops-map/test/made-up.ts', "import {x} from '@local-widgets/hub';"],
  ['packages/shops-map/test/made-up.ts', "import {x} from '../../core/src/log.js';"],
  ['packages/model/src/made-up.ts', "import {html} from 'lit';"],
  ['packages/model/src/made-up.ts', "import {repeat} from 'lit/directives/repeat.js';"],
  ['packages/model/src/made-up.ts', "import {x} from '@local-widgets/core';"],
  ['packages/model/src/made-up.ts', "import {readFileSync} from 'node:fs';"],
  ['packages/core/src/made-up.ts', "import {Map} from 'leaflet';"],
  ['packages/core/src/made-up.ts', "import {x} from '@local-widgets/shops-map';"],
  ['packages/embed/src/made-up.ts', "export const x = () => import('leaflet');"],
  ['packages/not-in-the-table/src/made-up.ts', "import {x} from '@local-widgets/model';"],
];

const allowed: [path: string, text: string][] = [
  ['packages/core/src/made-up.ts', "import {x} from '@local-widgets/model';"],
  ['packages/core/src/made-up.ts', "import {repeat} from 'lit/directives/repeat.js';"],
  ['packages/core/src/feed/made-up.ts', "import {x} from '../log.js';"],
  ['packages/shops-map/src/made-up.ts', "import {x} from '@local-widgets/core';"],
  ['packages/shops-map/src/map/made-up.ts', "export const x = () => import('../map-engine.js');"],
  ['packages/shops-map/src/map/leaflet-made-up.ts', "import {Map} from 'leaflet/src/map/Map.js';"],
  ['packages/shops-map/test/made-up.ts', "import '@local-widgets/shops-map/define.js';"],
  ['packages/shops-map/test/made-up.ts', "import {x} from '../src/events.js';"],
  ['packages/embed/src/made-up.ts', "void import('@local-widgets/shops-map/define.js');"],
  ['packages/model/test/made-up.ts', "import {readFileSync} from 'node:fs';"],
  ['packages/dev/src/made-up.ts', "import {x} from '@local-widgets/model';"],
];

describe('the arrows between packages', () => {
  for (const [path, text] of forbidden) {
    it(`forbid ${text} in ${path}`, async () => {
      assert.deepEqual(await brokenRules(path, text, ['arrows/imports']), ['arrows/imports']);
    });
  }
  for (const [path, text] of allowed) {
    it(`allow ${text} in ${path}`, async () => {
      assert.deepEqual(await brokenRules(path, text, ['arrows/imports']), []);
    });
  }

  it('are what the dependencies of every package.json stay within', () => {
    for (const one of workspacePackages()) {
      const own = [ARROWS[one.folderName], SERVED[one.folderName]].flatMap(names => names ?? []);
      const beyond = declared(one).filter(name => !own.includes(name));
      assert.deepEqual(beyond, [], one.name);
    }
  });

  for (const one of publicPackages()) {
    it(`lead from ${one.name} to what its package.json declares, no more and no less`, () => {
      const served = SERVED[one.folderName] ?? [];
      assert.deepEqual(declared(one), [...imported(one), ...served].sort());
    });
  }
});

const prefix = '@local-widgets/';

/** Our packages among the dependencies. */
function declared({folder}: WorkspacePackage): string[] {
  const {dependencies = {}} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  return ours(Object.keys(dependencies));
}

/** Our packages among what the sources import. */
function imported({folder}: WorkspacePackage): string[] {
  const files = globSync('src/**/*.ts', {cwd: folder});
  return ours(
    files.flatMap(file =>
      ts
        .preProcessFile(readFileSync(join(folder, file), 'utf8'))
        .importedFiles.map(({fileName}) => fileName),
    ),
  );
}

function ours(specifiers: readonly string[]): string[] {
  const names = specifiers.flatMap(specifier =>
    specifier.startsWith(prefix) ? [specifier.slice(prefix.length).replace(/\/.*/, '')] : [],
  );
  return [...new Set(names)].sort();
}
