import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {phpFile, phpValue} from '../../src/cms/php-value.js';
import {runPhp, withoutPhp} from '../../src/testing/php.js';
import {folderWith} from '../helpers.js';

const VALUE = {
  texts: ["l'été", '\\', "\\'", '$x {$y} <?php ?>', 'a\nb'],
  numbers: [1, -0.5],
  rest: [true, false, null, [], {}],
  "it's": 1,
};

describe('values in PHP', () => {
  it('leave out what is undefined', () => {
    assert.equal(phpValue({a: undefined, b: 1}), "[\n    'b' => 1,\n]");
  });

  it('mean the same there', {skip: withoutPhp}, test => {
    const folder = folderWith(test, {
      'value.php': phpFile(VALUE),
      'run.php': "<?php echo json_encode(require __DIR__ . '/value.php');",
    });
    const read = JSON.parse(runPhp(`${folder}/run.php`)) as unknown;
    // PHP has one kind of empty list
    assert.deepEqual(read, {...VALUE, rest: [true, false, null, [], []]});
  });
});
