import {loadFeed} from '../../../src/feed/load-feed.js';

Object.assign(window, {loadFeed});
