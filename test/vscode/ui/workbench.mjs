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
    await this.press('Control+g');
    await this.page.keyboard.type(String(line));
    await this.press('Enter');
  }

  /** Runs a command by its name in the palette. */
  async command(title) {
    const { keystrokes } = this;
    const first = this.page.locator('.quick-input-list .monaco-list-row').first();
    const isOffered = () =>
      first
        .filter({ hasText: title })
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
    for (let attempt = 1; attempt <= 10; attempt++) {
      this.keystrokes = keystrokes; // a palette opened before the command is known does not count
      await this.press('F1');
      await this.page.locator('.quick-input-widget input').first().waitFor();
      await this.type(title);
      if (await isOffered()) return this.press('Enter');
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
