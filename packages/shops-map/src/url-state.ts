import type {LocalElement} from '@local-widgets/core';
import {shopsMapMessages} from './locales/index.js';
import {linkFr} from './locales/link.js';
import type {ShopsOwner} from './state/shops-owner.js';
import {UrlState} from './url-state/url-state.js';

shopsMapMessages.extend(linkFr);

/** The attributes that matter to the address of the page. */
interface LinkAttributes {
  readonly urlState: string | null;
  readonly timeZone: string;
}

/** Keeps filters, view and choice in the address of the page: loaded where the page wants that. */
export function linkFor(host: LocalElement & LinkAttributes, owner: ShopsOwner): UrlState {
  return new UrlState(host, {
    shops: owner.shops,
    get urlState() {
      return host.urlState;
    },
    get timeZone() {
      return host.timeZone;
    },
    get defaultSort() {
      return owner.defaultSort();
    },
    get pane() {
      return owner.pane();
    },
    set pane(pane) {
      owner.pane(pane);
    },
    view: () => owner.view(),
    showView: view => owner.showView(view),
    select: id => owner.select(id),
    unnamed: () => owner.words().messages.thisSpot,
  });
}
