// Fixed phrases of disclosure work and the ways in which they are misquoted.

export interface FixedPhrase {
  /** Pattern of the misquotation; no capturing groups. */
  readonly wrong: string;
  /** What to write: a text, or made from what was written. */
  readonly right: string | ((written: string) => string);
  readonly why: string;
}

const NORM = '《条例》第五条的说法是“以公开为常态、不公开为例外”';
/** The misquotation fixed as far as it goes: a leading 以 only where one was meant, its own mark. */
const asNorm = (written: string) => {
  const mark = /[，、]/.exec(written)?.[0] ?? '、';
  const is = written.includes('公开是') ? '是' : '为';
  return `${/^[以依]/.test(written) ? '以' : ''}公开${is}常态${mark}不公开${is}例外`;
};
/** Between the halves. */
const joint = '[，,、；;]?\\s?';

const MISQUOTED: readonly FixedPhrase[] = [
  {
    wrong: `[以依]?公开[为是](?:原则|常规|惯例|正常|常项)${joint}以?不公开[为是](?:例外|列外|特例|意外|个例|另外)`,
    right: asNorm,
    why: `${NORM}（“以公开为原则”是2019年修订前的说法）`,
  },
  {
    // 以 stands once
    wrong: `[以依]?公开[为是]常态${joint}(?:以不公开[为是]例外|以?不公开[为是](?:列外|特例|意外|个例|原则|另外))`,
    right: asNorm,
    why: NORM,
  },
  { wrong: `以?不公开为常态${joint}以?公开为例外`, right: asNorm, why: `说反了，${NORM}` },
  {
    wrong: '权利在阳光下运行|权力下阳光运行|阳光下权力运行|权力在阳光运行',
    right: '权力在阳光下运行',
    why: '固定说法是“权力在阳光下运行”',
  },
  {
    wrong:
      '习近平(?:总书记|同志)?(?!新时代中国特色社会主义思想)(?:新时代|新时期|新时代的)?(?:中国)?(?:特色)?社会主义(?:思想|理论)',
    right: '习近平新时代中国特色社会主义思想',
    why: '规范的表述是“习近平新时代中国特色社会主义思想”',
  },
  {
    wrong: '(?:放服管|管放服|服放管|管服放|服管放)(?=[”"’]?改革)',
    right: '放管服',
    why: '“放管服”指简政放权、放管结合、优化服务',
  },
  {
    wrong: '双随机[、，]?(?:双公开|一检查|一公示)|一随机[、，]?双公开|一公开[、，]?(?:双|一)随机',
    right: '双随机、一公开',
    why: '固定说法是“双随机、一公开”',
  },
  {
    wrong: '法制(?=政府建设|化营商环境|化水平)',
    right: '法治',
    why: '规范的表述是“法治政府”“法治化”',
  },
  {
    wrong:
      '(?:公平[、，]公正[、，]合法[、，]便民|公正[、，]公平[、，]便民(?:[、，]合法)?)(?=的?原则)',
    right: '公正、公平、合法、便民',
    why: '《条例》第五条的原则是“公正、公平、合法、便民”',
  },
  {
    wrong: '谁职责(?=[、，]?谁)',
    right: '谁负责',
    why: '固定说法是“谁主管、谁负责”“谁公开、谁负责”',
  },
  {
    wrong: '多跑路[、，,]让?群众多跑腿',
    right: (written) => written.replace('群众多', '群众少'),
    why: '固定说法是“让数据多跑路、让群众少跑腿”',
  },
];

/** A phrase as it is to be written. */
export interface WrittenPhrase {
  readonly text: string;
  /** The initials of its pinyin, for typing. */
  readonly initials: string;
}

/** The fixed phrases that reports use, for completion. */
export const WRITTEN_PHRASES: readonly WrittenPhrase[] = [
  { text: '以公开为常态、不公开为例外', initials: 'ygkwctbgkwlw' },
  { text: '公正、公平、合法、便民的原则', initials: 'gzgphfbmdyz' },
  { text: '权力在阳光下运行', initials: 'qlzygxyx' },
  { text: '让数据多跑路、让群众少跑腿', initials: 'rsjdplrqzspt' },
  { text: '“放管服”改革', initials: 'fgfgg' },
  { text: '双随机、一公开', initials: 'ssjygk' },
  { text: '法治政府建设', initials: 'fzzfjs' },
  { text: '习近平新时代中国特色社会主义思想', initials: 'xjpxsdzgtsshzysx' },
  { text: '人民群众的知情权、参与权、表达权、监督权', initials: 'rmqzdzqqcyqbdqjdq' },
];

/** Phrases and parts of them that are always said so; the lexicon knows shorter words itself. */
const SET_WORDS = [
  ...WRITTEN_PHRASES.flatMap(({ text }) => text.match(/[\u4e00-\u9fff]{5,}/g) ?? []),
  '应公开尽公开',
  '不公开为例外',
  '谁公开谁负责',
  '先审查后公开',
  '公开是常态',
];

/** All that two neighbouring characters in the wrong order make of words. */
function swapped(words: string): string {
  const [first = '', second = ''] = words;
  const rest = Array.from({ length: words.length - 2 }, (_, i) => {
    const at = i + 1;
    const pair = (words[at + 1] ?? '') + words[at];
    return words.slice(1, at) + pair + words.slice(at + 2);
  }).filter((variant) => first + variant !== words);
  return `${first}(?:${rest.join('|')})|${second}${first}${words.slice(2)}`;
}

export const FIXED_PHRASES: readonly FixedPhrase[] = [
  ...MISQUOTED,
  ...[...new Set(SET_WORDS)].map((right) => ({
    wrong: swapped(right),
    right,
    why: '字的先后颠倒了',
  })),
];
