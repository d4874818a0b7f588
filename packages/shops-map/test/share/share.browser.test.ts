import {expect} from '@open-wc/testing';
import type {Place} from '@local-widgets/model';
import {clockAt, until} from '../harness.js';
import {bakery, farm, manyPlaces, TUESDAY_MORNING} from '../places.js';
import {saveContact} from '../../src/share.js';
import {ShareHost} from './share-host.js';

/** What the browser was asked to save. */
interface Saved {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

const title = document.title;
const boxes: HTMLElement[] = [];
const fakes: (() => void)[] = [];

/** Puts something in the place of a part of the browser, until the test is over. */
function fake(target: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, {configurable: true, writable: true, value});
  fakes.push(() => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  });
}

function clipboard(): string[] {
  const copied: string[] = [];
  fake(navigator, 'clipboard', {
    writeText: (text: string) => Promise.resolve(void copied.push(text)),
  });
  return copied;
}

/** Catches downloads where they leave the page. */
function downloads(): Saved[] {
  const saved: Saved[] = [];
  const blobs = new Map<string, Blob>();
  const create = URL.createObjectURL.bind(URL);
  fake(URL, 'createObjectURL', (blob: Blob) => {
    const url = create(blob);
    blobs.set(url, blob);
    return url;
  });
  fake(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href)!;
    void blob.text().then(text => saved.push({name: this.download, type: blob.type, text}));
  });
  return saved;
}

async function panel(
  places: readonly Place[],
  {lang = 'fr', id = '', urlState}: {lang?: string; id?: string; urlState?: string} = {},
): Promise<ShareHost> {
  const box = document.createElement('div');
  box.lang = lang;
  const host = new ShareHost();
  host.id = id;
  if (urlState !== undefined) host.setAttribute('url-state', urlState);
  host.clock = clockAt(TUESDAY_MORNING);
  host.show(places);
  box.append(host);
  document.body.append(box);
  boxes.push(box);
  await host.updateComplete;
  return host;
}

const says = (host: ShareHost, status: string): Promise<void> =>
  until(() => host.status === status, `"${status}", only "${host.status}"`);

