// Colours and fonts of pictures: those of the editor on the screen, and their own on paper.

export interface Theme {
  readonly font: string;
  readonly size: number;
  readonly text: string;
  /** What stands behind a picture; nothing on the screen. */
  readonly ground?: string;
  /** What is shown. */
  readonly main: string;
  /** What only leads from one to the other. */
  readonly through: string;
  /** What is left for next year. */
  readonly left: string;
}

/**
 * For print and web pages; whatever the computer has of the fonts, for a picture holds none itself. Blue,
 * orange and grey are told apart by whoever cannot tell red from green.
 */
export const PAPER: Theme = {
  font: 'Source Han Sans SC, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, SimHei, sans-serif',
  size: 18,
  text: '#1a1a1a',
  ground: '#ffffff',
  main: '#0072b2',
  through: '#6e6e6e',
  left: '#c75200',
};

/** That of the editor, as it is now. */
export function screenTheme(root: Element): Theme {
  const style = getComputedStyle(root);
  const colour = (name: string, otherwise: string) =>
    plain(style.getPropertyValue(`--vscode-${name}`)) || otherwise;
  return {
    font: plain(style.fontFamily) || PAPER.font,
    size: 13,
    text: plain(style.color),
    main: colour('charts-blue', PAPER.main),
    through: colour('descriptionForeground', PAPER.through),
    left: colour('charts-orange', PAPER.left),
  };
}

/** Without what would end an attribute: the library does not look. */
function plain(value: string): string {
  return value.replaceAll('"', "'").replace(/[<>&]/g, '').trim();
}
