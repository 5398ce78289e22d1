// What commander says, in Chinese.
import type { CommanderError, HelpConfiguration } from 'commander';
import { columns } from '../text/width.js';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Headings and terms of the help text. */
export const HELP: HelpConfiguration = {
  styleTitle: (title) => TITLES[title] ?? title,
  styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '<命令>'),
  optionDescription: ({ description }) => description, // without "(choices: …)"
  displayWidth: columns,
  subcommandTerm: (command) => command.name(),
};

/** Why the command line was not understood. */
export function explain({ code, message }: CommanderError): string {
  const [name = '', value = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted);
  const [, meant] = message.split(/Did you mean (?:one of )?/);
  const similar = meant?.slice(0, meant.lastIndexOf('?'));
  const reason = reasonOf(code, name, value) ?? message.replace(/^error: /, '');
  return `${reason}${similar ? `，是不是 ${similar}` : ''}。用 nianbao --help 查看用法。`;
}

function reasonOf(code: string, name: string, value: string): string | undefined {
  switch (code) {
    case 'commander.unknownOption':
      return `没有选项 ${name}`;
    case 'commander.unknownCommand':
      return `没有命令 ${name}`;
    case 'commander.missingArgument':
      return `缺少参数 ${name}`;
    case 'commander.missingMandatoryOptionValue':
      return `缺少选项 ${name}`;
    case 'commander.excessArguments':
      return '参数太多';
    case 'commander.optionMissingArgument':
      return `选项 ${name} 缺少取值`;
    case 'commander.invalidArgument':
      return `选项 ${name} 不能取 ${value}`;
    default:
      return undefined;
  }
}
