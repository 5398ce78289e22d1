// The formats in the order of their years. A new year's format is a file beside the others and an
// entry here.
import { FORMAT_2019 } from './format2019.js';
import { FORMAT_2021 } from './format2021.js';
import type { Template } from './types.js';

export const FORMATS: readonly [Template, ...Template[]] = [FORMAT_2019, FORMAT_2021];
