import {setTimeout as sleep} from 'node:timers/promises';
import type {WebDriver} from './webdriver.js';

type Button = 'left' | 'middle' | 'right';
const buttons = {left: 0, middle: 1, right: 2};

/** Key names of the DOM and their code points: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keys: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/**
 * The part of Playwright's page that the test runner's commands use (sendKeys, sendMouse,
 * setViewport), over WebDriver. The commands know a "webdriver" family too, but hold no key down
 * there and set no viewport.
 */
export class WebDriverPage {
  readonly keyboard = {
    type: (text: string): Promise<void> =>
      this.keys(Array.from(text).flatMap(char => [down(char), up(char)])),
    press: (key: string): Promise<void> => this.keys([down(key), up(key)]),
    down: (key: string): Promise<void> => this.keys([down(key)]),
    up: (key: string): Promise<void> => this.keys([up(key)]),
  };

  readonly mouse = {
    move: (x: number, y: number): Promise<void> => this.pointer([move(x, y)]),
    click: (x: number, y: number, {button}: {button?: Button} = {}): Promise<void> =>
      this.pointer([move(x, y), press(button), release(button)]),
    down: ({button}: {button?: Button} = {}): Promise<void> => this.pointer([press(button)]),
    up: ({button}: {button?: Button} = {}): Promise<void> => this.pointer([release(button)]),
  };

  constructor(private readonly driver: WebDriver) {}

  /** Sizes the window until the page has the wanted CSS pixels; throws when it never does. */
  async setViewportSize({width, height}: {width: number; height: number}): Promise<void> {
    for (let tries = 0; tries < 40; tries++) {
      const [inner, outer] = await this.sizes();
      if (inner[0] === width && inner[1] === height) return;
      // The window's own bars take a part that is only known once it is shown.
      if (tries % 10 === 0) {
        const [barWidth, barHeight] = [outer[0] - inner[0], outer[1] - inner[1]];
        await this.driver.setWindowSize(width + barWidth, height + barHeight);
      }
      await sleep(50);
    }
    throw new Error(`The window of this browser cannot show a page of ${width} × ${height}.`);
  }

  private async sizes(): Promise<[[number, number], [number, number]]> {
    const script = 'return [[innerWidth, innerHeight], [outerWidth, outerHeight]]';
    return (await this.driver.evaluate(script)) as [[number, number], [number, number]];
  }

  private async keys(actions: object[]): Promise<void> {
    await this.driver.actions({type: 'key', id: 'keyboard', actions});
  }

  private async pointer(actions: object[]): Promise<void> {
    const parameters = {pointerType: 'mouse'};
    await this.driver.actions({type: 'pointer', id: 'mouse', parameters, actions});
  }
}

function down(key: string): object {
  return {type: 'keyDown', value: keyValue(key)};
}

function up(key: string): object {
  return {type: 'keyUp', value: keyValue(key)};
}

function keyValue(key: string): string {
  const value = keys[key] ?? key;
  if (Array.from(value).length !== 1) throw new Error(`Unknown key "${key}".`);
  return value;
}

function move(x: number, y: number): object {
  return {type: 'pointerMove', origin: 'viewport', duration: 0, x, y};
}

function press(button: Button = 'left'): object {
  return {type: 'pointerDown', button: buttons[button]};
}

function release(button: Button = 'left'): object {
  return {type: 'pointerUp', button: buttons[button]};
}
