import {describeAccessibility} from '../../src/accessibility/suite.js';
import {collectButton} from '../../src/accessibility/walks/collect-button.js';

describeAccessibility(collectButton);
