import type { GuideGroup } from '../guide-pages'

const groups = {
  'guide.group.start': '开始',
  'guide.group.day': '办一件申请',
  'guide.group.room': '查阅室',
  'guide.group.office': '台账和管理',
  'guide.group.look-up': '备查',
} as const satisfies Readonly<Record<`guide.group.${GuideGroup}`, string>>

/** The frame round the guide. Its pages are docs/guide/zh-CN. */
export const guideMessages = {
  ...groups,
  'guide.help': '帮助',
  'guide.contents': '目录',
  'guide.find': '在帮助里找',
  'guide.findHint': '如 收到之日、恢复表',
  'guide.close': '关闭帮助',
  'guide.back': '上一页',
  'guide.reading': '正在打开帮助',
  'guide.found': '找到 {n} 处',
  'guide.foundMost': '找到的太多，列出前 {n} 处',
  'guide.notFound': '没有找到「{text}」。换一个短一些的词，或者从目录里选一页。',
  'guide.unreadable': '帮助没有打开。办件不受影响。请按 Esc 关闭，再按 F1；仍不成时请报告管理员。',
  'guide.picture': '图：{words}',
} as const
