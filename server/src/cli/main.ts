// The command line: `nianbao check`, `extract`, `convert`, `annotate`, `review`, `sum`, `new`, `rules`. Each
// command is a file, loaded when called.
import { isMainThread } from 'node:worker_threads';
import { Command, CommanderError, Option } from 'commander';
import { ALL_FORMATS } from '../form/formats.js';
import { ORGAN_LEVELS } from '../form/organLevels.js';
import type { ThreadTask } from './checkThread.js';
import type { CheckAnswer } from './fileChecker.js';
import { FORMAT_NAMES } from './formats/index.js';
import { explain, HELP } from './help.js';
import { OutputError, warn, watchOutput } from './io/output.js';
import type { IdentifiedFile } from './io/previous.js';

declare const __VERSION__: string;

/** Wrong usage, or an input that could not be read. */
const FAILED = 2;

function program(): Command {
  const root = new Command('nianbao')
    .description('检查政府信息公开工作年度报告：结构、表格、勾稽关系和文字。')
    .configureHelp(HELP)
    .configureOutput({ outputError: () => {} }) // told in Chinese below
    .exitOverride()
    .helpCommand(false);
  common(root);
  common(root.command('check'))
    .summary('检查报告')
    .description('检查报告，列出发现的问题。')
    .argument(
      '<路径...>',
      '文件（.txt .md .nianbao .html .docx .pdf 等）、文件夹、通配符，或 -（标准输入）',
    )
    .addOption(choice('--format <格式>', '输出格式', FORMAT_NAMES))
    .option('--fix', '改正无需判断的问题（错别字、括号等），再报告其余的；- 的改后文本写到标准输出')
    .addOption(choice('--template <格式>', '按哪一版格式检查', ['auto', ...ALL_FORMATS]))
    .option('--previous <路径>', '上一年的报告或其文件夹，用于跨年核对')
    .option('--config <文件>', '用这个文件代替自动找到的 .nianbao.json')
    .addOption(choice('--stdin-format <格式>', '标准输入的格式', ['text', 'jsonl']))
    .addHelpText('after', KINDS + EXIT_STATUS)
    .action(async (paths, options) =>
      finish((await import('./commands/check.js')).check(paths, options)),
    );
  common(root.command('extract'))
    .summary('提取数据')
    .description('把一份报告的标题、年份、章节和表格数据输出为 JSON。')
    .argument('<路径>', '文件，或 -（标准输入）')
    .action(async (path) => finish((await import('./commands/extract.js')).extract(path)));
  common(root.command('convert'))
    .summary('转换文件')
    .description(
      '把一种文件里的报告写成另一种，文字和数字不变：\n' +
        '  .docx  公文格式的 Word：A4，标题、正文、行距、页码按 GB/T 9704，表格按规定格式合并单元格\n' +
        '  .html  网页：一个文件，没有脚本，能直接发布、打印\n' +
        '  .md    Markdown\n' +
        '  .txt   文本：一段一行，表格一行一行，单元格之间是制表符',
    )
    .argument('<输入>', 'check 能读的任何文件，或 -（标准输入）')
    .argument('<输出>', '新的 .docx、.html、.md 或 .txt 文件，或 -（标准输出，文本）')
    .option('--force', '已有同名文件时覆盖')
    .addHelpText('after', KINDS)
    .action(async (input, output, options) =>
      finish((await import('./commands/convert.js')).convert(input, output, options)),
    );
  common(root.command('annotate'))
    .summary('在 Word 文件里批注')
    .description(
      '把发现的问题写成批注，放进 Word 文件的副本：一处问题一条，写在那几个字或那一格上；其余内容原样不动，已有的批注保留，再写一遍不会重复。',
    )
    .argument('<输入>', 'Word 文件（.docx）')
    .argument('<输出>', '新的 .docx 文件')
    .option('--changes', '无需判断的问题（错别字、括号等）同时改成修订，等人接受')
    .option('--force', '已有同名文件时覆盖')
    .addHelpText('after', WRITTEN)
    .action(async (input, output, options) =>
      finish((await import('./commands/annotate.js')).annotate(input, output, options)),
    );
  common(root.command('review'))
    .summary('审核一个文件夹的报告')
    .description(
      '检查文件夹中的全部报告（各种文件混放），把结果写进新文件夹：\n' +
        '  审核表.xlsx、审核表.csv     一份报告一行：错误、勾稽、上年结转、缺少的部分、相似的报告；未报、重复、其他年度\n' +
        '  修改意见/<单位>.docx、.md   每个单位一封信：改什么、在哪里、为什么；Word 报告另有一份加了批注的副本\n' +
        '  相似.csv                    互相照抄、照抄上年的报告，两处原文并排',
    )
    .argument('<文件夹>', '放报告的文件夹，往年的放在一起就和往年核对')
    .requiredOption('--out <文件夹>', '写到这个新的或者空的文件夹')
    .option('--year <年份>', '审核哪一年的报告，不写时是其中最近的一年')
    .option('--units <文件>', '应当报送的单位名单（.csv）：一行一个，后面可以写上级')
    .addHelpText('after', KINDS + REVIEWED)
    .action(async (folder, options) =>
      finish((await import('./commands/review.js')).review(folder, options)),
    );
  common(root.command('new'))
    .summary('新建报告')
    .description('新建一份报告：标题、依据、六个部分和全部表格，要写的地方有提示。')
    .requiredOption('--org <机关>', '机关全称，写进标题')
    .requiredOption('--year <年份>', '报告哪一年的工作')
    .addOption(
      oneOf('--level <层级>', '乡镇街道、部门、县、市或省，不写时看机关名称', ORGAN_LEVELS),
    )
    .option('--previous <路径>', '上一年的报告或其文件夹：带入上年结转，保留上年文字供改写')
    .addOption(
      oneOf(
        '--layout <写法>',
        '表格的写法；不写时，.md 文件和标准输出用 markdown，别的文件用 tab',
        ['markdown', 'tab'],
      ),
    )
    .option('--out <文件>', '写到这个新文件，已有的不覆盖；不写时写到标准输出')
    .action(async (options) => finish((await import('./commands/new.js')).create(options)));
  common(root.command('sum'))
    .summary('汇总表格')
    .description(
      '把文件夹里同一年各单位的报告逐格相加，得出第二、三、四部分的表，写成报告文本。\n' +
        '表里有空格、看不清的数、勾稽关系不成立、缺行缺列或者用了别的年份格式的，整张表不加，逐一说明是哪个单位、哪张表、为什么。',
    )
    .argument('<文件夹>', '放报告的文件夹，各种文件可以混在一起')
    .option('--year <年份>', '汇总哪一年的；不写时是其中最近的一年')
    .option('--against <文件>', '本级自己的报告：与汇总逐格核对，不计入汇总')
    .addOption(choice('--format <格式>', '输出格式', ['text', 'json']))
    .addHelpText('after', KINDS + SUMMED)
    .action(async (folder, options) =>
      finish((await import('./commands/sum.js')).sum(folder, options)),
    );
  common(root.command('rules'))
    .summary('查看规则')
    .description('列出全部规则；给出规则名时显示它的说明。')
    .argument('[规则]', '规则名，如 row-total')
    .action(async (id) => finish((await import('./commands/rules.js')).rules(id)));
  return root;
}

