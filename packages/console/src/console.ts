/** What the hub's page at /desk/ loads: the element, registered. */
import './define.js';
