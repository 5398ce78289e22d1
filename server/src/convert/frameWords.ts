// What the site around a report says, line by line: the way to the page, what is on file about it, its
// buttons, its neighbours and its owners. A line is told by its first words or by all of them.

/** What a site has on file about a page: 索引号：…, 发布机构：…. */
const ON_FILE = new Set(
  `索引号 信息索引 信息索引号 索引编号 信息分类 主题分类 组配分类 体裁分类 服务对象分类 分类 信息类别 信息类型 所属主题
  主题词 关键词 关键字 主题 体裁 摘要 内容概述 内容概要 信息名称 名称 标题 题名 文件标题 文件名称 发布机构 发布单位 发布部门
  发布者 发布人 发文机关 发文单位 发文部门 发文字号 文号 文件编号 制发机关 公开机构 公开单位 公开责任部门 公开责任单位
  责任部门 责任单位 信息来源 来源 稿源 稿件来源 文章来源 内容来源 作者 撰稿 供稿 供稿单位 发布日期 发布时间 发文日期 发文时间
  成文日期 生成日期 生成时间 公开日期 公开时间 公开形式 公开方式 公开范围 公开类别 公开属性 公开时限 更新时间 更新日期 上传时间
  录入时间 创建时间 编辑时间 日期 时间 生效日期 失效日期 废止日期 有效期 有效性 时效性 是否有效 有效状态 效力状态 信息时效 语种
  载体类型 记录形式 信息状态 访问量 浏览次数 浏览量 浏览 点击数 点击率 点击量 点击次数 点击 阅读次数 阅读量 阅读数 阅读 人气
  当前位置 现在位置 当前所在位置 所在位置 您的位置 您当前的位置 您现在的位置 您所在的位置 您现在所在的位置 你的位置 你当前的位置
  你现在的位置 我的位置 位置`.split(/\s+/),
);

/** Those that say so wherever they stand in a line. */
const SURELY_ON_FILE = new Set([...ON_FILE].filter((label) => label.length >= 4));

/** Who put the text on the site: it may stand below it, too. */
const IMPRINT = new Set(
  `信息来源 来源 稿源 文章来源 稿件来源 责任编辑 责编 编辑 本页编辑 录入 审核 初审 复审 终审 校对 浏览次数 浏览量 点击数 点击率
  点击量 点击次数 阅读次数 阅读量 阅读数 访问量 更新时间 上传时间`.split(/\s+/),
);

/** Words on buttons. */
const BUTTONS = new Set(
  `打印 打印本页 打印此页 打印页面 打印本文 打印正文 打印文章 打印网页 我要打印 关闭 关闭本页 关闭窗口 关闭此页 关闭页面 关闭网页 收藏 收藏本页 收藏网页 我要收藏 加入收藏 分享 分享到
  分享至 分享本页 我要分享 一键分享 字号 字体 字体大小 文字大小 大中小 手机扫一扫
  返回顶部 返回列表 返回上一页 返回上级 返回首页 回到顶部 TOP 无障碍浏览 无障碍阅读 长者模式 关怀版
  语音播报 我要纠错 网站纠错 下载本文 保存本页 广告 网站首页 登录 注册 高级搜索 接受 同意 拒绝`.split(
    /\s+/,
  ),
);
/** Words that are only seen to be on buttons beside others. */
const BESIDE = new Set(
  `大 中 小 默认 超大 放大 缩小 微信 微博 新浪微博 新浪 QQ空间 QQ好友 QQ 微信好友 朋友圈 人人网 豆瓣 更多 返回 顶部 首页
  无障碍 适老化 朗读 播放 暂停 停止 纠错 下载 保存 导出 全文 展开 收起 点赞 评论 转发 搜索 繁體 繁体 简体 A+ A- A`.split(
    /\s+/,
  ),
);
/** Words in the foot of a site. */
const FOOT_WORDS = new Set(
  `网站地图 站点地图 关于我们 联系我们 隐私政策 隐私声明 法律声明 免责声明 网站声明 版权声明 使用帮助 网站帮助 网站概况
  友情链接 常用链接 快速链接 相关链接 相关文章 相关新闻 相关信息 相关稿件 相关阅读 相关推荐 相关文档 相关文件 相关解读 相关内容
  相关资讯 相关报道 相关政策 相关栏目 推荐阅读 推荐信息 热门推荐 热门信息 热点推荐 最新信息 延伸阅读 猜你喜欢 上一篇 下一篇
  上一条 下一条 上一页 下一页`.split(/\s+/),
);

