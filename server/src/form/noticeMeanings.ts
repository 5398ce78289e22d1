// What the documents that reports cite have to do with a report, in a sentence.
/** By the ids of cited documents. */
export const NOTICE_MEANINGS: Readonly<Record<string, string>> = {
  regulation: '第四十九条管报告的期限，第五十条管报告的内容；表格各行的依据也在这里。',
  format: '2021 年度及以后的报告按它的格式编制：六个部分、三张表格。',
  'format-2019': '2019、2020 年度报告的格式；以后的年度不再用。',
  platform: '各机关网站的政府信息公开平台怎样设置，写平台建设时引用。',
  fee: '信息处理费怎样计收；第六部分要写收没收、收了多少。',
  'points-2021': '2021 年的工作要点，写 2021 年度的工作时引用。',
  'points-2022': '2022 年的工作要点，写 2022 年度的工作时引用。',
};
