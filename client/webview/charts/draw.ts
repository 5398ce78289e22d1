// Pictures as SVG: drawn by the library as text, then made elements without style attributes, which the
// policy of the page does not allow, and which not every program that takes the picture reads.
import { BarChart, SankeyChart } from 'echarts/charts';
import { GridComponent, TitleComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type DrawnChart, optionOf } from './chartOptions.js';
import { cleaned, linesOf } from './chartWords.js';
import { PAPER, type Theme } from './theme.js';

use([BarChart, SankeyChart, GridComponent, TitleComponent, SVGRenderer]);

/** A picture of that width, in the editor's colours. */
export function drawn(chart: DrawnChart, theme: Theme, width: number): SVGSVGElement {
  const { option, height } = optionOf(chart, theme, { left: 0, top: 0, width });
  return rendered(option, theme, width, height);
}

const PAPER_WIDTH = 960;
const MARGIN = 48;
const TITLE_SIZE = 28;
const LEADING = 1.5;

/** A picture to be published: on white, with its title and where the figures are from. */
export function onPaper(chart: DrawnChart, title: string, footers: readonly string[]) {
  const width = PAPER_WIDTH - 2 * MARGIN;
  const { font, size, text } = PAPER;
  const heads = linesOf(cleaned(title), width, font, TITLE_SIZE, true);
  const top = MARGIN + heads.length * TITLE_SIZE * LEADING + size;
  const { option, height } = optionOf(chart, PAPER, { left: MARGIN, top, width });
  const footSize = size - 2;
  const feet = footers.flatMap((foot) => linesOf(cleaned(foot), width, font, footSize));
  const below = top + height + size;
  const block = (lines: readonly string[], at: number, fontSize: number, bold: boolean) => ({
    text: lines.join('\n'),
    left: MARGIN,
    top: at,
    padding: 0,
    textStyle: {
      color: text,
      fontFamily: font,
      fontSize,
      lineHeight: fontSize * LEADING,
      fontWeight: bold ? 'bold' : 'normal',
    },
  });
  const titles = [
    block(heads, MARGIN, TITLE_SIZE, true),
    block(feet, below, footSize, false),
    ...[option.title ?? []].flat(),
  ];
  const whole = Math.ceil(below + feet.length * footSize * LEADING + MARGIN);
  return rendered({ ...option, title: titles }, PAPER, PAPER_WIDTH, whole);
}

function rendered(
  option: EChartsCoreOption,
  { ground = 'transparent' }: Theme,
  width: number,
  height: number,
): SVGSVGElement {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false, backgroundColor: ground });
    return asElement(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** Even a document that is only parsed may have no styles: they are taken away before. */
function asElement(text: string): SVGSVGElement {
  const unstyled = text
    .replace(/<style.*?<\/style>/gs, '') // what moves under the mouse: nothing does
    .replaceAll(' style="', ` ${DECLARATIONS}="`); // words have no quotes left
  const { documentElement } = new DOMParser().parseFromString(unstyled, 'image/svg+xml');
  if (documentElement.localName !== 'svg') throw new Error('no picture');
  for (const one of documentElement.querySelectorAll(`[${DECLARATIONS}]`)) {
    for (const declaration of (one.getAttribute(DECLARATIONS) ?? '').split(';')) {
      const [name = '', value = ''] = declaration.split(/:(.*)/s);
      if (name.trim() !== '') one.setAttribute(name.trim(), value.trim());
    }
    one.removeAttribute(DECLARATIONS);
  }
  return document.importNode(documentElement, true) as unknown as SVGSVGElement;
}

const DECLARATIONS = 'data-declarations';
