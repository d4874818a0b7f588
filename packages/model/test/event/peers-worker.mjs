// Other libraries work out rules here, where they can be ended: both have rules on which they never return.
import {parentPort} from 'node:worker_threads';
import ICAL from 'ical.js';
import rrule from 'rrule';

const peers = {
  rrule(rule, start, to) {
    const begin = new Date(start);
    const options = {...rrule.RRule.parseString(rule), dtstart: begin};
    return new rrule.RRule(options).between(begin, new Date(to), true).map(Number);
  },
  'ical.js'(rule, start, to) {
    const begin = ICAL.Time.fromJSDate(new Date(start), true);
    const dates = ICAL.Recur.fromString(rule).iterator(begin);
    const found = [];
    for (let date = dates.next(); date && found.length < 5000; date = dates.next()) {
      const instant = date.toUnixTime() * 1000;
      if (instant > to) break;
      found.push(instant);
    }
    return found;
  },
};

parentPort.on('message', ({peer, rule, start, to}) => {
  try {
    parentPort.postMessage({instants: peers[peer](rule, start, to)});
  } catch (error) {
    parentPort.postMessage({error: String(error)});
  }
});
