// A fixed phrase of disclosure work is misquoted.
import { saying } from '../examples.js';
import { replace } from '../fixes.js';
import type { Rule } from '../rule.js';
import { misquotesIn } from './shared/misquotes.js';

const says = (phrase: string) => saying(`我镇${phrase}，做好政府信息公开工作`);

export const fixedPhrase: Rule = {
  id: 'fixed-phrase',
  severity: 'info',
  docs: () => ({
    title: '固定说法引用有误',
    english: 'Misquoted fixed phrase',
    what: '法规条文、政策用语的固定说法写走了样，如“以公开为原则、不公开为例外”。',
    why: '2019年修订的《条例》第五条规定“以公开为常态、不公开为例外”。沿用旧说法或写错，说明照抄了旧稿。',
    how: '快速修复换成固定的说法，属于安全修复；引号、书名号里的话可能是照录原文，请看过再改。两半之间用顿号或逗号都可以。',
    invalid: [
      { note: '2019年以前的说法', text: says('坚持以公开为原则，不公开为例外') },
      { note: '多了“以”', text: says('坚持“以公开为常态、以不公开为例外”') },
      { note: '说反了', text: says('坚持以不公开为常态、公开为例外') },
      { note: '字的先后颠倒', text: says('让权在力阳光下运行') },
      { note: '权利、权力', text: says('让权利在阳光下运行') },
    ],
    valid: [
      { note: '用顿号', text: says('坚持“以公开为常态、不公开为例外”') },
      { note: '用逗号', text: says('坚持“以公开为常态，不公开为例外”') },
      { note: '没有“以”，意思不变', text: says('坚持公开为常态、不公开为例外原则') },
      { note: '照原话', text: says('坚持应公开尽公开、先审查后公开') },
      { note: '没有引用固定说法', text: says('坚持应公开尽公开，让权力在阳光下运行') },
    ],
  }),
  *check(report) {
    for (const { span, written, phrase } of misquotesIn(report)) {
      const right = typeof phrase.right === 'string' ? phrase.right : phrase.right(written);
      yield {
        span,
        message: `“${written}”应为“${right}”：${phrase.why}。`,
        fixes: [replace(span, right, `改为“${right}”`, true)],
      };
    }
  },
};
