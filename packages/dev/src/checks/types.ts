import {join} from 'node:path';
import {program} from '../npm.js';
import {hasFile, workspacePackages} from '../packages.js';
import {commandCheck, type Check} from './check.js';

/** TypeScript over the sources and tests of every package. */
export function typeChecks(): Check[] {
  return workspacePackages()
    .filter(one => hasFile(one, 'tsconfig.json'))
    .map(({name, folder}) =>
      commandCheck(`${name} has no type errors`, () =>
        program('typescript', ['--noEmit', '-p', join(folder, 'tsconfig.json')], 'tsc'),
      ),
    );
}
