// The pages of the form's panel in a real Chromium, under the policy that they have in VS Code.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { BUILD_ERROR } from '../setup.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ORIGIN = 'http://nianbao.test';
const NONCE = 'only-for-tests';

export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** Colours of VS Code's own themes, as far as the pages ask for them. */
const COLOURS: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light: {
    foreground: '#3b3b3b',
    descriptionForeground: '#3b3b3b',
    'editor-foreground': '#3b3b3b',
    'editor-background': '#ffffff',
    'charts-blue': '#0063d3',
    'charts-orange': '#d18616',
    'editorError-foreground': '#e51400',
    'textLink-foreground': '#005fb8',
    'panel-border': '#e5e5e5',
    focusBorder: '#005fb8',
    'button-secondaryForeground': '#3b3b3b',
    'button-secondaryBackground': '#e5e5e5',
  },
  dark: {
    foreground: '#cccccc',
    descriptionForeground: '#9d9d9d',
    'editor-foreground': '#cccccc',
    'editor-background': '#1f1f1f',
    'charts-blue': '#59a4f9',
    'charts-orange': '#d18616',
    'editorError-foreground': '#f85149',
    'textLink-foreground': '#4daafc',
    'panel-border': '#2b2b2b',
    focusBorder: '#0078d4',
    'button-secondaryForeground': '#cccccc',
    'button-secondaryBackground': '#313131',
  },
  contrast: {
    foreground: '#ffffff',
    descriptionForeground: '#ffffff',
    'editor-foreground': '#ffffff',
    'editor-background': '#000000',
    'charts-blue': '#59a4f9',
    'charts-orange': '#ff8b00',
    'editorError-foreground': '#f48771',
    'textLink-foreground': '#21a6ff',
    contrastBorder: '#6fc3df',
    focusBorder: '#f38518',
  },
};

const styleOf = (theme: Theme) => {
  const colours = Object.entries(COLOURS[theme]).map(
    ([name, colour]) => `--vscode-${name}:${colour};`,
  );
  return `:root{--vscode-font-family:"Noto Sans CJK SC", sans-serif;${colours.join('')}}`;
};

export interface PageUnderTest {
  readonly page: Page;
  /** What the policy has refused, and what has gone wrong. */
  readonly wrong: string[];
}

export async function launch(): Promise<Browser> {
  const file = pathToFileURL(path.join(ROOT, 'scripts/vscode/chromium.mjs')).href;
  const { launchChromium } = await import(file);
  return launchChromium();
}

/** What drives the pages, with the list of relations, which is part of a bundle that talks to VS Code. */
let bundle: Promise<string> | undefined;

function driver(): Promise<string> {
  bundle ??= build({
    entryPoints: [path.join(import.meta.dirname, 'driver.mjs')],
    bundle: true,
    format: 'iife',
    write: false,
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return bundle;
}

/** In the place of VS Code: what the page says, is kept. */
const HOST = `globalThis.said = [];
globalThis.acquireVsCodeApi = () => ({ postMessage: (message) => globalThis.said.push(message) });`;

/** Opens the parts of the form's panel, driven by the tests, or the page of a review as it is. */
export async function openPage(
  browser: Browser,
  theme: Theme,
  width: number,
  which: 'form' | 'review' = 'form',
): Promise<PageUnderTest> {
  if (process.env[BUILD_ERROR]) throw new Error(process.env[BUILD_ERROR]);
  const dist = (name: string) => fs.readFileSync(path.join(ROOT, 'dist', name), 'utf8');
  const policy = `default-src 'none'; script-src 'nonce-${NONCE}'; style-src ${ORIGIN}; img-src data: blob:`;
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/style.css': ['text/css', dist(`${which}.style.css`)],
    '/theme.css': ['text/css', styleOf(theme)],
    '/first.js': ['text/javascript', which === 'form' ? await driver() : HOST],
    '/second.js': ['text/javascript', dist(which === 'form' ? 'charts.js' : 'review.js')],
    '/': [
      'text/html',
      `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>年报</title>
<link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/style.css"></head>
<body>${which === 'form' ? '<main id="root"></main>' : ''}<script nonce="${NONCE}" src="/first.js"></script>
<script nonce="${NONCE}" src="/second.js"></script></body></html>`,
    ],
  };
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
  });
  page.on('dialog', (dialog) => {
    wrong.push(`executed: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route('**/*', (route) => {
    const [contentType, body] = files[new URL(route.request().url()).pathname] ?? [];
    if (!contentType) return route.abort();
    return route.fulfill({ contentType: `${contentType}; charset=utf-8`, body: body ?? '' });
  });
  await page.goto(`${ORIGIN}/`);
  return { page, wrong };
}

/** Calls a function of the driver. */
export function driven<T>(page: Page, name: string, ...values: readonly unknown[]): Promise<T> {
  const call = `driver.${name}(${values.map((value) => JSON.stringify(value)).join(', ')})`;
  return page.evaluate<T>(call);
}
