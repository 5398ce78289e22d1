// What the library is told to draw. Every mark carries its name and figure, so that no colour is needed to
// read it; room for them is measured, so that none is cut off.
import type { EChartsCoreOption } from 'echarts/core';
import type {
  BarChart,
  ChartShare,
  FlowChart,
  YearsChart,
} from '../../../server/src/lsp/protocol.js';
import { cleaned, linesOf, widthOf } from './chartWords.js';
import type { Theme } from './theme.js';

/** A picture can be drawn of these. */
export type DrawnChart = FlowChart | BarChart | YearsChart;

/** Where in the picture, from its left upper corner. */
export interface ChartPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** What to draw, and how high it is. */
export interface Drawn {
  readonly option: EChartsCoreOption;
  readonly height: number;
}

export function optionOf(chart: DrawnChart, theme: Theme, place: ChartPlace): Drawn {
  switch (chart.kind) {
    case 'flow':
      return flow(chart, theme, place);
    case 'bars':
      return bars(chart, theme, place);
    case 'years':
      return years(chart, theme, place);
  }
}

/** 45.5%; what is there is never 0%, and a part is never all. */
export function percentOf(value: number, whole: number): string {
  const percent = Math.round((value / whole) * 1000) / 10;
  if (percent === 0 && value > 0) return '<0.1%';
  if (percent === 100 && value < whole) return '>99.9%';
  return `${percent}%`;
}

/** Lines need so much of their size. */
const LINE = 1.35;

const labelled = ({ text, font, size }: Theme) => ({
  show: true,
  color: text,
  fontFamily: font,
  fontSize: size,
  lineHeight: size * LINE,
  textBorderWidth: 0,
});

/** Words in as many lines as they need, and how wide and high these are. */
interface ChartLabel {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

function labelOf(words: string, most: number, { font, size }: Theme): ChartLabel {
  const lines = words
    .split('\n')
    .flatMap((line) => linesOf(cleaned(line), Math.max(size * 2, most), font, size));
  return {
    text: lines.join('\n'),
    width: Math.max(0, ...lines.map((line) => widthOf(line, font, size))),
    height: lines.length * size * LINE,
  };
}

const widest = (labels: readonly ChartLabel[]) => Math.max(0, ...labels.map(({ width }) => width));
const highest = (labels: readonly ChartLabel[]) =>
  Math.max(0, ...labels.map(({ height }) => height));

function flow(
  { from, through, to }: FlowChart,
  theme: Theme,
  { left, top, width }: ChartPlace,
): Drawn {
  const { size } = theme;
  const isThere = ({ value }: ChartShare) => value > 0;
  const sources = from.filter(isThere);
  const targets = to.filter(isThere);
  const labels = targets.map(({ name, value }) => labelOf(`${name} ${value}`, width * 0.4, theme));
  const last = to.at(-1);
  const gap = Math.ceil(highest(labels) + size * 0.4);
  const height = Math.ceil(Math.max(size * 12, targets.length * gap * 1.6));
  // labels may reach beyond the marks
  const margin = Math.ceil(size * LINE);
  const colourOf = (share: ChartShare) => (share === last ? theme.left : theme.main);
  const node = (side: string, { name, value }: ChartShare, color: string, label: string) => ({
    name: `${side} ${name}`,
    value,
    itemStyle: { color, borderColor: color, borderWidth: 1 }, // few beside many can still be seen
    label: { ...labelled(theme), position: 'right', formatter: () => label },
  });
  // the figure below the name: there is little room between the columns
  const below = (share: ChartShare) =>
    labelOf(`${share.name}\n${share.value}`, width * 0.22, theme).text;
  const link = (source: string, target: string, value: number, color: string) => ({
    source,
    target,
    value,
    lineStyle: { color, opacity: 0.3, curveness: 0.5 },
  });
  const middle = `through ${through.name}`;
  const series = {
    type: 'sankey',
    silent: true,
    left,
    top: top + margin,
    width: width - widest(labels) - size,
    height,
    nodeGap: gap,
    nodeWidth: size,
    layoutIterations: 0, // in the order of the form
    data: [
      ...sources.map((one) => node('from', one, theme.main, below(one))),
      node('through', through, theme.through, below(through)),
      ...targets.map((one, i) => node('to', one, colourOf(one), labels[i]?.text ?? '')),
    ],
    links: [
      ...sources.map((one) => link(`from ${one.name}`, middle, one.value, theme.main)),
      ...targets.map((one) => link(middle, `to ${one.name}`, one.value, colourOf(one))),
    ],
  };
  return { option: { series: [series] }, height: height + 2 * margin };
}

function bars(chart: BarChart, theme: Theme, { left, top, width }: ChartPlace): Drawn {
  const { size } = theme;
  const whole = chart.bars.reduce((sum, { value }) => sum + value, 0);
  const told = ({ value }: ChartShare) =>
    value === 0 ? '0' : `${value}（${percentOf(value, whole)}）`;
  const names = chart.bars.map(({ name }) => labelOf(name, width * 0.4, theme));
  const figures = chart.bars.map((one) => labelOf(told(one), width, theme));
  const height = Math.ceil(chart.bars.length * (highest(names) + size * 0.9));
  const grid = {
    left: left + widest(names) + size,
    top,
    width: Math.max(size, width - widest(names) - widest(figures) - size * 2),
    height,
  };
  const option = {
    grid,
    xAxis: { type: 'value', show: false, min: 0, max: 'dataMax' },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names.map(({ text }) => text),
      axisLine: { show: true, lineStyle: { color: theme.text, width: 1 } },
      axisTick: { show: false },
      axisLabel: { ...labelled(theme), interval: 0, margin: size / 2 },
    },
    series: [
      {
        type: 'bar',
        silent: true,
        barWidth: size * 1.4,
        itemStyle: { color: theme.main },
        data: chart.bars.map(({ value }, i) => ({
          value,
          label: { ...labelled(theme), position: 'right', formatter: () => figures[i]?.text ?? '' },
        })),
      },
    ],
  };
  return { option, height };
}

