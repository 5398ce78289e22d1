// Kangxi and CJK radicals that copying from PDF leaves in place of the ideographs they look like.

/** Radicals that Unicode's compatibility decomposition does not fix. */
const SUPPLEMENT =
  '⺁厂⺄乙⺆冂⺇几⺈刀⺊卜⺋卩⺌小⺍小⺎尢⺏尢⺒巳⺓幺⺔彑⺖忄⺗心⺘扌⺙攵⺛无⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爪⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲网⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒长⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱亀⻲亀⻳龟';

const supplement = new Map<string, string>();
for (let i = 0; i < SUPPLEMENT.length; i += 2)
  supplement.set(SUPPLEMENT.charAt(i), SUPPLEMENT.charAt(i + 1));

/** The codes of Kangxi radicals and the CJK radicals supplement, first and last. */
export const RADICALS = [0x2e80, 0x2fd5] as const;

/** Whether a UTF-16 code unit is a Kangxi radical or one of the CJK radicals supplement. */
export function isRadical(code: number): boolean {
  return code >= 0x2e80 && code <= 0x2fd5;
}

/** Where Unicode unfolds a radical to an older form than the one written today, and that form. */
const today = new Map([
  ['⼾', '户'],
  ['戶', '户'],
  ['⾭', '青'],
  ['靑', '青'],
]);

/** A text with ideographs in place of radicals: as long as before, and says the same. */
export function withoutRadicals(text: string): string {
  // hardly any text has some, and most are a word
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isRadical(code) || code === OLD_DOOR || code === OLD_GREEN)
      return text.replace(/[\u2e80-\u2fd5戶靑]/g, ideographOf);
  }
  return text;
}

const OLD_DOOR = '戶'.charCodeAt(0);
const OLD_GREEN = '靑'.charCodeAt(0);

/** The ideograph that a radical stands for, or the character itself. */
export function ideographOf(radical: string): string {
  return supplement.get(radical) ?? today.get(radical) ?? radical.normalize('NFKC');
}
