// What the journeys do in the workbench of a real VS Code: keys, places, pictures.
import fs from 'node:fs';
import path from 'node:path';
import { workbenchUrl } from '../../../scripts/vscode/server.mjs';

/** So long anything may take, however slow the machine: what is waited for is a state, never a time. */
export const PATIENCE = 180_000;

/** Asks again and again until the answer is yes. */
export async function until(page, ask, what) {
  for (let waited = 0; !(await ask()); waited += 100) {
    if (waited >= PATIENCE) throw new Error(`waited for ${what}`);
    await page.waitForTimeout(100);
  }
}

/**
 * Does something until it has had its effect: a key is lost while the workbench moves its focus. The
 * action is told whether it is done once more.
 */
export async function insist(page, action, hasEffect, what) {
  for (let waited = 0; waited < PATIENCE; waited += ONCE_MORE) {
    await action(waited > 0);
    for (let i = 0; i < ONCE_MORE / 100; i++) {
      if (await hasEffect()) return;
      await page.waitForTimeout(100);
    }
  }
  throw new Error(`in vain: ${what}`);
}
const ONCE_MORE = 6000;

/** When the workbench has shown all that has happened up to now, the status bar included. */
export function shown(page) {
  return page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))),
      ),
  );
}

const DESK = { width: 1440, height: 860 };

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
  static async open({ browser, server, workspace, pictures, viewport = DESK }) {
    const page = await browser.newPage({ viewport });
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(speakChinese);
    const workbench = new Workbench(page, workspace, pictures);
    await page.goto(workbenchUrl(server, workspace));
    await page.locator('.explorer-folders-view').waitFor();
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

  /** The entry of the menu of a file or folder, once it is there. */
  async menuEntry(name, words) {
    const row = this.explorerRow(name);
    await row.waitFor();
    const entry = this.page.locator('.context-view .action-item', { hasText: words });
    const ask = async (again) => {
      if (again) await this.page.keyboard.press('Escape');
      await row.click({ button: 'right' });
    };
    await insist(this.page, ask, () => entry.isVisible(), `${words} in the menu`);
    return entry;
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

  /** Runs a command by its name in the palette, or by so much of it that it comes first. */
  async command(title, typed = title) {
    const { keystrokes } = this;
    const first = this.page.locator('.quick-input-list .monaco-list-row').first();
    const offered = first.filter({ hasText: title });
    await insist(
      this.page,
      async (again) => {
        this.keystrokes = keystrokes; // a palette opened before the command is known does not count
        if (again) await this.page.keyboard.press('Escape');
        await openInput(this.page, 'F1');
        this.keystrokes++;
        await this.type(typed);
      },
      () => offered.isVisible(),
      `no command ${title}`,
    );
    return this.enter();
  }

  /** Waits until the title of the quick input says this, and its list is there. */
  async question(placeholder) {
    await this.page.locator(`.quick-input-widget input[placeholder*="${placeholder}"]`).waitFor();
  }

  /** Waits until a file of the workspace says what is wanted. */
  async saved(name, isWanted) {
    const file = path.join(this.workspace, name);
    const read = () => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');
    await until(this.page, () => isWanted(read()), `${name} to be saved: ${read()}`);
    return read();
  }
}

/** Puts the cursor on a line, behind some characters, by Ctrl+G. */
export async function goToLine(page, line, characters = 0) {
  const place = page.locator('[id="status.editor.selection"]');
  await insist(
    page,
    async (again) => {
      if (again) await page.keyboard.press('Escape');
      await openInput(page, 'Control+g');
      await page.keyboard.type(String(line));
      await enter(page);
      await focusEditor(page);
      for (let i = 0; i < characters; i++) await page.keyboard.press('ArrowRight');
      await shown(page);
    },
    async () => (await place.textContent()).includes(`Ln ${line}, Col ${characters + 1}`),
    `line ${line}`,
  );
}

/** Gives the keyboard to the editor. */
export async function focusEditor(page) {
  const hasFocus = () =>
    page.evaluate(() => document.activeElement?.closest('.monaco-editor.focused') != null);
  if (await hasFocus()) return;
  await insist(page, () => page.keyboard.press('Control+1'), hasFocus, 'focus in the editor');
}

/** Opens a quick input by a key. */
async function openInput(page, key) {
  const isOpen = () =>
    page.evaluate(() => document.activeElement?.closest('.quick-input-widget') != null);
  await insist(page, () => page.keyboard.press(key), isOpen, `an input by ${key}`);
}

/** Presses Enter until the quick input asks for something else, or is gone. */
async function enter(page) {
  // not its list: that may still be on the way
  const question = () =>
    page.evaluate(() => {
      const widget = document.querySelector('.quick-input-widget');
      if (!widget || getComputedStyle(widget).display === 'none') return '';
      const title = widget.querySelector('.quick-input-title')?.textContent;
      return `${title} ${widget.querySelector('input[type=text]')?.placeholder}`;
    });
  const before = await question();
  const isOther = async () => (await question()) !== before;
  await insist(page, () => page.keyboard.press('Enter'), isOther, `Enter on ${before}`);
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