/** One below the other, each with its own scale: what is few beside what is many can be seen, too. */
function years(chart: YearsChart, theme: Theme, { left, top, width }: ChartPlace): Drawn {
  const { size } = theme;
  const heads = chart.series.map(({ name }) => labelOf(name, width * 0.9, theme));
  // the title, a figure over the highest bar
  const head = highest(heads) + size * LINE + size * 0.5;
  const panel = Math.ceil(head + size * 8);
  const names = chart.years.map((year) => `${year}年`);
  const at = (i: number) => Math.round(top + i * panel);
  const option = {
    title: heads.map(({ text }, i) => ({
      text,
      left,
      top: at(i),
      padding: 0,
      textStyle: {
        color: theme.text,
        fontFamily: theme.font,
        fontSize: size,
        lineHeight: size * LINE,
        fontWeight: 'bold',
      },
    })),
    grid: heads.map((_, i) => ({
      left,
      top: at(i) + head,
      width,
      height: panel - head - size * 2.5,
    })),
    xAxis: heads.map((_, i) => ({
      type: 'category',
      gridIndex: i,
      data: names,
      axisLine: { show: true, lineStyle: { color: theme.text, width: 1 } },
      axisTick: { show: false },
      axisLabel: { ...labelled(theme), interval: 0, margin: size / 2 },
    })),
    yAxis: heads.map((_, i) => ({ type: 'value', gridIndex: i, show: false, min: 0 })),
    series: chart.series.map(({ values }, i) => ({
      type: 'bar',
      silent: true,
      xAxisIndex: i,
      yAxisIndex: i,
      barWidth: '45%',
      itemStyle: { color: theme.main },
      label: { ...labelled(theme), position: 'top' },
      data: values.map((value) => value ?? '-'),
    })),
  };
  return { option, height: panel * chart.series.length };
}