/** What comes below an article: its neighbours, and the foot of the site. */
const BELOW =
  /^[\s【[（(«<]{0,4}(?:[上下]一篇|[上下前后]一?[篇条则页个](?:文章|信息)?\s?[：:】\]>»]|(?:政府)?网站?标识码\s?[：:]|版权所有|Copyright|©|(?:网站)?(?:主办|承办|协办)(?:单位|方|机构)?\s?[：:]|(?:技术支持|(?:建设|运维|维护|管理|运行维护)(?:单位|方))\s?[：:])/iu;
const FOOT =
  /ICP\s?备\s?\d{5}|公网安备\s?\d{5}|标识码[\s：:]{0,2}[a-z\d]{6}|版权所有[\s：:©]|all rights reserved|cookies?|(?:建议|推荐)您?使用.{0,40}(?:分辨率|浏览器)/iu;

const SCAN = /^\s*(?:扫一扫|扫码|扫描二维码).{0,20}$/;
const WAY = /^(?:(?:您|你)?(?:现在|当前)?(?:所在)?的?位置|首页|网站首页)\s?[：:>›»＞/|—-]|^首页\s/u;
const TIME = /^[[(（]?20\d\d([-/.])\d\d?\1\d\d?(?=$|[\s\])）])/;
/** A label ends where its colon stands; a name longer than this is none. */
const LONGEST_LABEL = 12;

/** A line about the page and its file: above the report. */
export function isOnFile(line: string): boolean {
  const words = line.trim();
  if (TIME.test(words) || WAY.test(words) || isLabelled(words, ON_FILE)) return true;
  if (words.includes('\t'))
    return words.split('\t').some((cell) => isOnFileLabel(cell) || isLabelled(cell, ON_FILE));
  // 类别：报告　发布时间：2024-01-20
  if (words.length > LONGEST_BUTTONS || words.includes('。')) return false;
  return words.split(/\s+/).some((one) => isLabelled(one, SURELY_ON_FILE));
}

/** A line that is all label: its value stands in the next. */
export function isOnFileLabel(line: string): boolean {
  if (line.length > 2 * LONGEST_LABEL) return false;
  const words = withoutSpaces(line).replace(/[：:]$/, '');
  return words.length >= 2 && ON_FILE.has(words);
}

/** A line about who put it there: below the report. */
export function isImprint(line: string): boolean {
  return isLabelled(line.trim(), IMPRINT);
}

/** A line of buttons, wherever it stands. */
export function isButtons(line: string): boolean {
  if (SCAN.test(line)) return true;
  const words = wordsOf(line);
  const beside = words.filter((word) => BESIDE.has(word)).length;
  const sure = words.filter((word) => BUTTONS.has(word)).length;
  return beside + sure === words.length && (sure > 0 || beside > 1);
}

/** A line from which on the page is about other things. */
export function isBelow(line: string): boolean {
  const words = wordsOf(line);
  if (words.length > 0 && words.every((word) => FOOT_WORDS.has(word))) return true;
  return BELOW.test(line) || (line.length < LONGEST_FOOT && FOOT.test(line));
}

const LONGEST_BUTTONS = 200;
const LONGEST_FOOT = 400;

/** The words of a short line, without what stands between buttons; none of a long one. */
function wordsOf(line: string): string[] {
  if (line.length > LONGEST_BUTTONS) return [];
  return line.split(/[\s【】[\]（）()｜|：:、·•,，/<>»«›—]+/u).filter((word) => word !== '');
}

/** Whether a line begins with one of these and a colon. */
function isLabelled(line: string, labels: ReadonlySet<string>): boolean {
  const head = line.slice(0, 2 * LONGEST_LABEL);
  const colon = head.search(/[：:]/);
  return colon > 0 && labels.has(withoutSpaces(head.slice(0, colon)).replace(/^[[【（(]/, ''));
}

function withoutSpaces(words: string): string {
  return words.replace(/\s/g, '');
}