/** Where each kind of file can be read. */
const KINDS = `
能读的文件：
  .txt .md .markdown .nianbao   文本
  .html .htm .mht .mhtml        网页
  .docx .pdf                    Word、PDF（扫描件除外）
  .doc .wps .rtf .odt           装了 LibreOffice 时（soffice 在 PATH 里，或用 NIANBAO_SOFFICE 指明）`;

const EXIT_STATUS = `
退出码：
  0  没有错误级别的问题
  1  有错误级别的问题
  2  用法不对，或有文件读不了`;

const WRITTEN = `
退出码：
  0  已经写入，不论有没有问题
  2  用法不对，或文件读不了、写不了`;

const SUMMED = `
退出码：
  0  各单位的表都加上了（核对的，各格一致）
  1  有的表没有加上，或者核对有不一致
  2  用法不对，或有文件读不了`;

const REVIEWED = `
退出码：
  0  这一年的报告没有错误级别的问题
  1  有错误级别的问题
  2  用法不对，或有文件读不了、写不了；读得了的照样审核`;

function common(command: Command): Command {
  return command
    .helpOption('-h, --help', '显示帮助')
    .version(__VERSION__, '-V, --version', '显示版本号');
}

/** An option with a closed set of values, the first of them the default. */
function choice(flags: string, description: string, values: readonly string[]): Option {
  return oneOf(flags, description, values).default(values[0]);
}

/** An option with a closed set of values that may be left out. */
function oneOf(flags: string, description: string, values: readonly string[]): Option {
  return new Option(flags, `${description}：${values.join('、')}`).choices(values);
}

async function finish(status: Promise<number>): Promise<void> {
  process.exitCode = await status;
}

async function main(): Promise<void> {
  watchOutput();
  try {
    await program().parseAsync();
  } catch (error) {
    process.exitCode = FAILED;
    if (error instanceof OutputError) return;
    if (!(error instanceof CommanderError)) warn(`内部错误：${String(error)}`);
    else if (error.exitCode === 0) process.exitCode = 0;
    else if (error.code !== 'commander.help') warn(explain(error));
  }
}

/** For the threads of `check`, which load this bundle, too: what they are asked to do. */
export async function checkInputs(task: ThreadTask): Promise<CheckAnswer[]> {
  return (await import('./checkThread.js')).checkInputs(task);
}

export async function identifyAll(paths: readonly string[]): Promise<IdentifiedFile[]> {
  return (await import('./checkThread.js')).identifyAll(paths);
}

if (isMainThread) main();
