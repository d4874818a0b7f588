import './check-node.mjs';

const {register} = await import('tsx/esm/api');
register();
const {main} = await import('../src/checks/main.ts');
process.exitCode = await main(process.argv.slice(2));
