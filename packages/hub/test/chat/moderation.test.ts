import assert from 'node:assert/strict';
import {it} from 'node:test';
import {ChatReport} from '@local-widgets/model/schemas.js';
import {Value} from 'typebox/value';
import {writeMail} from '../../src/outbox/write-mail.js';
import {forEachDatabase} from '../support/databases.js';
import {chatConfig} from './support/chat-hub.js';
import {chatHub, clerk, kindsOf, publicRoom, Visitor} from './support/guests.js';

forEachDatabase((_name, open) => {
  const start = async () => {
    const hub = await chatHub(await open(), {
      config: {chat: chatConfig({limits: {reportsPerHour: 8}})},
    });
    const room = await publicRoom(hub);
    const [author, reader] = [new Visitor(hub), new Visitor(hub)];
    await author.join(room, 'Elo');
    await reader.join(room, 'Yann');
    const said = await author.say(room, 'Du n’importe quoi');
    const message = said.body.event.message.id as string;
    const desk = await clerk(hub);
    const notice = {message, reason: 'rules', explanation: 'Hors sujet', goodFaith: true};
    const mails = async () => {
      const rows = await hub.context.db.selectFrom('outbox').selectAll().orderBy('id').execute();
      const all = await Promise.all(rows.map(row => writeMail(hub.context, row)));
      return all.flatMap(mail => mail ?? []);
    };
    return {hub, room, author, reader, desk, message, notice, mails};
  };

  it('acknowledges a notice, tells the people of the shop, and tells the decision', async () => {
    const {hub, room, author, reader, desk, message, notice, mails} = await start();
    const body = {...notice, email: 'yann@example.org', name: 'Yann'};
    const sent = await reader.ask('POST', `/v1/rooms/${room}/reports`, body, {
      'accept-language': 'fr',
    });
    assert.equal(sent.status, 201);
    const {id, receivedAt} = sent.body as {id: string; receivedAt: string};
    assert.ok(Date.parse(receivedAt));
    const again = await reader.ask('POST', `/v1/rooms/${room}/reports`, body);
    assert.deepEqual(again.body, sent.body, 'sent twice, it is one notice');
    const first = await mails();
    assert.deepEqual(first.map(({to}) => to.address).sort(), [
      'clerk@example.org',
      'merchant@example.org',
      'yann@example.org',
    ]);
    const received = first.find(({to}) => to.address === 'yann@example.org')!;
    assert.match(received.subject, /a bien été reçu – Le Fournil/);
    assert.match(received.text, new RegExp(id));
    assert.equal(received.replyTo?.address, 'fournil@example.org');
    const alarm = first.find(({to}) => to.address === 'clerk@example.org')!;
    assert.match(alarm.text, /Du n’importe quoi[^]*Hors sujet|Hors sujet[^]*Du n’importe quoi/);

    const list = async (query: string) =>
      (await desk.must('GET', `/v1/shops/fournil/reports${query}`)).body.reports as ChatReport[];
    const [report] = await list('?state=open');
    assert.deepEqual([...Value.Errors(ChatReport, report)], []);
    assert.deepEqual(
      [report?.id, report?.message.text, report?.name],
      [id, 'Du n’importe quoi', 'Yann'],
    );
    const decision = {decision: 'remove', reason: 'Contraire à la règle 2'};
    assert.equal((await reader.ask('POST', `/v1/reports/${id}/decision`, decision)).status, 404);
    const decided = await desk.must('POST', `/v1/reports/${id}/decision`, decision);
    assert.deepEqual(
      [decided.body.state, decided.body.decision.reason],
      ['removed', decision.reason],
    );
    assert.deepEqual(
      (await desk.must('POST', `/v1/reports/${id}/decision`, decision)).body,
      decided.body,
    );
    const other = {decision: 'keep', reason: 'Finalement'};
    assert.equal(
      (await desk.ask('POST', `/v1/reports/${id}/decision`, other)).body.code,
      'wrong-state',
    );
    assert.deepEqual(await list('?state=open'), []);
    // both of the same instant: their order is left to chance
    const told = (await mails()).find(({subject}) => subject.includes('Suite donnée'))!;
    assert.equal(told.to.address, 'yann@example.org');
    assert.match(told.text, /a été retiré[^]*règle 2[^]*nouvel examen/);
    const own = await author.events(room);
    assert.ok(own.some(event => event.kind === 'deleted' && event.reason === decision.reason));
    assert.doesNotMatch(JSON.stringify(await reader.events(room)), /règle 2|n’importe/);
    const rows = await hub.context.db.selectFrom('chat_messages').select('text').execute();
    assert.deepEqual(rows, [{text: null}]);
    const merchant = await clerk(hub, 'merchant');
    const {body: audit} = await merchant.must('GET', '/v1/shops/fournil/chat/audit');
    const [entry] = audit.entries as {
      action: string;
      subject: string;
      reason: string;
      person: object;
    }[];
    assert.deepEqual(
      [entry?.action, entry?.subject, entry?.reason, entry?.person],
      ['remove', message, decision.reason, {id: desk.id, name: 'clerk@example.org'}],
    );
  });

  it('takes notices of people without a name, and keeps what is right', async () => {
    const {hub, room, desk, author, notice, mails} = await start();
    const url = `/v1/rooms/${room}/reports`;
    const anonymous = await hub.ask({method: 'POST', url, payload: notice});
    assert.equal(anonymous.status, 201);
    const kept = await desk.must('POST', `/v1/reports/${anonymous.body.id}/decision`, {
      decision: 'keep',
      reason: 'Dans le sujet',
    });
    assert.equal(kept.body.state, 'kept');
    assert.equal(kept.body.message.text, 'Du n’importe quoi');
    assert.deepEqual(kindsOf(await author.events(room)), ['message']);
    assert.deepEqual(
      await mails(),
      [],
      'the alarm is out of date, and there is no address to tell',
    );
    for (const wrong of [
      {...notice, goodFaith: false},
      {...notice, message: '00000000-0000-4000-8000-000000000000'},
      {...notice, reason: 'because'},
    ]) {
      const {status} = await hub.ask({method: 'POST', url, payload: wrong});
      assert.ok([400, 404].includes(status));
    }
    let status = 201;
    for (let times = 0; times < 10 && status === 201; times++) {
      const payload = {...notice, explanation: `Encore ${times}`};
      ({status} = await hub.ask({method: 'POST', url, payload}));
    }
    assert.equal(status, 429);
  });

  it('takes no notice of what one cannot see', async () => {
    const {hub, author, reader, desk} = await start();
    const room = await author.begin();
    const {body} = await author.say(room, 'Entre nous');
    const message = body.event.message.id as string;
    const notice = {message, reason: 'spam', explanation: 'x', goodFaith: true};
    assert.equal((await reader.ask('POST', `/v1/rooms/${room}/reports`, notice)).status, 404);
    const url = `/v1/rooms/${room}/reports`;
    assert.equal((await hub.ask({method: 'POST', url, payload: notice})).status, 401);
    assert.equal((await author.ask('POST', url, notice)).status, 201);
    const {body: summary} = await desk.must('GET', `/v1/shops/fournil/rooms/${room}`);
    assert.equal(summary.toModerate, 1);
  });

  it('removes with a reason, as a moderator alone', async () => {
    const {room, author, reader, desk, message} = await start();
    const url = `/v1/rooms/${room}/messages/${message}/removal`;
    assert.equal((await reader.ask('POST', url, {reason: 'x'})).status, 404);
    assert.equal((await desk.ask('POST', url, {})).status, 400);
    const {body} = await desk.must('POST', url, {reason: 'Injure'});
    assert.deepEqual([body.event.by, body.event.reason], ['moderator', 'Injure']);
    assert.match(JSON.stringify(await author.events(room)), /Injure/);
    assert.doesNotMatch(JSON.stringify(await reader.events(room)), /Injure/);
  });
});
