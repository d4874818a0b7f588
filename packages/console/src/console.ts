/** What the hub's page at /desk/ loads: the elements, registered. */
import './define.js';
