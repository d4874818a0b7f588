import {addressStyles, adoptStyles, type LocalElement} from '@local-widgets/core';
import type {TemplateResult} from 'lit';
import type {PanelName} from '../details/bar.js';
import type {DetailsSettings} from '../details/details-settings.js';
import type {PanelPart} from '../search/panels.js';
import type {ShopsOwner} from '../state/shops-owner.js';
import {filtersPanelTemplate} from './filters-panel.js';
import {finderStyles} from './finder.styles.js';
import {NearPanel} from './near-panel.js';

/** Where to be near to, and what a place must offer. */
export class Finder implements PanelPart {
  private readonly near: NearPanel;

  constructor(
    private readonly host: LocalElement,
    private readonly owner: ShopsOwner,
  ) {
    const root = host.renderRoot as ShadowRoot;
    adoptStyles(root, addressStyles);
    adoptStyles(root, finderStyles);
    this.near = new NearPanel(host, owner);
  }

  panel(name: PanelName, settings: DetailsSettings, close: () => void): TemplateResult {
    if (name === 'near') return this.near.template(settings);
    const {owner, host} = this;
    const {shops} = owner;
    return filtersPanelTemplate(
      {
        open: shops.filters.open,
        chosen: shops.filters.features,
        features: shops.features,
        knowsHours: shops.index?.knowsHours ?? false,
        count: shops.indices.length,
        now: host.clock.now(),
        timeZone: settings.timeZone,
        ...owner.words(),
      },
      {
        open: open => owner.ask(shops => shops.filter({open})),
        toggle: feature => owner.ask(shops => shops.toggleFeature(feature)),
        reset: () => owner.ask(shops => shops.filter({open: undefined, features: new Set()})),
        close,
      },
    );
  }
}
