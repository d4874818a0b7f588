import {bakery, farm} from '../../places.js';
import {published, putPublisher} from '../publish-host.js';

const violations: string[] = [];
const said: string[] = [];
console.warn = (...words: unknown[]) => said.push(words.map(String).join(' '));
document.addEventListener('securitypolicyviolation', ({effectiveDirective, sample}) =>
  violations.push(`${effectiveDirective}: ${sample}`),
);
if (new URLSearchParams(location.search).has('bare')) {
  for (const script of document.querySelectorAll('script')) script.remove();
}
const {host} = putPublisher([bakery]);
Object.assign(window, {violations, said, published, showMore: () => host.show([bakery, farm])});
