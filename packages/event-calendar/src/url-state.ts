/** Keeps what was asked in the address of the page: loaded for pages with the `url-state` attribute. */
export {UrlState} from './url-state/url-state.js';