describe('the sharing panel of <local-shops-map>', () => {
  beforeEach(() => {
    document.title = 'Commerces & producteurs — Val-Orbelle';
    fake(navigator, 'share', undefined);
    fake(navigator, 'canShare', undefined);
  });

  afterEach(() => {
    for (const box of boxes.splice(0)) box.remove();
    for (const restore of fakes.splice(0).reverse()) restore();
    document.title = title;
  });

  it('is accessible, also with a text to copy by hand', async () => {
    fake(navigator, 'clipboard', undefined);
    const host = await panel([bakery, farm]);
    await expect(host).to.be.accessible();
    host.press('Copier le lien');
    await until(() => host.byHand, 'a text to copy');
    await expect(host).to.be.accessible();
  });

  it('offers everything with the number of places', async () => {
    const host = await panel(manyPlaces(64));
    expect(host.buttons).to.deep.equal([
      'Copier le lien',
      'Copier la liste (64 adresses)',
      'Imprimer (64 adresses)',
      'Tableur (CSV)',
      'Contacts (vCard)',
      'Carte (GeoJSON)',
    ]);
    const legends = [...host.renderRoot.querySelectorAll('legend')].map(each => each.textContent);
    expect(legends).to.deep.equal(['Partager', 'Télécharger 64 adresses']);
  });

  it('speaks English', async () => {
    const host = await panel([bakery, farm], {lang: 'en'});
    await until(() => host.buttons.includes('Copy the list (2 addresses)'), 'English');
  });

  it('says what to do when nothing is shown, and still shares the link', async () => {
    const host = await panel([]);
    expect(host.buttons).to.deep.equal(['Copier le lien']);
    expect(host.renderRoot.textContent).to.contain('retirez un filtre');
  });

  describe('the link', () => {
    it('is that of the page at the element, without url-state', async () => {
      const copied = clipboard();
      const host = await panel([farm], {id: 'carte des commerces'});
      host.press('Copier le lien');
      await says(host, 'Lien copié.');
      const page = location.href.replace(/#.*/, '');
      expect(copied).to.deep.equal([`${page}#carte%20des%20commerces`]);
    });

    it('is the address as it stands, with url-state', async () => {
      const copied = clipboard();
      const before = location.href;
      history.replaceState(history.state, '', '#plan');
      const host = await panel([farm], {urlState: 'carte'});
      host.press('Copier le lien');
      await says(host, 'Lien copié.');
      expect(copied).to.deep.equal([location.href]);
      history.replaceState(history.state, '', before);
    });

    it('goes to the device where that can share', async () => {
      const shared: ShareData[] = [];
      fake(navigator, 'share', (data: ShareData) => Promise.resolve(void shared.push(data)));
      const host = await panel([farm]);
      host.press('Partager le lien');
      await says(host, 'Lien partagé.');
      expect(shared[0]?.title).to.equal(document.title);
    });

    it('is copied where the device refuses', async () => {
      const copied = clipboard();
      fake(navigator, 'share', () => Promise.reject(new DOMException('no', 'NotAllowedError')));
      const host = await panel([farm]);
      host.press('Partager le lien');
      await says(host, 'Lien copié.');
      expect(copied).to.have.length(1);
    });

    it('goes nowhere when the person closes the sheet of the device', async () => {
      const copied = clipboard();
      fake(navigator, 'share', () => Promise.reject(new DOMException('closed', 'AbortError')));
      const host = await panel([farm]);
      host.press('Partager le lien');
      await host.updateComplete;
      await new Promise(resolve => setTimeout(resolve));
      expect(host.status).to.equal('');
      expect(copied).to.be.empty;
    });

    it('is there to be copied by hand, selected, where nothing else works', async () => {
      fake(navigator, 'clipboard', undefined);
      const host = await panel([farm]);
      host.press('Copier le lien');
      await until(() => host.byHand && host.shadowRoot?.activeElement === host.byHand, 'the text');
      const {value, selectionStart, selectionEnd, readOnly} = host.byHand!;
      expect(value).to.equal(location.href.replace(/#.*/, ''));
      expect([selectionStart, selectionEnd, readOnly]).to.deep.equal([0, value.length, true]);
      expect(host.status).to.contain('Ctrl + C');
    });
  });

  it('copies the list of exactly what is shown, in its order', async () => {
    const copied = clipboard();
    const host = await panel([...manyPlaces(30), farm, bakery]);
    host.shops.filter({categories: new Set(['farm', 'bakery'] as const)});
    await host.updateComplete;
    const {index, indices} = host.shops;
    host.press(`Copier la liste (${indices.length} adresses)`);
    await says(host, `Liste copiée, ${indices.length} adresses.`);
    const names = copied[0]?.split('\n\n').map(entry => entry.split(' — ')[0]);
    expect(names).to.deep.equal(indices.map(at => index?.places[at]?.name));
  });

  it('takes back what it said once another list is shown', async () => {
    clipboard();
    const host = await panel([farm, bakery]);
    host.press('Copier la liste (2 adresses)');
    await says(host, 'Liste copiée, 2 adresses.');
    host.shops.filter({categories: new Set(['farm'] as const)});
    await host.updateComplete;
    expect(host.status).to.equal('');
  });

  it('prints', async () => {
    let printed = 0;
    fake(window, 'print', () => printed++);
    const host = await panel([farm]);
    host.press('Imprimer (une adresse)');
    expect(printed).to.equal(1);
  });

  describe('a file', () => {
    it('has the title of the page and the date in its name', async () => {
      const saved = downloads();
      const host = await panel([bakery, farm]);
      for (const kind of ['Tableur (CSV)', 'Contacts (vCard)', 'Carte (GeoJSON)']) host.press(kind);
      await until(() => saved.length === 3, 'three files');
      const name = 'commerces-producteurs-val-orbelle-2026-11-24';
      expect(saved.map(file => `${file.name} ${file.type}`).sort()).to.deep.equal([
        `${name}.csv text/csv;charset=utf-8`,
        `${name}.geojson application/geo+json;charset=utf-8`,
        `${name}.vcf text/vcard;charset=utf-8`,
      ]);
      await says(host, `Fichier ${name}.geojson préparé, 2 adresses.`);
    });

    it('holds exactly what is shown, in its order', async () => {
      const saved = downloads();
      const host = await panel([farm, bakery, ...manyPlaces(25)]);
      host.shops.filter({categories: new Set(['farm', 'bakery'] as const)});
      await host.updateComplete;
      const {index, indices} = host.shops;
      host.press('Carte (GeoJSON)');
      await until(() => saved.length, 'a file');
      const {features} = JSON.parse(saved[0]!.text) as {features: {id: string}[]};
      expect(features.map(({id}) => id)).to.deep.equal(indices.map(at => index?.places[at]?.id));
    });

    it('is let go of once the browser has had time to ask where to save it', async () => {
      const saved = downloads();
      const revoked: string[] = [];
      const ends: (() => void)[] = [];
      const wait = window.setTimeout.bind(window);
      fake(URL, 'revokeObjectURL', (url: string) => revoked.push(url));
      fake(window, 'setTimeout', (work: () => void, time = 0) =>
        time >= 60_000 ? ends.push(work) : wait(work, time),
      );
      saveContact(farm);
      await until(() => saved.length, 'a contact');
      expect(revoked).to.be.empty;
      for (const end of ends) end();
      expect(revoked).to.have.length(1);
    });

    it('that cannot be made is told, with another way', async () => {
      fake(URL, 'createObjectURL', () => {
        throw new TypeError('no');
      });
      const host = await panel([farm]);
      host.press('Tableur (CSV)');
      await says(host, 'Le fichier n’a pas pu être préparé. Copiez plutôt la liste.');
    });

    it('of one place goes to the contacts', async () => {
      const saved = downloads();
      saveContact(farm);
      await until(() => saved.length, 'a contact');
      expect(saved[0]?.name).to.equal('ferme-des-alizes.vcf');
      expect(saved[0]?.text).to.contain('FN:Ferme des Alizés');
    });
  });
});
