import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {it} from 'node:test';
import {forEachDatabase} from '../support/databases.js';
import {chatConfig} from './support/chat-hub.js';
import {chatHub, clerk, publicRoom, Visitor} from './support/guests.js';
import {chunk, png} from './support/pictures.js';

const PICTURE = png({extra: [chunk('tEXt', 'SECRET')]});

forEachDatabase((_name, open) => {
  const send = (
    who: Visitor,
    room: string,
    {id = randomUUID(), bytes = PICTURE, type = 'image/png'} = {},
  ) => who.ask('PUT', `/v1/rooms/${room}/images/${id}`, bytes, {'content-type': type});
  const show = (who: Visitor, room: string, image: object, id: string = randomUUID()) =>
    who.ask('PUT', `/v1/rooms/${room}/messages/${id}`, {image});

  it('come once, without what was written beside them, and are shown by a message', async () => {
    const hub = await chatHub(await open());
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    const id = randomUUID();
    const first = await send(visitor, room, {id, type: 'image/jpeg'});
    assert.deepEqual([first.status, first.body], [201, {id, width: 40, height: 30}]);
    assert.deepEqual((await send(visitor, room, {id})).status, 200);
    assert.equal((await send(visitor, room, {id, bytes: png({})})).body.code, 'message-changed');
    const desk = await clerk(hub);
    const message = await show(visitor, room, {id, alt: ' Mon  vélo '});
    assert.deepEqual(message.body.event.message.image, {
      id,
      width: 40,
      height: 30,
      alt: 'Mon  vélo',
    });
    assert.equal(message.body.event.message.text, undefined);
    const seen = await desk.ask('GET', `/v1/rooms/${room}/images/${id}`);
    assert.equal(seen.headers['content-type'], 'image/png');
    assert.equal(seen.headers['x-content-type-options'], 'nosniff');
    assert.match(String(seen.headers['cache-control']), /private/);
    assert.doesNotMatch(seen.text, /SECRET/);
    assert.match(seen.text, /PIXELS/);
    assert.equal(
      (await show(visitor, room, {id})).body.fields[0].pointer,
      '/image/id',
      'by one message',
    );
    const stranger = new Visitor(hub);
    await stranger.begin();
    assert.equal((await stranger.ask('GET', `/v1/rooms/${room}/images/${id}`)).status, 404);
  });

  it('go with the message that showed them', async () => {
    const hub = await chatHub(await open());
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    const [image, message] = [randomUUID(), randomUUID()];
    await send(visitor, room, {id: image});
    await show(visitor, room, {id: image}, message);
    await visitor.must('DELETE', `/v1/rooms/${room}/messages/${message}`);
    assert.equal((await visitor.ask('GET', `/v1/rooms/${room}/images/${image}`)).status, 404);
    assert.deepEqual(await hub.context.db.selectFrom('chat_images').select('id').execute(), []);
  });

  it('are refused when they are none, too large, too many, or not wanted', async () => {
    const config = {chat: chatConfig({limits: {imagesPerHour: 12}})};
    const hub = await chatHub(await open(), {config});
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    const html = Buffer.from('<script>alert(1)</script>');
    assert.equal((await send(visitor, room, {bytes: html})).body.code, 'invalid');
    assert.equal((await send(visitor, room, {type: 'image/svg+xml'})).body.code, 'invalid');
    assert.equal((await send(visitor, room, {bytes: png({width: 2049})})).body.code, 'invalid');
    const large = await send(visitor, room, {bytes: png({tail: 'x'.repeat(1_000_000)})});
    assert.deepEqual([large.status, large.body.code], [413, 'too-large']);
    const text = await visitor.ask('PUT', `/v1/rooms/${room}/images/${randomUUID()}`, {a: 1});
    assert.equal(text.body.code, 'invalid');
    for (let at = 0; at < 3; at++) assert.equal((await send(visitor, room)).status, 201);
    assert.equal((await send(visitor, room)).status, 429);
    const settings = JSON.stringify({isEnabled: true, allowsImages: false});
    await hub.context.db.updateTable('chat_settings').set({settings}).execute();
    assert.equal((await send(visitor, room)).body.code, 'invalid');
  });

  it('are seen when their message is', async () => {
    const hub = await chatHub(await open());
    await publicRoom(hub, {isPremoderated: true});
    const visitor = new Visitor(hub);
    assert.equal((await send(visitor, 'halles')).body.code, 'rules-not-accepted');
    await visitor.join('halles', 'Elo');
    const [image, message] = [randomUUID(), randomUUID()];
    await send(visitor, 'halles', {id: image});
    const url = `/v1/rooms/halles/images/${image}`;
    const statuses = async () => [
      (await hub.ask({url})).status,
      (await visitor.ask('GET', url)).status,
      (await (await clerk(hub)).ask('GET', url)).status,
    ];
    assert.deepEqual(await statuses(), [404, 200, 200]);
    await show(visitor, 'halles', {id: image}, message);
    assert.deepEqual(await statuses(), [404, 200, 200]);
    const desk = await clerk(hub);
    const approval = `/v1/rooms/halles/messages/${message}/approval`;
    await desk.must('POST', approval, {decision: 'approve'});
    assert.deepEqual(await statuses(), [200, 200, 200]);
    const thief = new Visitor(hub);
    await thief.join('halles', 'Yann');
    assert.equal((await show(thief, 'halles', {id: image})).body.code, 'invalid');
  });
});
