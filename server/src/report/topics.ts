// What section 一 must tell, and by which words it is taken to tell it: for the rule that misses a
// topic and for the new report that asks for each.

export interface Topic {
  readonly name: string;
  /** Any of these words tells that it is there; generous on purpose. */
  readonly words: RegExp;
}

/** By the format notice. */
export const TOPICS: readonly Topic[] = [
  {
    name: '主动公开',
    words: /主动公开|公开(?:发布)?(?:各类|政府|政务)?信息|公开[^，。；申]{0,8}\d+\s*余?[条件篇份]/,
  },
  { name: '依申请公开', words: /依申请|申请公开|公开申请|以申请公开|申请人|受理申请|信息申请/ },
  {
    name: '政府信息管理',
    words:
      /信息(?:的)?(?:规范)?管理|规范性文件|保密审查|[三两]审|审[核查校]|公开属性|公文|归档|台账|动态调整|信息资源|信息发布(?:登记|流程|机制|制度|管理)|全生命周期|源头认定/,
  },
  {
    name: '政府信息公开平台建设',
    words: /平台|网站|门户|新媒体|公众号|微信|微博|专栏|专区|公开栏|公报|客户端|查阅[点场]/,
  },
  {
    name: '监督保障',
    words: /监督|考核|培训|督查|督导|督促|检查|评议|评估|通报|问责|追究|保障机制/,
  },
];

/** What 各级人民政府 must tell besides (《条例》第五十条第（四）项); it may stand in 五 or 六 as well. */
export const OF_GOVERNMENTS: readonly Topic[] = [
  { name: '工作考核', words: /考核|考评|绩效/ },
  { name: '社会评议', words: /评议|满意度|第三方评估|社会评价|群众评价|测评/ },
  { name: '责任追究', words: /追究|追责|问责/ },
];
