/** Price lists that stand in the page, in a file of their own: needed where no hub takes the orders. */
export {pageProducts} from './price-list/read-price-lists.js';
