// What the journeys do in the workbench of a real VS Code: keys, places, pictures.
import fs from 'node:fs';
import path from 'node:path';
import { workbenchUrl } from '../../../scripts/vscode/server.mjs';

/** A window on a folder. */
export class Workbench {
  /** Keys pressed, as a user would count them; a character typed is one. */
  keystrokes = 0;

  constructor(page, workspace, pictures) {
    this.page = page;
    this.workspace = workspace;
    this.pictures = pictures;
    fs.mkdirSync(pictures, { recursive: true });
  }

  /** Opens a window and waits for its explorer. */
  static async open({ browser, server, workspace, pictures }) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
    await page.addInitScript(speakChinese);
    const workbench = new Workbench(page, workspace, pictures);
    await page.goto(workbenchUrl(server, workspace));
    await page.locator('.explorer-folders-view').waitFor({ timeout: 60_000 });
    return workbench;
  }

  picture(name) {
    return this.page.screenshot({ path: path.join(this.pictures, `${name}.png`) });
  }

  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.keystrokes++;
    }
  }

  /** Types as an input method does: the characters arrive, each is a keystroke. */
  async type(text) {
    await this.page.keyboard.insertText(text);
    this.keystrokes += [...text].length;
  }

  explorerRow(name) {
    return this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  }

  async goToLine(line) {
    await goToLine(this.page, line);
    this.keystrokes += String(line).length + 2;
  }

  /** Enter in a quick input: once more if the workbench was not ready for it. */
  async enter() {
    await enter(this.page);
    this.keystrokes++;
  }

  /** Runs a command by its name in the palette. */
  async command(title) {
    const { keystrokes } = this;
    const first = this.page.locator('.quick-input-list .monaco-list-row').first();
    const offered = first.filter({ hasText: title });
    for (let attempt = 1; attempt <= 10; attempt++) {
      this.keystrokes = keystrokes; // a palette opened before the command is known does not count
      await this.press('F1');
      await this.page.locator('.quick-input-widget input').first().waitFor();
      await this.type(title);
      if (await appears(offered)) return this.enter();
      await this.page.keyboard.press('Escape');
    }
    throw new Error(`no command ${title}`);
  }

  /** Waits until the title of the quick input says this, and its list is there. */
  async question(placeholder) {
    await this.page
      .locator(`.quick-input-widget input[placeholder*="${placeholder}"]`)
      .waitFor({ timeout: 20_000 });
  }

  /** Waits until a file of the workspace says what is wanted. */
  async saved(name, isWanted) {
    const file = path.join(this.workspace, name);
    const read = () => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');
    for (let i = 0; i < 100 && !isWanted(read()); i++) await this.page.waitForTimeout(50);
    return read();
  }
}

/** Puts the cursor at the beginning of a line, by Ctrl+G. */
export async function goToLine(page, line) {
  const input = page.locator('.quick-input-widget .quick-input-box input').first();
  for (let attempt = 1; attempt <= 5; attempt++) {
    await page.keyboard.press('Control+g'); // lost while the focus moves
    if (await appears(input)) break;
  }
  await page.keyboard.type(String(line));
  await enter(page);
  await page.locator('.monaco-editor.focused').first().waitFor();
}

/** Presses Enter until the quick input is another one, or gone. */
async function enter(page) {
  const shown = () =>
    page.evaluate(() => {
      const widget = document.querySelector('.quick-input-widget');
      return widget && getComputedStyle(widget).display !== 'none' ? widget.textContent : '';
    });
  // its list may still be on the way
  let before = await shown();
  for (let now = ''; now !== before; ) {
    await page.waitForTimeout(200);
    [now, before] = [before, await shown()];
  }
  for (let attempt = 1; attempt <= 5; attempt++) {
    await page.keyboard.press('Enter');
    for (let i = 0; i < 30; i++) {
      if ((await shown()) !== before) return;
      await page.waitForTimeout(100);
    }
  }
  throw new Error(`Enter was not taken: ${before}`);
}

async function appears(locator) {
  return locator.waitFor({ timeout: 3000 }).then(
    () => true,
    () => false,
  );
}

/** What a Chinese VS Code says of itself to extensions: their names come in Chinese then. */
export function speakChinese() {
  globalThis._VSCODE_NLS_LANGUAGE = 'zh-cn';
}

/** The box of the squiggle on the line of a text that begins where the text does; undefined: none. */
export const squiggleUnder = (text) => {
  const walker = document.createTreeWalker(
    document.querySelector('.monaco-editor .view-lines') ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  while (walker.nextNode()) {
    const at = walker.currentNode.textContent.indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + text.length);
    const letters = range.getBoundingClientRect();
    for (const squiggle of document.querySelectorAll('.monaco-editor [class*=squiggly-]')) {
      const { x, y, width, height } = squiggle.getBoundingClientRect();
      const sameLine = y < letters.bottom && y + height > letters.top;
      if (sameLine && x < letters.right - 1 && x + width > letters.left + 1)
        return { x, y, width, height };
    }
  }
  return undefined;
};

/** In the page: whether two letters look different; without a font both are the same box. */
export const drawsDifferently = ([one, other]) => {
  const pixels = (letter) => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    context.font = '40px monospace';
    context.fillText(letter, 10, 60);
    return context.getImageData(0, 0, 80, 80).data.join();
  };
  return pixels(one) !== pixels(other);
};
