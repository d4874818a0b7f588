import './check-node.mjs';

const {register} = await import('tsx/esm/api');
register();
const {main} = await import('../src/start/main.ts');
const code = await main(process.argv.slice(2));
if (code !== undefined) process.exitCode = code;
