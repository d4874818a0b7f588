import {expect} from '@open-wc/testing';
import {formatMoment} from '@local-widgets/core';
import {hear, network, open, put, until, warnings, type PageOptions} from './harness.js';
import {icsAnswer, icsOf} from './ics.js';

/** Never answers, until the request is given up. */
const silent = network(
  (_url, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    }),
);

const market = {
  summary: 'Marché',
  start: '20260613T080000',
  end: '20260613T130000',
  more: ['RRULE:FREQ=WEEKLY;BYDAY=SA', 'CATEGORIES:Marché'],
};
const concert = {summary: 'Concert', start: '20260612T203000', end: '20260612T230000'};

const from = (answer: (url: string) => unknown, src = '/agenda.ics'): PageOptions => ({
  attributes: {src},
  feedEnvironment: network(answer),
});

describe('the states of <local-event-calendar>', () => {
  it('is accessible while its source is on the way, says so, and shows where it will be', async () => {
    const calendar = put({attributes: {src: '/agenda.ics'}, feedEnvironment: silent});
    await calendar.says('Chargement de l’agenda…');
    expect(calendar.all('[aria-hidden=true] .skeleton').length).to.equal(5);
    await expect(calendar.element).to.be.accessible();
  });

  it('loads nothing without a source, and shows what the page wrote', async () => {
    const calendar = put({fallback: 'Tout l’agenda'});
    await calendar.settled();
    expect(calendar.isVisible(calendar.element.querySelector('a')!)).to.equal(true);
    expect(warnings).to.be.empty;
  });

  it('shows what its source has, dates of rules included', async () => {
    const calendar = put(from(() => icsAnswer(market, concert)));
    const heard = hear(calendar, 'local-events-load');
    await until(() => calendar.names.length > 10, 'the agenda');
    expect(calendar.groups.slice(0, 3)).to.deep.equal([
      'Aujourd’hui, vendredi 12 juin: Concert',
      'Demain, samedi 13 juin: Marché',
      'samedi 20 juin: Marché',
    ]);
    expect(heard.map(({detail}) => [detail.count, detail.rejected])).to.deep.equal([[2, 0]]);
    expect(heard[0]!.detail.occurrences).to.be.above(50);
    expect(warnings).to.be.empty;
  });

  it('reads further when a person goes further, and keeps what is there meanwhile', async () => {
    const asked: string[] = [];
    const calendar = put(
      from(url => {
        asked.push(url);
        return icsAnswer(market);
      }),
    );
    await until(() => calendar.names.length > 10, 'the agenda');
    await calendar.press('Mois');
    calendar.element.setAttribute('date', '2029-03-01');
    await calendar.settled();
    await until(() => asked.length === 2, 'another load');
    await until(() => calendar.days.includes('samedi 3 mars 2029, 1 évènement'), 'March 2029');
    await calendar.press('Aujourd’hui');
    await until(() => calendar.days.includes('samedi 13 juin 2026, 1 évènement'), 'June again');
  });

  it('tells when nothing is published, and shows what the page wrote', async () => {
    const calendar = put({...from(() => icsAnswer()), fallback: 'Tout l’agenda'});
    await calendar.says('Aucun évènement n’est publié ici pour le moment.');
    expect(calendar.isVisible(calendar.element.querySelector('a')!)).to.equal(true);
    await expect(calendar.element).to.be.accessible();
  });

  it('names what could not be read in part, in the console and in short on the page', async () => {
    const calendar = put(
      from(() => icsAnswer(concert, {summary: 'Sans date', start: 'T', end: 'T'})),
    );
    await calendar.shows('Un évènement illisible n’est pas affiché.');
    expect(calendar.names).to.deep.equal(['Concert']);
    await until(() => warnings.join().includes('1 entries left out or cut, 1 shown'), 'a report');
  });

  it('says why it cannot be shown, with a way out that works', async () => {
    let isBroken = true;
    const calendar = put({
      ...from(() => (isBroken ? new Response('', {status: 404}) : icsAnswer(concert))),
      fallback: 'Tout l’agenda',
    });
    const heard = hear(calendar, 'local-events-error');
    await calendar.shows('L’agenda est introuvable');
    await expect(calendar.element).to.be.accessible();
    expect(calendar.isVisible(calendar.element.querySelector('a')!)).to.equal(true);
    expect(heard.map(({detail}) => detail.code)).to.deep.equal(['not-found']);
    isBroken = false;
    await calendar.press('Réessayer');
    await until(() => calendar.focused === 'Concert', 'the keyboard on the agenda');
  });

  it('says that what arrived is no agenda', async () => {
    const calendar = put(from(() => new Response('<!doctype html><title>Wi-Fi</title>')));
    await calendar.shows('L’agenda reçu est illisible.');
  });

  it('keeps the last agenda when an update fails, and says so', async () => {
    let isBroken = false;
    const calendar = put(
      from(() => (isBroken ? new Response('', {status: 500}) : icsAnswer(concert))),
    );
    await calendar.shows('Concert');
    const when = formatMoment(calendar.element.clock.now(), 'fr').replace(/\s/g, ' ');
    isBroken = true;
    calendar.element.reload();
    await calendar.shows(`La mise à jour a échoué ; voici l’agenda reçu le ${when}.`);
    expect(calendar.names).to.deep.equal(['Concert']);
    isBroken = false;
    window.dispatchEvent(new Event('online'));
    await until(() => !calendar.text.includes('a échoué'), 'it takes the newer one by itself');
  });

  it('tells a person who is offline so', async () => {
    Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
    try {
      const calendar = put(from(() => Promise.reject(new TypeError('no'))));
      await calendar.shows('Vous semblez hors connexion.');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('drops the answer to an old source', async () => {
    const calendar = put(
      from(async url => {
        if (url.includes('slow')) await until(() => calendar.names.includes('Nouveau'), 'new');
        return icsAnswer({...concert, summary: url.includes('slow') ? 'Ancien' : 'Nouveau'});
      }, '/slow.ics'),
    );
    await calendar.says('Chargement');
    calendar.element.src = '/fast.ics';
    await until(() => calendar.names.includes('Nouveau'), 'the new agenda');
    await new Promise(resolve => setTimeout(resolve));
    expect(calendar.names).to.deep.equal(['Nouveau']);
  });

  it('takes webcal addresses for what they are', async () => {
    const asked: string[] = [];
    const calendar = put(
      from(url => {
        asked.push(url);
        return icsAnswer(concert);
      }, 'webcal://agenda.example/a.ics'),
    );
    await calendar.shows('Concert');
    expect(asked).to.deep.equal(['https://agenda.example/a.ics']);
  });

  it('asks a hub for its days, and no more', async () => {
    const asked: string[] = [];
    const calendar = put({
      attributes: {hub: 'https://hub.example/', calendar: 'mairie'},
      feedEnvironment: network(url => {
        asked.push(url);
        return Response.json({events: [{name: 'Vœux', startDate: '2026-06-13T18:00'}]});
      }),
    });
    await calendar.shows('Vœux');
    expect(asked).to.deep.equal([
      'https://hub.example/v1/calendars/mairie/events?from=2026-04-01&to=2027-07-01',
    ]);
  });

  describe('with several sources', () => {
    const answers: Record<string, () => unknown> = {
      'mairie.ics': () => icsAnswer(market),
      'asso.ics': () => icsAnswer(concert),
      'same.ics': () => icsAnswer({...concert, more: ['LOCATION:Salle des fêtes']}),
      'broken.ics': () => new Response('', {status: 404}),
    };
    const several = (src: string, more: Record<string, string> = {}): PageOptions => ({
      attributes: {src, ...more},
      feedEnvironment: network(url => answers[url.replace(/^.*\//, '')]!()),
    });

    it('is accessible, and gives each a label and a colour', async () => {
      const calendar = await open(
        several('mairie.ics asso.ics', {labels: 'Mairie, Les associations', colors: 'teal, nope'}),
      );
      expect(
        calendar
          .all('.source')
          .slice(0, 2)
          .map(each => each.textContent),
      ).to.deep.equal(['Les associations', 'Mairie']);
      const [first, second] = calendar.all('.event');
      expect([first!.dataset['source'], second!.dataset['source']]).to.deep.equal(['1', '0']);
      expect(calendar.element.style.getPropertyValue('--_source-0')).to.equal('teal');
      await until(() => warnings.join().includes('colors="nope" is ignored'), 'a warning');
      await expect(calendar.element).to.be.accessible();
    });

    it('shows an event that two have once, and names both in it', async () => {
      const calendar = await open(several('asso.ics same.ics', {labels: 'A, B'}));
      expect(calendar.names).to.deep.equal(['Concert']);
      await calendar.choose('Concert');
      expect(calendar.dialogText).to.contain('Salle des fêtes');
      expect(calendar.dialogText).to.contain('Source : A, B');
    });

    it('names the one that fails while the others show', async () => {
      const calendar = await open(several('mairie.ics broken.ics', {labels: 'Mairie, Comité'}));
      await calendar.shows('L’agenda « Comité » n’a pas pu être chargé.');
      expect(calendar.names).to.include('Marché');
      await expect(calendar.element).to.be.accessible();
    });
  });

  it('reads what stands in the page: a data block, and a list with microdata', async () => {
    const calendar = put();
    const list = document.createElement('ul');
    list.id = 'dates';
    const item = document.createElement('li');
    item.setAttribute('itemscope', '');
    item.setAttribute('itemtype', 'https://schema.org/Event');
    const name = document.createElement('b');
    name.setAttribute('itemprop', 'name');
    name.textContent = 'Loto';
    const time = document.createElement('time');
    time.setAttribute('itemprop', 'startDate');
    time.dateTime = '2026-06-13T20:00:00+02:00';
    item.append(name, time);
    list.append(item);
    calendar.element.append(list);
    const block = document.createElement('script');
    block.type = 'application/json';
    block.id = 'block';
    block.textContent = JSON.stringify([{name: 'Vœux', startDate: '2026-06-14T18:00'}]);
    calendar.box.append(block);
    // read when it comes into the page
    calendar.element.remove();
    calendar.element.src = '#block #dates';
    calendar.box.append(calendar.element);
    await until(() => calendar.names.length === 2, 'both');
    expect(calendar.names).to.deep.equal(['Loto', 'Vœux']);
    calendar.element.src = '';
    await until(() => calendar.names.join() === 'Loto', 'what stands inside');
  });

  it('reads a large calendar as well where there is no worker to be had', async () => {
    const many = Array.from({length: 800}, (_, i) => ({
      ...concert,
      summary: `Concert ${i} ${'x'.repeat(100)}`,
    }));
    const calendar = put(from(() => new Response(icsOf(...many))));
    await until(() => calendar.status === '800 évènements à venir', 'all of them');
    expect(warnings.join()).to.contain('The page itself reads the calendar');
  });
});
