import {expect} from '@open-wc/testing';
import {busyHub, FakeHub, open, put, until, normal} from './harness.js';
import {problem} from './fake-hub.js';
import {order} from './town.js';

describe('<local-orders-desk>', () => {
  it('is accessible, in light and dark, wide and narrow', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const desk = await open({scheme, width: scheme === 'dark' ? 320 : 1000});
      await expect(desk.element).to.be.accessible();
    }
  });

  it('shows each order by what is to be done with it, the other days with their date', async () => {
    const desk = await open();
    expect(desk.codes('received')).to.deep.equal(['K7M2', 'P4QX']);
    expect(desk.codes('accepted')).to.deep.equal(['T9RC']);
    expect(desk.codes('ready')).to.deep.equal(['W3HJ']);
    expect(desk.text).to.include('Terminées aujourd’hui (1)');
    const tomorrow = normal(desk.card('P4QX').innerText);
    expect(tomorrow).to.include('10 h – 10 h 30').and.to.include('demain, lundi 23 novembre');
    expect(normal(desk.card('K7M2').innerText)).to.include('Note du client : Bien cuit');
  });

  it('tells how long an order can be accepted, and who is there', async () => {
    const desk = await open();
    expect(desk.card('K7M2').innerText).to.include('Expire dans 25 min');
    expect(desk.card('P4QX').querySelector('.urgent')!.textContent).to.include('7 min');
    expect(normal(desk.card('W3HJ').innerText)).to.include('Le client est là depuis 9 h 58');
    const call = desk.card('K7M2').querySelector<HTMLAnchorElement>('a[href^="tel:"]')!;
    expect(call.getAttribute('href')).to.equal('tel:0237210000');
  });

  it('takes an order from step to step in one tap each', async () => {
    const desk = await open();
    await desk.press('Accepter, Commande K7M2');
    expect(desk.codes('accepted')).to.include('K7M2');
    await desk.press('C’est prêt, Commande K7M2');
    await desk.press('Remise au client, Commande K7M2');
    expect(desk.notice).to.equal('Commande K7M2 : remise.');
    const changes = desk.hub.callsTo(/POST .*state/).map(({body}) => body);
    expect(changes).to.deep.equal([
      {to: 'accepted', from: 'received'},
      {to: 'ready', from: 'accepted'},
      {to: 'collected', from: 'ready'},
    ]);
  });

  it('takes a wrong tap back', async () => {
    const desk = await open();
    await desk.press('C’est prêt, Commande T9RC');
    expect(desk.codes('ready')).to.include('T9RC');
    await desk.press('Rétablir');
    expect(desk.codes('accepted')).to.deep.equal(['T9RC']);
    expect(desk.findButton('Rétablir')).to.equal(undefined);
  });

  it('does not offer to take back what was promised', async () => {
    const desk = await open();
    await desk.press('Accepter, Commande K7M2');
    expect(desk.notice).to.equal('Commande K7M2 : à préparer.');
    expect(desk.findButton('Rétablir')).to.equal(undefined);
  });

  it('shows a change at once, sends it once however often one taps, and takes it back when it fails', async () => {
    const hub = busyHub();
    let answer: (response: Response) => void = () => undefined;
    hub.rule(({path}) =>
      path.endsWith('/state') ? new Promise(resolve => (answer = resolve)) : undefined,
    );
    const desk = await open({hub});
    await desk.press('Accepter, Commande K7M2');
    expect(desk.codes('accepted')).to.include('K7M2');
    await desk.press('C’est prêt, Commande K7M2');
    expect(hub.callsTo(/POST .*state/).length).to.equal(1);
    answer(problem(503, 'unavailable', {title: 'Le serveur redémarre.'}));
    await until(() => desk.codes('received').includes('K7M2'), 'the order where it was');
    expect(normal(desk.card('K7M2').querySelector('[role=alert]')!.textContent)).to.equal(
      'Commande K7M2 inchangée. Le serveur redémarre. Réessayer',
    );
    await desk.press('Réessayer', desk.card('K7M2'));
    answer(Response.json({...hub.orders[0]!, state: 'accepted'}));
    await until(() => desk.codes('accepted').includes('K7M2'), 'the order accepted');
    await expect(desk.element).to.be.accessible();
  });

  it('ignores the second click of a double click, wherever it lands', async () => {
    const desk = await open();
    desk
      .button('Accepter, Commande P4QX')
      .dispatchEvent(new MouseEvent('click', {bubbles: true, detail: 2}));
    await desk.settled();
    expect(desk.hub.callsTo(/POST .*state/)).to.deep.equal([]);
  });

  it('loads the list when the order has changed in the meantime', async () => {
    const hub = busyHub();
    const desk = await open({hub});
    const [anne] = hub.orders;
    hub.orders[0] = {
      ...anne!,
      state: 'cancelled',
      history: [...anne!.history, {state: 'cancelled', at: anne!.createdAt, by: 'customer'}],
    };
    await desk.press('Accepter, Commande K7M2');
    await until(() => hub.pending.length, 'a pause');
    hub.pass(1000);
    await until(() => !desk.codes('received').includes('K7M2'), 'the order gone');
    expect(desk.text).to.include('Terminées aujourd’hui (2)');
  });

  describe('a refusal', () => {
    it('asks for the reason, which the customer reads, and is accessible', async () => {
      const desk = await open();
      await desk.press('Refuser… Commande K7M2');
      await expect(desk.element).to.be.accessible();
      await desk.press('Refuser la commande');
      expect(desk.text).to.include('Choisissez un motif, ou écrivez-en un.');
      await desk.hasKeyboard('Produit épuisé');
      desk.field('Produit épuisé').click();
      await desk.press('Refuser la commande');
      expect(desk.hub.callsTo(/state/).at(-1)!.body).to.deep.equal({
        to: 'refused',
        from: 'received',
        reason: 'Produit épuisé',
      });
      expect(desk.notice).to.equal('Commande K7M2 : refusée.');
    });

    it('takes words of one’s own, and closes with Escape', async () => {
      const desk = await open();
      await desk.press('Annuler… Commande T9RC');
      const form = desk.all('form.refusal')[0]!;
      form.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
      await desk.settled();
      expect(desk.all('form.refusal').length).to.equal(0);
      await desk.hasKeyboard('Annuler… Commande T9RC');
      await desk.press('Annuler… Commande T9RC');
      await desk.type('Votre motif', 'Four en panne');
      await desk.press('Annuler la commande');
      expect(desk.hub.callsTo(/state/).at(-1)!.body).to.deep.equal({
        to: 'cancelled',
        from: 'accepted',
        reason: 'Four en panne',
      });
    });
  });

  it('finds an order by its code or a name', async () => {
    const desk = await open();
    await desk.type('Retrouver une commande', 'emma');
    expect(desk.all('.order').length).to.equal(1);
    expect(desk.all<HTMLDetailsElement>('.done')[0]!.open).to.equal(true);
    await desk.type('Retrouver une commande', 'zzz');
    expect(desk.text).to.include('Aucune commande ne correspond.');
    await desk.type('Retrouver une commande', '');
    expect(desk.codes('received').length).to.equal(2);
  });

  describe('an order that comes in', () => {
    it('is shown, said, told to the page and counted in its title', async () => {
      const title = 'Comptoir';
      document.title = title;
      const desk = await open({attributes: {'title-badge': ''}});
      const heard: unknown[] = [];
      desk.box.addEventListener('local-order-received', ({detail}) => heard.push(detail));
      desk.box.addEventListener('local-orders-waiting', ({detail}) => heard.push(detail));
      expect(document.title).to.equal(`(2) ${title}`);
      const news = order({code: 'N3WW'});
      desk.hub.push(news);
      await until(() => desk.codes('received').includes('N3WW'), 'the new order');
      expect(normal(desk.notice)).to.equal('Nouvelle commande N3WW, 11 h 30 – 12 h');
      expect(document.title).to.equal(`(3) ${title}`);
      expect(heard).to.deep.equal([{id: news.id, shop: 'fournil', code: 'N3WW'}, {count: 3}]);
      desk.element.remove();
      expect(document.title).to.equal(title);
    });

    it('is not said twice, and an old order that changes is no new one', async () => {
      const desk = await open();
      desk.hub.push({...desk.hub.orders[0]!, arrivedAt: '2026-11-22T09:00:00.000Z'});
      await until(() => desk.card('K7M2').hasAttribute('data-arrived'), 'the arrival');
      expect(desk.notice).to.equal('');
    });
  });

  describe('the line to the hub', () => {
    it('resumes after the last event', async () => {
      const desk = await open();
      desk.hub.push(order({code: 'N3WW'}));
      await until(() => desk.codes('received').includes('N3WW'), 'the new order');
      desk.hub.drop();
      await until(() => desk.connection === 'connexion…', 'the break');
      desk.hub.pass(1000);
      await until(() => desk.connection === 'en direct', 'the line');
      expect(desk.hub.streams).to.deep.equal(['10', '11']);
    });

    it('says since when it is gone, what that means, and tries when asked', async () => {
      const desk = await open();
      const mend = desk.hub.fail(/desk\/(orders|events)/, 'network');
      desk.hub.drop();
      await until(() => desk.connection === 'connexion…', 'the break');
      desk.hub.pass(1000);
      await until(() => desk.connection.startsWith('hors ligne'), 'the end');
      expect(desk.connection).to.equal('hors ligne depuis 10 h');
      expect(desk.codes('received')).to.deep.equal(['K7M2', 'P4QX']);
      await expect(desk.element).to.be.accessible();
      mend();
      await desk.press('Essayer maintenant');
      await until(() => desk.connection === 'en direct', 'the line');
    });

    it('says that it asks from time to time where no stream gets through', async () => {
      const hub = busyHub();
      hub.fail(/desk\/events/, 'unavailable', 502);
      const desk = put({hub});
      await until(() => desk.connection === 'mise à jour toutes les 15 secondes', 'polling');
      hub.orders.push(order({code: 'N3WW'}));
      hub.pass(15_000);
      await until(() => desk.codes('received').includes('N3WW'), 'the new order');
      expect(desk.notice).to.include('N3WW');
    });

    it('ends when the desk leaves the page, and begins when it comes back', async () => {
      const desk = await open();
      desk.element.remove();
      desk.hub.pass();
      await desk.settled();
      expect(desk.hub.pending).to.deep.equal([]);
      desk.box.append(desk.element);
      await until(() => desk.hub.streams.length === 2, 'another stream');
      await until(() => desk.connection === 'en direct', 'the line');
    });
  });

  it('keeps nothing in the browser but the sound, which a person switches on', async () => {
    const desk = await open();
    expect(desk.hub.stored.size).to.equal(0);
    await desk.press('Son coupé');
    expect([...desk.hub.stored]).to.deep.equal([['local-orders-desk:sound', 'on']]);
    await desk.press('Son en attente : touchez la page');
    expect(desk.hub.stored.size).to.equal(0);
  });

  it('is heard when an order comes in, once a person has switched that on', async () => {
    const hub = busyHub();
    const audio = fakeAudio();
    const environment = {...hub.environment, audio: () => audio.context};
    Object.assign(hub, {environment});
    const desk = await open({hub});
    hub.push(order({code: 'N3WW'}));
    await until(() => desk.codes('received').includes('N3WW'), 'a silent order');
    expect(audio.notes).to.equal(0);
    await desk.press('Son coupé');
    expect(desk.findButton('Son activé')).not.to.equal(undefined);
    expect(audio.notes, 'heard at once').to.equal(2);
    hub.push(order({code: 'N4WW'}));
    await until(() => desk.codes('received').includes('N4WW'), 'an order that is heard');
    expect(audio.notes).to.equal(4);
  });

  it('waits for a touch where the sound was switched on before, as browsers want it', async () => {
    const hub = busyHub();
    const audio = fakeAudio();
    hub.stored.set('local-orders-desk:sound', 'on');
    Object.assign(hub, {environment: {...hub.environment, audio: () => audio.context}});
    const desk = await open({hub});
    expect(desk.findButton('Son en attente : touchez la page')).not.to.equal(undefined);
    document.body.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
    await desk.settled();
    expect(desk.findButton('Son activé')).not.to.equal(undefined);
  });

  it('pauses the orders in one tap, says so clearly, and takes them again', async () => {
    const desk = await open();
    await desk.press('Pause : ne plus prendre de commandes');
    await desk.shows('Commandes en pause');
    expect(desk.hub.callsTo(/PATCH/).at(-1)!.body).to.deep.equal({isPaused: true});
    await expect(desk.element).to.be.accessible();
    await desk.press('Reprendre les commandes');
    await until(() => !desk.text.includes('Commandes en pause'), 'no banner');
  });

  it('stays as it is when pausing fails, and says why', async () => {
    const desk = await open();
    desk.hub.fail(/PATCH/, 'network');
    await desk.press('Pause : ne plus prendre de commandes');
    await desk.shows('Le serveur ne répond pas.');
    expect(desk.text).not.to.include('Commandes en pause');
  });

  it('says so when there is nothing to do', async () => {
    const desk = await open({hub: new FakeHub()});
    expect(desk.text).to.include('Aucune commande à accepter.');
    await expect(desk.element).to.be.accessible();
  });

  it('fits 320 pixels', async () => {
    const desk = await open({width: 320});
    const over = desk
      .all('.root *')
      .filter(
        each => each.getBoundingClientRect().right > desk.box.getBoundingClientRect().right + 1,
      )
      .filter(each => !each.closest('.visually-hidden, .words, .notice'));
    expect(over.map(each => each.className)).to.deep.equal([]);
  });

  it('speaks English where the page does', async () => {
    const desk = await open({lang: 'en'});
    expect(desk.text).to.include('To accept').and.to.include('Expires in 25 min');
  });
});

/** Counts the notes that are played. */
function fakeAudio(): {context: AudioContext; readonly notes: number} {
  let notes = 0;
  const node = {
    gain: {setValueAtTime: () => 0, exponentialRampToValueAtTime: () => 0},
    frequency: {value: 0},
    connect: (next: unknown) => next,
    start: () => {
      notes++;
    },
    stop: () => undefined,
  };
  const context = {
    state: 'suspended',
    currentTime: 0,
    destination: node,
    createGain: () => node,
    createOscillator: () => node,
    resume: () => {
      context.state = 'running';
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
  return {
    context: context as unknown as AudioContext,
    get notes() {
      return notes;
    },
  };
}
