import type {HubContext} from '../context.js';
import {errorFacts} from '../outbox/error-facts.js';
import {systemAfter} from '../after.js';
import {MatrixBridge} from './matrix/matrix-bridge.js';
import type {SmtpReceiver} from './mail/smtp-receiver.js';
import {VisitorMailBridge} from './mail/visitor-mail-bridge.js';
import type {MailBridgeOptions} from './options.js';
import {tellState} from './pump/states.js';
import {runBridges} from './run-bridges.js';
import type {RunBridgesOptions, RunningBridges} from './run-bridges.js';
import {startTidying} from './tidy.js';
import {XmppBridge} from './xmpp/xmpp-bridge.js';

/** Runs the bridges that the configuration names, from now on. */
export async function startBridges(
  context: HubContext,
  options: RunBridgesOptions = {},
): Promise<RunningBridges> {
  const {mail, xmpp, matrix} = context.config.bridges;
  const {after = systemAfter} = options;
  const receiver = mail && keepReceiver(context, mail, after);
  const running = await runBridges(
    context,
    [
      new VisitorMailBridge(context),
      ...(xmpp ? [new XmppBridge(context, {account: xmpp, after})] : []),
      ...(matrix ? [new MatrixBridge(context, matrix, {after})] : []),
    ],
    options,
  );
  const tidying = startTidying(context, after);
  return {
    async stop() {
      tidying.stop();
      await receiver?.stop();
      await running.stop();
    },
  };
}

/** Milliseconds before a port that is taken is tried again. */
const RETRY = 30_000;

/**
 * Takes mails in for as long as the process runs. A port that is taken, by another process of the hub perhaps,
 * keeps nothing else from working: it is tried again.
 */
function keepReceiver(
  context: HubContext,
  {smtp, ...mail}: MailBridgeOptions,
  after: NonNullable<RunBridgesOptions['after']>,
): RunningBridges {
  const {db, clock, log} = context;
  const tell = (state: 'up' | 'down', fault?: string) =>
    tellState(db, 'mail', {state, fault}, clock.now()).catch(() => undefined);
  let receiver: SmtpReceiver | undefined;
  let isStopped = false;
  let callOff = () => {};
  const start = async () => {
    if (!smtp) return tell('up');
    try {
      // a server of mail is for those who want one: five megabytes of memory
      const {startSmtpReceiver} = await import('./mail/smtp-receiver.js');
      receiver = await startSmtpReceiver(context, {...mail, smtp});
      log.info({bridge: 'mail', port: receiver.port}, 'Answers by mail are taken in.');
      await tell('up');
    } catch (error) {
      const {code = 'no reason given'} = error as {code?: string};
      const fault = `No mails are taken in (${code}).`;
      const {host, port} = smtp;
      log.error({bridge: 'mail', host, port, error: errorFacts(error)}, fault);
      await tell('down', fault);
      if (isStopped) return;
      callOff = after(RETRY, () => {
        starting = start();
      });
    }
  };
  let starting = start();
  return {
    async stop() {
      isStopped = true;
      callOff();
      await starting;
      await receiver?.stop();
      if (receiver) await tell('down', 'No process of the hub runs it.');
    },
  };
}
