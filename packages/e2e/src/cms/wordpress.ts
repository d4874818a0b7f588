import {once} from 'node:events';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {endChild, startChild} from '../../../dev/src/children.js';
import {freePort} from '../../../dev/src/free-port.js';
import {php, runPhp} from '../../../dev/src/testing/php.js';
import {putWordpress} from './wordpress-files.js';

/** Milliseconds in which a server of PHP has to answer. */
const PATIENCE = 30_000;

/** A WordPress of its own, in French, served on 127.0.0.1. */
export class WordPress {
  #server: ReturnType<typeof startChild> | undefined;

  private constructor(
    readonly folder: string,
    readonly address: string,
  ) {}

  /** The user `admin` has the password `admin`. */
  static async install(): Promise<WordPress> {
    const folder = mkdtempSync(join(tmpdir(), 'local-widgets-wordpress-'));
    const site = new WordPress(folder, `http://127.0.0.1:${await freePort()}`);
    putWordpress(folder, site.address);
    site.run(
      `require_once ABSPATH . 'wp-admin/includes/upgrade.php';
      wp_install('Sainte-Aubrette', 'admin', 'mairie@commune.example', true, '', 'admin');
      update_option('WPLANG', 'fr_FR');`,
      {isInstalled: false},
    );
    return site;
  }

  /** Runs PHP inside of this WordPress, as its administrator. @returns what it returns, by way of JSON */
  run(code: string, {isInstalled = true} = {}): unknown {
    const file = join(this.folder, 'run.php');
    writeFileSync(
      file,
      `<?php
define('WP_INSTALLING', ${!isInstalled});
$_SERVER['HTTP_HOST'] = '${new URL(this.address).host}';
require __DIR__ . '/wp-load.php';
if (${isInstalled}) {
    wp_set_current_user(1);
}
$result = (function ($input) {
${code}
})(null);
echo "\\nresult:", json_encode($result);
`,
    );
    const output = runPhp(file);
    return JSON.parse(output.slice(output.lastIndexOf('\nresult:') + 8)) as unknown;
  }

  /** Installs a plugin from its archive as the administration does, and switches it on. */
  addPlugin(archive: Buffer, main: string): void {
    const file = join(this.folder, 'plugin.zip');
    writeFileSync(file, archive);
    const result = this.run(
      `require_once ABSPATH . 'wp-admin/includes/admin.php';
      require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
      $upgrader = new Plugin_Upgrader(new Automatic_Upgrader_Skin());
      $done = $upgrader->install('${file}');
      $active = activate_plugin('${main}');
      return [is_wp_error($done) ? $done->get_error_message() : $done, is_wp_error($active) ? $active->get_error_message() : null];`,
    ) as [unknown, unknown];
    if (result[0] !== true || result[1] !== null) throw new Error(JSON.stringify(result));
  }

  /** Puts a file where uploads are. @returns its address */
  upload(name: string, content: Buffer | string): string {
    const folder = join(this.folder, 'wp-content/uploads');
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, name), content);
    return `${this.address}/wp-content/uploads/${name}`;
  }

  /** Publishes a page. @returns its address */
  publish(title: string, content: string): string {
    const text = (value: string) => `base64_decode('${Buffer.from(value).toString('base64')}')`;
    const id = this.run(
      `return wp_insert_post(wp_slash(['post_type' => 'page', 'post_status' => 'publish',
        'post_title' => ${text(title)}, 'post_content' => ${text(content)}]));`,
    );
    return `${this.address}/?page_id=${String(id)}`;
  }

  async serve(): Promise<void> {
    const {host} = new URL(this.address);
    this.#server = startChild(php!, ['-S', host, '-t', this.folder], {stdio: 'ignore'});
    const until = performance.now() + PATIENCE;
    while (performance.now() < until) {
      const answer = await fetch(`${this.address}/wp-includes/version.php`).catch(() => undefined);
      if (answer) return;
      await wait(50);
    }
    throw new Error('The server of PHP does not answer.');
  }

  /** Warnings and errors of PHP since the last time, but for news that WordPress cannot fetch, and SQLite's own. */
  log(): string {
    const file = join(this.folder, 'wp-content/debug.log');
    try {
      const text = readFileSync(file, 'utf8');
      rmSync(file);
      return text
        .split('\n')
        .filter(line => !/WordPress\.org|\/wp-content\/sqlite\//.test(line))
        .join('\n');
    } catch {
      return '';
    }
  }

  async remove(): Promise<void> {
    const ended = this.#server && this.#server.exitCode === null && once(this.#server, 'exit');
    await endChild(this.#server);
    await ended;
    rmSync(this.folder, {recursive: true});
  }
}
