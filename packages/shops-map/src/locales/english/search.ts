import type {SearchMessages} from '../search.js';

export const searchEn: SearchMessages = {
  closePanel: 'Close',
  active: 'Active filters',
  remove: what => `Remove the filter: ${what}`,
  openOn: when => `Open ${when}`,
  nearTo: place => `Near ${place}`,
  panelLoading: 'Loading…',
};
