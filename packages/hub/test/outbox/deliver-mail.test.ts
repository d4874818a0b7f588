import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {MailError} from '../../src/mail/mailer.js';
import {deliverMail} from '../../src/outbox/deliver-mail.js';
import {errorFacts} from '../../src/outbox/error-facts.js';
import {RETRY_DELAYS} from '../../src/webhooks/retry-schedule.js';
import {outboxHub} from './support/outbox-hub.js';

const SIGN_IN = {template: 'sign-in', to: 'anne@example.org'} as const;

/** A hub with a link to sign in that was taken out of the outbox, and what befalls its mailer. */
async function start(error?: Error) {
  const all = await outboxHub({chance: {bytes: count => new Uint8Array(count)}});
  const {context, carriers} = all;
  const row = await all.claimMail(SIGN_IN);
  if (error) carriers.mailer.send = () => Promise.reject(error);
  const deliver = (changes = {}) => deliverMail(context, carriers.mailer, {...row, ...changes});
  const end = async () => {
    const [kept] = await all.rows();
    return {status: kept!.status, due_at: kept!.due_at, last_error: kept!.last_error};
  };
  return {...all, row, deliver, end};
}

describe('an attempt to send a mail', () => {
  it('hands it over, and says nothing to the log', async () => {
    const {deliver, end, carriers, lines} = await start();
    assert.equal(await deliver(), 'sent');
    assert.deepEqual(
      carriers.mails.map(({to}) => to),
      [{address: 'anne@example.org'}],
    );
    assert.deepEqual(await end(), {status: 'sent', due_at: null, last_error: null});
    assert.deepEqual(lines, []);
  });

  it('is over when there is nobody to send it to', async () => {
    const {deliver, end, carriers, lines, row} = await start();
    const payload = '{"template":"sign-in","person":"removed"}';
    assert.equal(await deliver({payload}), 'sent');
    assert.deepEqual(await end(), {
      status: 'sent',
      due_at: null,
      last_error: 'nobody to send it to',
    });
    assert.deepEqual([carriers.mails, lines, row.attempts], [[], [], 1]);
  });

  it('is made again when it may pass later, at the time of the schedule', async () => {
    const {deliver, end, lines, row, clock} = await start(new MailError('Busy.', false));
    assert.equal(await deliver(), 'retried');
    const due_at = clock.now().getTime() + RETRY_DELAYS[1];
    assert.deepEqual(await end(), {status: 'waiting', due_at, last_error: 'Busy.'});
    const facts = {outbox: row.id, attempts: 1, told: 'Busy.'};
    assert.deepEqual(lines, [['warn', facts, 'A mail was not sent.']]);
  });

  it('was the last when it can never pass', async () => {
    const {deliver, end, lines, row} = await start(new MailError('No such address.', true));
    assert.equal(await deliver(), 'failed');
    assert.deepEqual(await end(), {status: 'failed', due_at: null, last_error: 'No such address.'});
    const facts = {outbox: row.id, attempts: 1, told: 'No such address.'};
    assert.deepEqual(lines, [['warn', facts, 'A mail was not sent.']]);
  });

  it('was the last when it was the tenth', async () => {
    for (const [attempts, result] of [
      [9, 'retried'],
      [10, 'failed'],
    ] as const) {
      const {deliver, db, end} = await start(new MailError('Busy.', false));
      await db.updateTable('outbox').set({attempts}).execute();
      assert.equal(await deliver({attempts}), result);
      assert.equal((await end()).last_error, 'Busy.');
    }
  });

  it('keeps what went wrong here to the log, without its words', async () => {
    const error = Object.assign(new TypeError('anne@example.org'), {code: 'ODD'});
    const {deliver, end, lines, row, clock} = await start(error);
    assert.equal(await deliver(), 'retried');
    const told = 'The mail could not be written.';
    const due_at = clock.now().getTime() + RETRY_DELAYS[1];
    assert.deepEqual(await end(), {status: 'waiting', due_at, last_error: told});
    const facts = {outbox: row.id, attempts: 1, told, error: errorFacts(error)};
    assert.deepEqual(lines, [['error', facts, 'A mail could not be written.']]);
  });
});
