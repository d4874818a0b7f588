import {describeAccessibility} from '../../src/accessibility/suite.js';
import {chat, neighbours, contactCard} from '../../src/accessibility/walks/chat.js';

describeAccessibility(chat);
describeAccessibility(neighbours);
describeAccessibility(contactCard);
