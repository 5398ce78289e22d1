import type { TableCommand } from './command.js';
export const convertLayout: TableCommand = {
  id: 'nianbao.convertLayout', title: '', nothing: '', edits: () => [],
};
