// By what an organ calls itself, and areas are told, in running text: 我县, 本局, 全镇, 镇政府. A
// character each, for sets in patterns.
import { LEVEL_UNITS } from './areas.js';

/** Of areas: 省 市 县 区 旗 州 盟 镇 乡. */
export const AREA_SIGNS = LEVEL_UNITS.filter((unit) => unit.length === 1).join('');
/** Of authorities. */
export const BODY_SIGNS = '局办委厅院';
/** What may stand behind 我; 街 for 街道. */
export const SELF_SIGNS = `${AREA_SIGNS}街${BODY_SIGNS}`;
