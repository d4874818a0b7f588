// A hub that takes orders and sends nothing: what the mails cost is the difference to the one that does.
import {readConfig, startHub} from '@local-widgets/hub';

const hub = await startHub({
  config: readConfig({env: process.env, cwd: process.cwd()}),
  isManual: true,
});
process.once('SIGTERM', () => void hub.stop());
