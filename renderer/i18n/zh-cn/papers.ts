import type { EnvelopeStock } from '#shared/application/desk'

const stocks = {
  'papers.stock.DL': '5 号信封（DL）',
  'papers.stock.C5': '7 号信封（C5）',
  'papers.stock.C4': '9 号信封（C4）',
  'papers.stock.labels': '地址签（A4，3×8）',
} as const satisfies Readonly<Record<`papers.stock.${EnvelopeStock}`, string>>

/** Papers before they go out: what to write in by hand, what they are printed on. */
export const paperMessages = {
  ...stocks,
  'papers.labelPlace': '从哪一格印起',
  'papers.labelPlaceHint': '照标签纸放进打印机的样子，选还没有用掉的第一格',
  'papers.stock': '打印在',
  'papers.gaps': '字库里没有下列字，纸上已留出空格。打印后请用钢笔或签字笔补写，再盖章：',
  'papers.gap': '第 {page} 页「{character}」（{codePoint}）',
  'papers.gapsRecorded': '留空手写：{characters}',
  'papers.blankForm': '打印空白申请表',
  'papers.blankForm.done': '空白申请表已打印',
} as const
