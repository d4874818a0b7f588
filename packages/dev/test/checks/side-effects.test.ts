import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {publicPackages} from '../../src/packages.js';

/**
 * A file that brings its sentences as it is loaded has an effect beyond what it exports. A bundler that
 * is told of none leaves the call out, and the part has no words in the applications of others.
 */
test('each file that brings sentences is named among those with side effects', () => {
  const missing: string[] = [];
  let found = 0;
  for (const {folder, name} of publicPackages()) {
    const {sideEffects = []} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      sideEffects?: false | string[];
    };
    for (const file of globSync('src/**/*.ts', {cwd: folder})) {
      if (!/^\w+Messages\.extend\(/m.test(readFileSync(join(folder, file), 'utf8'))) continue;
      found++;
      const built = `./${file}`.replace(/^\.\/src\//, './dist/').replace(/\.ts$/, '.js');
      for (const path of [`./${file}`, built]) {
        if (sideEffects === false || !sideEffects.includes(path)) missing.push(`${name}: ${path}`);
      }
    }
  }
  assert.deepEqual(missing, []);
  assert.ok(found > 20, `${found} files`);
});
