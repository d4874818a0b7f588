import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readMetrics} from '../../src/hub/metrics-text.js';

describe('readMetrics', () => {
  it('reads megabytes, milliseconds, and the sum of what waits', () => {
    const text = [
      '# TYPE process_resident_memory_bytes gauge',
      'process_resident_memory_bytes 98000000',
      'process_cpu_seconds_total 1.5',
      'hub_outbox_waiting{kind="mail"} 3',
      'hub_outbox_waiting{kind="webhook"} 2',
      'hub_outbox_waiting_other 9',
    ].join('\n');
    assert.deepEqual(readMetrics(text), {memory: 98, waiting: 5, processor: 1500});
  });

  it('tells what is missing as not a number', () => {
    assert.deepEqual(readMetrics(''), {memory: NaN, waiting: NaN, processor: NaN});
  });
});
