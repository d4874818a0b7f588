/** Orders through a WooCommerce shop, in a file of its own. */
export {wooCommerceBackEnd} from './back-ends/woocommerce.js';
