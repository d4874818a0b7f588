import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {busyHub, open, put, until, type FakeHub} from './harness.js';

/** A hub that does not know who this is. */
function signedOut(): FakeHub {
  const hub = busyHub();
  hub.session = undefined;
  return hub;
}

async function openSignIn(hub = signedOut()): Promise<ReturnType<typeof put>> {
  const desk = put({hub});
  await desk.shows('Se connecter au comptoir');
  return desk;
}

describe('signing in to <local-orders-desk>', () => {
  it('is accessible, and asks for no password', async () => {
    const desk = await openSignIn();
    await expect(desk.element).to.be.accessible();
    expect(desk.all('input[type=password]').length).to.equal(0);
  });

  it('asks for a link, and says what to do with it', async () => {
    const desk = await openSignIn();
    await desk.type('Adresse e-mail', ' lea@fournil.example ');
    await desk.press('Recevoir un lien de connexion');
    await desk.shows('Regardez votre boîte e-mail');
    expect(desk.hub.callsTo(/session\/link/)[0]!.body).to.deep.equal({
      email: 'lea@fournil.example',
    });
    expect(desk.text).to.include('Si lea@fournil.example est connue ici');
    desk.hub.session = busyHub().session;
    await desk.press('J’ai ouvert le lien');
    await desk.shows('Le Fournil de la Place');
  });

  it('says by the field that an address is not whole, and sends nothing', async () => {
    const desk = await openSignIn();
    await desk.type('Adresse e-mail', 'lea@');
    await desk.press('Recevoir un lien de connexion');
    expect(desk.errorOf('Adresse e-mail')).to.include('Écrivez une adresse e-mail complète');
    await desk.hasKeyboard('Adresse e-mail');
    expect(desk.hub.callsTo(/session\/link/)).to.deep.equal([]);
    await expect(desk.element).to.be.accessible();
  });

  it('keeps what was typed when the hub cannot be reached', async () => {
    const desk = await openSignIn();
    const mend = desk.hub.fail(/session\/link/, 'network');
    await desk.type('Adresse e-mail', 'lea@fournil.example');
    await desk.press('Recevoir un lien de connexion');
    await desk.shows('Le serveur ne répond pas.');
    expect(desk.field('Adresse e-mail').value).to.equal('lea@fournil.example');
    mend();
    await desk.press('Recevoir un lien de connexion');
    await desk.shows('Regardez votre boîte e-mail');
  });

  describe('with a passkey', () => {
    const {credentials} = navigator;
    const device = (answer: () => Promise<unknown>): void => {
      Object.defineProperty(navigator, 'credentials', {
        value: {get: answer, create: answer},
        configurable: true,
      });
    };

    before(function () {
      // WebKitGTK has no WebAuthn
      if (typeof PublicKeyCredential === 'undefined') this.skip();
    });

    after(() => {
      Object.defineProperty(navigator, 'credentials', {value: credentials, configurable: true});
    });

    const hubWithPasskeys = (): FakeHub => {
      const hub = signedOut();
      hub.rule(({path}) =>
        path.endsWith('-options')
          ? Response.json({challenge: 'AAAA', rp: {name: 'Hub'}, user: {id: 'AAAA', name: 'a'}})
          : undefined,
      );
      return hub;
    };

    it('says what else one can do when nobody agreed at the device', async () => {
      device(() => Promise.reject(new DOMException('No', 'NotAllowedError')));
      const desk = await openSignIn(hubWithPasskeys());
      await desk.press('Se connecter avec une clé d’accès');
      await desk.shows('La clé d’accès n’a pas été utilisée.');
      await expect(desk.element).to.be.accessible();
    });

    it('signs in', async () => {
      const bytes = new Uint8Array([1, 2, 3]).buffer;
      device(() =>
        Promise.resolve({
          id: 'AQID',
          rawId: bytes,
          type: 'public-key',
          response: {authenticatorData: bytes, clientDataJSON: bytes, signature: bytes},
          getClientExtensionResults: () => ({}),
        }),
      );
      const hub = hubWithPasskeys();
      hub.rule(({path}) => {
        if (path !== '/api/session/passkey') return undefined;
        hub.session = busyHub().session;
        return Response.json(hub.session);
      });
      const desk = await openSignIn(hub);
      await desk.press('Se connecter avec une clé d’accès');
      await desk.shows('Le Fournil de la Place');
      expect(hub.callsTo(/session\/passkey/)[0]!.body).to.include({id: 'AQID'});
    });
  });

  it('says so when the shop of the page is not theirs', async () => {
    const desk = put({attributes: {shop: 'ferme'}});
    await desk.shows('Cette boutique ne vous est pas confiée.');
  });

  it('comes back when the session ends, and nothing of the orders stays', async () => {
    const desk = await open();
    desk.hub.session = undefined;
    desk.hub.drop();
    await until(() => desk.connection === 'connexion…', 'the break');
    desk.hub.pass(1000);
    await desk.shows('Se connecter au comptoir');
    expect(desk.text).not.to.include('Anne');
  });

  it('says so when the hub cannot be asked who this is, and tries again', async () => {
    const hub = busyHub();
    const mend = hub.fail(/GET \/api\/session$/, 'network');
    const desk = put({hub});
    await desk.shows('Le serveur ne répond pas.');
    mend();
    await desk.press('Réessayer');
    await desk.shows('Le Fournil de la Place');
  });

  it('lets one choose among several shops, change, and sign out', async () => {
    const hub = busyHub();
    hub.session = {
      ...hub.session!,
      memberships: [
        ...hub.session!.memberships,
        {shop: 'ferme', name: 'La Ferme du Bois', role: 'clerk'},
      ],
    };
    const desk = put({hub});
    await desk.shows('Choisissez une boutique');
    await expect(desk.element).to.be.accessible();
    await desk.press('Le Fournil de la Place responsable');
    await until(() => desk.connection === 'en direct', 'the desk');
    await desk.hasKeyboard('Le Fournil de la Place');
    desk.all<HTMLDetailsElement>('.account')[0]!.open = true;
    await desk.press('Changer de boutique');
    await desk.shows('Choisissez une boutique');
    await desk.press('Se déconnecter');
    await desk.shows('Se connecter au comptoir');
  });

  it('shows an admin of the hub all of its shops', async () => {
    const hub = busyHub();
    hub.session = {...hub.session!, memberships: [{shop: '*', role: 'admin'}]};
    hub.rule(({path}) =>
      path === '/api/shops'
        ? Response.json([
            {id: 'ferme', name: 'La Ferme du Bois'},
            {id: 'fournil', name: 'Le Fournil'},
          ])
        : undefined,
    );
    const desk = put({hub});
    await desk.shows('La Ferme du Bois');
    await desk.shows('Le Fournil');
  });

  it('asks the hub that the page names', async () => {
    const hub = busyHub();
    put({hub, attributes: {hub: 'https://hub.example/'}});
    await until(() => hub.calls.length > 0, 'a request');
    expect(hub.calls[0]!.path).to.equal('https://hub.example/api/session');
  });

  it('is walked by keyboard: one tab stop for the tabs, arrows between them', async () => {
    const desk = await open();
    desk.tab('Commandes').focus();
    await sendKeys({press: 'ArrowRight'});
    await desk.settled();
    expect(desk.focused).to.include('Préparation');
    expect(desk.tab('Préparation').getAttribute('aria-selected')).to.equal('true');
    await sendKeys({press: 'End'});
    await desk.settled();
    await desk.hasKeyboard('Boutique');
    expect(desk.all('[role=tab][tabindex="0"]').length).to.equal(1);
  });
});
