import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import type {Place} from '@local-widgets/model';
import {middle, openMap, type MapView} from './map/view-harness.js';
import {at, bakery, florist} from './places.js';

/** So many places at one address, and one a little away. */
function together(count: number): Place[] {
  const here = Array.from({length: count}, (_, i) => {
    const place: Place = {
      id: `s${i}`,
      name: `Stand ${i + 1}`,
      geo: at(0, 0),
      categories: ['market'],
    };
    return place;
  });
  return [...here, {...bakery, geo: at(400, 300)}];
}

const stands = (map: MapView): string[] => map.markers.filter(name => name.startsWith('Stand'));

describe('a cluster that no zoom takes apart', () => {
  it('says that it spreads, and whether it has', async () => {
    const map = await openMap(together(5));
    const cluster = map.button('5 adresses ici');
    expect(cluster.getAttribute('aria-label')).to.match(/ \(5\)\. Déployer$/);
    expect(cluster.getAttribute('aria-expanded')).to.equal('false');
    cluster.click();
    await map.rests();
    expect(cluster.getAttribute('aria-expanded')).to.equal('true');
    expect(stands(map)).to.have.lengthOf(5);
    expect(map.one('.lines').getAttribute('d')!.split('M')).to.have.lengthOf(6);
    await expect(map.element).to.be.accessible();
  });

  it('is no thing that expands when a zoom takes it apart, or when it is too much', async () => {
    const map = await openMap([...together(40), {...florist, geo: at(410, 310)}]);
    expect(map.button('40 adresses ici').hasAttribute('aria-expanded')).to.equal(false);
    map.button('40 adresses ici').click();
    expect(map.groups.map(({length}) => length)).to.deep.equal([40]);
    expect(stands(map)).to.be.empty;
    const near = map.button('2 adresses :');
    expect(near.hasAttribute('aria-expanded')).to.equal(false);
    expect(near.getAttribute('aria-label')).to.match(/Zoomer$/);
  });

  for (const count of [2, 9, 20]) {
    it(`gives each of its ${count} members a place of its own inside the frame`, async () => {
      const map = await openMap(together(count));
      map.button(`${count} adresses ici`).click();
      await map.rests();
      const frame = map.canvas.getBoundingClientRect();
      const middles = map
        .all('.canvas button')
        .filter(button => !button.dataset['id']?.startsWith('bakery'))
        .map(button => middle(button));
      expect(middles).to.have.lengthOf(count + 1);
      middles.forEach(([x, y], i) => {
        expect(x).to.be.within(frame.left + 22, frame.right - 22);
        expect(y).to.be.within(frame.top + 22, frame.bottom - 22);
        for (const [otherX, otherY] of middles.slice(i + 1)) {
          expect(Math.hypot(x - otherX, y - otherY)).to.be.at.least(43);
        }
      });
    });
  }

  it('gives the keyboard to its first member, and takes it back with Escape', async () => {
    const map = await openMap(together(3));
    map.button('3 adresses ici').focus();
    await sendKeys({press: 'Enter'});
    await map.rests();
    expect(map.focused).to.match(/^Stand 1,/);
    await sendKeys({press: 'Tab'});
    expect(map.focused).to.match(/^Stand 2,/);
    await sendKeys({press: 'Escape'});
    expect(map.focused).to.match(/^3 adresses ici/);
    expect(stands(map)).to.be.empty;
    expect(map.all('.lines')).to.be.empty;
    expect(map.button('3 adresses ici').getAttribute('aria-expanded')).to.equal('false');
  });

  it('keeps Escape for the page when nothing is spread', async () => {
    const map = await openMap(together(3));
    const heard: boolean[] = [];
    map.element.addEventListener('keydown', event => heard.push(event.defaultPrevented));
    map.button('3 adresses ici').focus();
    await sendKeys({press: 'Escape'});
    expect(heard).to.deep.equal([false]);
  });

  it('stays spread when a member is chosen', async () => {
    const map = await openMap(together(4));
    map.button('4 adresses ici').click();
    await map.rests();
    map.button('Stand 2').click();
    await map.rests();
    expect(map.chosen).to.deep.equal(['Stand 2']);
    expect(stands(map)).to.have.lengthOf(4);
    expect(map.button('Stand 2').getAttribute('aria-current')).to.equal('true');
    expect(map.button('Stand 1').hasAttribute('aria-current')).to.equal(false);
  });

  it('gathers again with a click elsewhere on the map, and gets the keyboard', async () => {
    const map = await openMap(together(4));
    await sendMouse({type: 'click', position: middle(map.button('4 adresses ici'))});
    await map.rests();
    const {left, bottom} = map.canvas.getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.ceil(left) + 20, Math.floor(bottom) - 60]});
    await map.rests();
    expect(stands(map)).to.be.empty;
    expect(map.focused).to.match(/^4 adresses ici/);
  });

  it('gathers again when pressed again, or when another marker is chosen', async () => {
    const map = await openMap(together(4));
    map.button('4 adresses ici').click();
    await map.rests();
    map.button('4 adresses ici').click();
    await map.rests();
    expect(stands(map)).to.be.empty;
    map.button('4 adresses ici').click();
    await map.rests();
    map.button('Boulangerie du Pont').click();
    await map.rests();
    expect(stands(map)).to.be.empty;
    expect(map.chosen).to.deep.equal(['Boulangerie du Pont']);
  });

  it('gathers again with a zoom, and the keyboard stays on it', async () => {
    const map = await openMap(together(4));
    map.button('4 adresses ici').focus();
    await sendKeys({press: 'Enter'});
    await map.rests();
    map.button('Dézoomer').click();
    await map.rests();
    expect(stands(map)).to.be.empty;
    expect(map.focused).to.match(/^(4|5) adresses/);
  });

  it('gathers again with a filter, and stays spread while the map moves', async () => {
    const map = await openMap(together(4));
    map.button('4 adresses ici').click();
    await map.rests();
    map.canvas.focus();
    await sendKeys({press: 'ArrowRight'});
    await map.rests();
    expect(stands(map)).to.have.lengthOf(4);
    map.change({indices: [0, 1, 4]});
    await map.rests();
    expect(stands(map)).to.be.empty;
    expect(map.button('2 adresses ici').getAttribute('aria-expanded')).to.equal('false');
  });
});
