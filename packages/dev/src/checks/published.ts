import {program} from '../npm.js';
import {publicPackages} from '../packages.js';
import {commandCheck, type Check} from './check.js';
import {entryChecks} from './entries.js';

/** What an installer of each public package relies on; needs the build and the manifests. */
export function publishedChecks(): Check[] {
  return publicPackages().flatMap(one => [
    commandCheck(`publint accepts ${one.name}`, () =>
      program('publint', ['run', one.folder, '--strict']),
    ),
    commandCheck(`the types of ${one.name} resolve for every kind of importer`, () =>
      program('@arethetypeswrong/cli', ['--profile', 'esm-only', '--pack', one.folder], 'attw'),
    ),
    ...entryChecks(one),
  ]);
}
