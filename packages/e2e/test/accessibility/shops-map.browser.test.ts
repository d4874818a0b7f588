import {describeAccessibility} from '../../src/accessibility/suite.js';
import {shopsMap, failedMap} from '../../src/accessibility/walks/shops-map.js';

describeAccessibility(shopsMap);
describeAccessibility(failedMap);
