import {expect, fixture} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import {LocalElement, property, state} from '../../src/index.js';

class Lamp extends LocalElement {
  @property() colour = 'white';
  @property({attribute: 'watt-hours', type: Number}) wattHours = 0;
  @property({attribute: false}) owner: string | undefined;
  @state() lit = false;

  override render(): TemplateResult {
    return html`${this.colour} ${this.wattHours} ${this.owner} ${this.lit}`;
  }
}
customElements.define('local-lamp', Lamp);

describe('property and state', () => {
  it('read attributes, by their own name and type', async () => {
    const lamp = await fixture<Lamp>('<local-lamp colour="red" watt-hours="12"></local-lamp>');
    expect(lamp.colour).to.equal('red');
    expect(lamp.wattHours).to.equal(12);
    lamp.setAttribute('colour', 'green');
    await lamp.updateComplete;
    expect(lamp.shadowRoot?.textContent).to.match(/^green 12/);
  });

  it('keep their defaults, and render again when set', async () => {
    const lamp = await fixture<Lamp>('<local-lamp owner="nobody" lit></local-lamp>');
    expect([lamp.colour, lamp.wattHours, lamp.owner, lamp.lit]).to.deep.equal([
      'white',
      0,
      undefined,
      false,
    ]);
    lamp.owner = 'Zoé';
    lamp.lit = true;
    await lamp.updateComplete;
    expect(lamp.shadowRoot?.textContent).to.equal('white 0 Zoé true');
  });

  it('leave the properties of the base class in place', () => {
    expect(Lamp.observedAttributes).to.have.members(['colour', 'watt-hours']);
    expect(Lamp.elementProperties.has('clock')).to.equal(true);
    expect(LocalElement.elementProperties.has('colour')).to.equal(false);
  });
});
