// In the browser: shows the pages to the tests, keeps what they ask for, and measures what is seen.
import { showRelations } from '../../client/webview/relationsPage.ts';

const root = () => document.getElementById('root');

const driver = {
  went: [],
  saved: [],
  relations: (view) => showRelations(root(), view, actions),
  charts: (view) => globalThis.nianbaoCharts.showCharts(root(), view, actions),

  /** Words that overlap others of their picture, are cut off by it, or stand outside of the window. */
  misplaced() {
    const found = [];
    for (const svg of document.querySelectorAll('svg')) {
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')].map((text) => ({
        words: text.textContent,
        box: text.getBoundingClientRect(),
      }));
      texts.forEach(({ words, box }, i) => {
        if (!isWithin(box, frame)) found.push(`cut off: ${words}`);
        for (const other of texts.slice(i + 1))
          if (overlap(box, other.box)) found.push(`overlap: ${words}, ${other.words}`);
      });
    }
    for (const one of document.body.querySelectorAll('*'))
      if (one.closest('svg, thead, caption') === null && one.scrollWidth > one.clientWidth + 1)
        if (one.clientWidth > 0)
          found.push(`too wide: ${one.tagName} ${one.textContent.slice(0, 40)}`);
    if (document.documentElement.scrollWidth > innerWidth) found.push('wider than the window');
    return found;
  },

  /** What was saved, once there are so many files. */
  async files(count) {
    while (driver.saved.length < count) await new Promise((resume) => setTimeout(resume, 10));
    return driver.saved.splice(0);
  },

  /** What a saved SVG holds, and how it looks alone in the page. */
  look(base64) {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const text = new TextDecoder().decode(bytes);
    const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
    const svg = document.importNode(documentElement, true);
    root().hidden = true;
    document.body.append(svg);
    const misplaced = driver.misplaced();
    svg.remove();
    root().hidden = false;
    return {
      name: documentElement.localName,
      words: documentElement.textContent.replaceAll('\n', ''),
      others: documentElement.querySelectorAll('script, style, image, foreignObject').length,
      misplaced,
    };
  },

  /** How much of a saved PNG is not white. */
  async inkOf(base64) {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let dark = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] < 128 && data[i + 3] === 255) dark++;
    return { width: image.width, dark };
  },

  async accessible(source) {
    // biome-ignore lint/security/noGlobalEval: the policy of the page would not load it
    if (!globalThis.axe) globalThis.eval(source);
    const { violations } = await globalThis.axe.run(document);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
  },
};

globalThis.driver = driver;

const actions = {
  goTo: (place) => driver.went.push(place),
  save: (name, kind, base64) => driver.saved.push({ name, kind, base64 }),
};

/** What a letter's box has beyond its ink. */
const SLACK = 2;

function isWithin(box, frame) {
  return (
    box.left >= frame.left - SLACK &&
    box.right <= frame.right + SLACK &&
    box.top >= frame.top - SLACK &&
    box.bottom <= frame.bottom + SLACK
  );
}

function overlap(a, b) {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK * 2
  );
}
