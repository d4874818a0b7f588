import {compare, instants} from './reference.js';
import fc from 'fast-check';
import {openingHoursValue} from './generator.js';
const at=instants(51.75); let n=0,u=0,bad=0,nc=0;
for(const v of fc.sample(openingHoursValue,{seed:1,numRuns:500})){const c=compare(v,at); if(!c){nc++; if(nc<12)console.log('NC',v);continue} n+=c.compared;u+=c.unknown; if(c.wrong.length){bad++; if(bad<25)console.log('WRONG',v,c.wrong.length,c.wrong.slice(0,2));}}
console.log({n,u,bad,nc});
