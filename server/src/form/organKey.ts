// An organ's name as a key: what two spellings of it have in common, and no other organ has.
// Only what is surely the same is taken for it.

import { organOf } from '../form/organs.js';
import { memoized } from '../text/cache.js';
import { foldWords } from '../text/fold.js';

/**
 * The organ's name as a key: two spellings that are surely the same organ have the same key. A
 * government and its office stay apart; a name that leaves out the county is another name.
 */
export function organKey(organization: string | null): string | null {
  return organization === null ? null : keyOf(organization);
}

const keyOf = memoized((organization): string | null => {
  const written = foldWords(organization).replace(/20\d\d年?度?|二〇二.年?度?/g, '');
  const name = (areaMeant(written) ?? written)
    .replace(/人民政府/g, '政府')
    // 县政府办 is 县人民政府办公室; a bare 办 is no office of its own
    .replace(/政府办$/, '政府办公室')
    .replace(/发改委$/, '发展和改革委员会')
    .replace(/卫健(委|局)$/, (_, kind) => (kind === '委' ? '卫生健康委员会' : '卫生健康局'));
  return name === '' ? null : name;
});

const PLAIN_BODY = /^(?:(?:人民)?政府|行政公署|行署|办事处|街道办|办|管委会|管理委员会)?$/;

/** An area alone stands for its government: 宿州市, 宿州市人民政府; so do 云水街道 and 开发区. */
function areaMeant(name: string): string | null {
  const { role, area = null, body = '' } = organOf(name) ?? {};
  const isIt = role === 'government' || role === 'agency';
  return isIt && area?.unit && PLAIN_BODY.test(body) ? area.name : null;
}
