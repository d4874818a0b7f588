import {expect, fixture, html} from '@open-wc/testing';
import {executeServerCommand, sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import {LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';

@customElement('dev-greeting')
class DevGreeting extends LitElement {
  @property() name = 'world';

  override render() {
    return html`<button>Hello ${this.name}</button>`;
  }
}

describe('the browser tests', () => {
  it('compile decorators of Lit', async () => {
    const element = await fixture<DevGreeting>(html`<dev-greeting name="you"></dev-greeting>`);
    expect(element.shadowRoot?.textContent).to.equal('Hello you');
  });

  it('send the keyboard to the focused field, with a modifier held', async () => {
    const box = await fixture(html`<div><input aria-label="a" /><input aria-label="b" /></div>`);
    const [first, second] = box.querySelectorAll('input');
    first?.focus();
    await sendKeys({type: 'Été 3'});
    expect(first?.value).to.equal('Été 3');
    await sendKeys({press: 'Tab'});
    expect(document.activeElement).to.equal(second);
    await sendKeys({down: 'Shift'});
    await sendKeys({press: 'Tab'});
    await sendKeys({up: 'Shift'});
    expect(document.activeElement).to.equal(first);
  });

  it('click where they are told', async () => {
    let clicks = 0;
    const button = await fixture(html`<button @click=${() => clicks++}>Press</button>`);
    const {x, y} = button.getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.round(x + 3), Math.round(y + 3)]});
    expect(clicks).to.equal(1);
  });

  it('set a narrow viewport', async () => {
    await setViewport({width: 320, height: 640});
    expect([innerWidth, innerHeight]).to.deep.equal([320, 640]);
    await setViewport({width: 800, height: 600});
    expect([innerWidth, innerHeight]).to.deep.equal([800, 600]);
  });

  it('emulate forced colours where the engine can', async function () {
    const answer = await executeServerCommand('emulate-media-features', {
      'forced-colors': 'active',
    });
    if (answer === 'unsupported') this.skip();
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    await executeServerCommand('emulate-media-features', {});
    expect(matchMedia('(forced-colors: active)').matches).to.equal(false);
  });

  it('find tiles and feeds on their server', async () => {
    const tile = new Image();
    tile.src = '/__tiles/3/4/5.png';
    await tile.decode();
    expect(tile.naturalWidth).to.equal(256);
    const feed = await fetch('/__feeds/geojson?n=3');
    const {features} = (await feed.json()) as {features: unknown[]};
    expect(features.length).to.equal(3);
  });

  it('meet a second origin with and without CORS', async () => {
    const origin = await (await fetch('/__feeds/other-origin')).text();
    expect((await fetch(`${origin}/places.geojson`)).ok).to.equal(true);
    const refused = await fetch(`${origin}/no-cors/places.geojson`).catch(
      (error: unknown) => error,
    );
    expect(refused).to.be.instanceOf(TypeError);
  });
});
