// The browser in which tests see VS Code.
import { chromium } from 'playwright-core';
import { chromePath } from '../system.mjs';

export function launchChromium() {
  return chromium.launch({
    executablePath: chromePath(),
    args: [
      '--no-sandbox', // Chromium refuses to start as root with it
      '--disable-dev-shm-usage', // /dev/shm is small in a container
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
