import type {BrowserLauncher, SessionResult} from '@web/test-runner-core';
import type {ChildProcess} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {endChild, startChild} from '../children.js';
import {freePort} from '../free-port.js';
import {cacheFolder} from '../root.js';
import {WebDriver} from './webdriver.js';
import {WebDriverPage} from './webdriver-page.js';

const startPatience = 20_000;

const settings = `${cacheFolder}/webkit`;
/** Lets the browser's bars shrink: with their usual padding the page is never below 447 px. */
const narrowBars = '* {min-width: 0; padding: 0; margin: 0; border-width: 0}';

interface Programs {
  /** WebKitGTK's small browser. */
  miniBrowser: string;
  driver: string;
  xvfb: string;
}

/** Runs tests in WebKitGTK on a virtual screen, one page at a time. */
export class WebKitLauncher implements BrowserLauncher {
  readonly name = 'Webkit';
  /** How the runner's commands talk to `getPage`; see WebDriverPage. */
  readonly type = 'playwright';
  readonly concurrency = 1;

  private active: string | undefined;
  private page: WebDriverPage | undefined;
  private started: Promise<WebDriver> | undefined;
  private screen: ChildProcess | undefined;
  private driver: ChildProcess | undefined;

  constructor(private readonly programs: Programs) {}

  async startSession(id: string, url: string): Promise<void> {
    const driver = await (this.started ??= this.start());
    this.active = id;
    this.page ??= new WebDriverPage(driver);
    // The size that the runner gives to its Chromium pages.
    await this.page.setViewportSize({width: 800, height: 600});
    await driver.go(url);
  }

  isActive(id: string): boolean {
    return this.active === id;
  }

  async getBrowserUrl(): Promise<string | undefined> {
    return (await this.started)?.url();
  }

  /** Asked for by the runner's commands, which come from a page that is running. */
  getPage(): WebDriverPage {
    if (this.page === undefined) throw new Error('WebKit is not running.');
    return this.page;
  }

  async stopSession(): Promise<SessionResult> {
    this.active = undefined;
    const driver = await this.started;
    await driver?.releaseActions();
    await driver?.go('about:blank');
    return {};
  }

  startDebugSession(): Promise<void> {
    return Promise.reject(new Error('WebKit has no debug mode here; use Chromium.'));
  }

  async stop(): Promise<void> {
    try {
      await (await this.started)?.close();
    } catch {
      // The browser may be gone; its processes are ended below in any case.
    }
    await endChild(this.driver);
    await endChild(this.screen);
    this.started = undefined;
  }

  private async start(): Promise<WebDriver> {
    mkdirSync(`${settings}/gtk-3.0`, {recursive: true});
    writeFileSync(`${settings}/gtk-3.0/gtk.css`, narrowBars);
    const display = await this.startScreen();
    const port = await freePort();
    this.driver = startChild(this.programs.driver, [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: display,
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        XDG_CONFIG_HOME: settings,
      },
    });
    const driver = new WebDriver(`http://127.0.0.1:${port}`);
    await driver.ready(startPatience);
    await driver.open({
      'webkitgtk:browserOptions': {binary: this.programs.miniBrowser, args: ['--automation']},
    });
    return driver;
  }

  /** Starts Xvfb, which chooses a free display itself and writes its number to descriptor 3. */
  private startScreen(): Promise<string> {
    const screen = startChild(
      this.programs.xvfb,
      ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
      {stdio: ['ignore', 'ignore', 'ignore', 'pipe']},
    );
    this.screen = screen;
    return new Promise((resolve, reject) => {
      const fail = (): void => {
        reject(new Error('Xvfb, the virtual screen WebKit needs, did not start.'));
      };
      screen.once('error', fail);
      screen.once('exit', fail);
      setTimeout(fail, startPatience).unref();
      screen.stdio[3]?.once('data', data => {
        resolve(`:${String(data).trim()}`);
      });
    });
  }
}
