import assert from 'node:assert/strict';
import {it} from 'node:test';
import {createSetUpLink} from '../../src/accounts/sign-in-links.js';
import {cookieOf, linkToken, signedIn} from '../accounts/people-of-tests.js';
import {forEachDatabase} from '../support/databases.js';
import {addShop} from '../support/fixtures.js';
import {testHub, type TestHub} from '../support/test-hub.js';

const ORIGIN = 'https://hub.example';

function send(hub: TestHub, url: string, form: Record<string, string>, origin = ORIGIN) {
  return hub.ask({
    method: 'POST',
    url,
    headers: {'content-type': 'application/x-www-form-urlencoded', origin},
    payload: new URLSearchParams(form).toString(),
  });
}

forEachDatabase((_name, open) => {
  it('lets a merchant in by the link of a mail, which only the button uses up', async () => {
    const hub = await testHub(await open());
    await signedIn(hub, 'merchant');
    const form = await hub.ask({url: '/sign-in'});
    assert.match(form.text, /<label for="email">/);
    assert.equal(form.headers['referrer-policy'], 'same-origin', 'or forms tell no origin');
    const wrong = await send(hub, '/sign-in/link', {email: 'nobody'});
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /value="nobody"/);
    const sent = await send(hub, '/sign-in/link', {email: 'merchant@example.org'});
    const unknown = await send(hub, '/sign-in/link', {email: 'who@example.org'});
    assert.equal(sent.text, unknown.text);

    const token = (await linkToken(hub))!;
    for (let scanned = 0; scanned < 3; scanned++) {
      const page = await hub.ask({url: `/sign-in?token=${token}`});
      assert.equal(page.status, 200);
      assert.match(page.text, /<button>/);
      assert.equal(page.headers['set-cookie'], undefined);
    }
    const elsewhere = await send(hub, '/sign-in', {token}, 'https://evil.example');
    assert.equal(elsewhere.status, 403);
    const entered = await send(hub, '/sign-in', {token});
    assert.deepEqual([entered.status, entered.headers['location']], [303, '/desk/']);
    const session = await hub.ask({
      url: '/api/session',
      headers: {cookie: cookieOf(entered.headers)},
    });
    assert.equal(session.status, 200);
    for (const again of [
      await hub.ask({url: `/sign-in?token=${token}`}),
      await send(hub, '/sign-in', {token}),
      await hub.ask({url: '/sign-in?token=nonsense'}),
    ]) {
      assert.equal(again.status, 410);
      assert.match(again.text, /Ce lien ne sert plus/);
    }
  });

  it('makes the first admin by the link on the console', async () => {
    const hub = await testHub(await open());
    const link = new URL((await createSetUpLink(hub.context))!);
    assert.equal(link.origin, ORIGIN);
    const page = await hub.ask({url: link.pathname + link.search});
    assert.match(page.text, /name="name"/);
    const token = link.searchParams.get('token')!;
    const wrong = await send(hub, '/sign-in', {token, name: 'Camille', email: ''});
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /value="Camille"/);
    const form = {token, name: 'Camille', email: 'camille@example.org'};
    const entered = await send(hub, '/sign-in', form);
    assert.equal(entered.status, 303);
    assert.equal((await send(hub, '/sign-in', form)).status, 410);
  });

  it('lists the shops on the home page, in the language of the visitor', async () => {
    const hub = await testHub(await open());
    await addShop(hub.context.db, {id: 'abri', settings: {name: 'L’Abri <b>', isPaused: true}});
    const french = await hub.ask({url: '/'});
    assert.equal(french.headers['vary'], 'Accept-Language');
    assert.ok(french.text.indexOf('L’Abri &lt;b&gt;') < french.text.indexOf('Le Fournil'));
    assert.match(french.text, /Ne prend pas de commandes en ce moment/);
    assert.doesNotMatch(french.text, /noindex/);
    const english = await hub.ask({url: '/', headers: {'accept-language': 'en-GB'}});
    assert.match(english.text, /<html lang="en">/);
    const empty = await testHub(await open(), {shop: null});
    assert.match((await empty.ask({url: '/'})).text, /Aucun commerce/);
  });

  it('serves the page of the desk under a policy that lets the console run', async () => {
    const hub = await testHub(await open());
    assert.equal((await hub.ask({url: '/desk'})).headers['location'], '/desk/');
    const page = await hub.ask({url: '/desk/'});
    assert.match(page.text, /<local-desk title-badge url-state><\/local-desk>/);
    assert.match(
      page.text,
      /<script type="module" src="\/assets\/console\/console\.js"><\/script>/,
    );
    const policy = String(page.headers['content-security-policy']);
    assert.match(policy, /script-src 'self'; style-src 'self';/);
    assert.match(
      policy,
      /require-trusted-types-for 'script'; trusted-types lit-html local-widgets$/,
    );
    assert.equal(page.headers['x-robots-tag'], 'noindex');
  });

  it('lets the desk be put on the home screen', async () => {
    const hub = await testHub(await open());
    const {text} = await hub.ask({url: '/desk/'});
    const [, path] = /rel="manifest" href="([^"]+)"/.exec(text)!;
    const manifest = await hub.ask({url: path!});
    assert.match(String(manifest.headers['content-type']), /^application\/manifest\+json/);
    assert.equal(manifest.body['start_url'], '/desk/');
    const icon = await hub.ask({url: (manifest.body['icons'] as {src: string}[])[0]!.src});
    assert.equal(icon.status, 200);
  });

  it('serves its style sheets for ever, under a name of their own', async () => {
    const hub = await testHub(await open());
    const {text} = await hub.ask({url: '/'});
    const [, path] = /href="(\/pages\.css\?v=[0-9a-f]{12})"/.exec(text)!;
    const styles = await hub.ask({url: path!});
    assert.equal(styles.status, 200);
    assert.match(String(styles.headers['content-type']), /^text\/css/);
    assert.match(String(styles.headers['cache-control']), /immutable/);
  });

  it('answers a page for what goes wrong, and tells nothing of why', async () => {
    const hub = await testHub(await open());
    const large = await send(hub, '/sign-in/link', {email: 'x'.repeat(20_000)});
    assert.equal(large.status, 413);
    assert.match(large.text, /<h1>/);
    const {body} = await hub.order();
    await hub.context.db.schema.dropTable('order_events').execute();
    const broken = await hub.ask({url: `/o/${body.token}`});
    assert.equal(broken.status, 500);
    assert.match(broken.text, /Une erreur est survenue/);
    assert.doesNotMatch(broken.text, /order_events|SQL/i);
  });
});
