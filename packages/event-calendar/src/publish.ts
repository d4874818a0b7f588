/** What is shown, published for search engines: loaded for pages with the `json-ld` attribute. */
export {Publisher} from './publish/publisher.js';
