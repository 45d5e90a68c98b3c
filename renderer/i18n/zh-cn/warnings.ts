/** 提醒 on the Today board: what is wrong, what is kept, and the next act. */
export const warningMessages = {
  'warning.title': '提醒 {n} 项',
  'warning.list': '看这 {n} 件',
  'warning.lookAgain': '再查一次',
  'warning.toSettings': '到设置查看',

  'warning.unserved': '已批准未送达 {n} 件。',
  'warning.unserved.kept': '批准、签发都不算送达，期限还在走。',
  'warning.unconfirmed': '待确认收到 {n} 件。',
  'warning.unconfirmed.kept': '期限还没有起算，请与申请人联系确认（第三十一条）。',
  'warning.undated': '期限暂定 {n} 件。',
  'warning.undated.kept': '条件定下后自动重算，请按较早的日期办。',
  'warning.undated.years': '{years} 年放假安排尚未公布，公布后自动重算，请按较早的日期办。',
  'warning.drafts': '以前留下的草稿 {n} 份，最早 {day}。',
  'warning.drafts.kept': '都密封保存在本机，还没有登记或者送审。',
  'warning.drafts.open': '看最早的一份',

  'warning.diskFull': '磁盘只剩 {megabytes} MB，不能登记新内容。',
  'warning.diskFull.kept': '已登记的都在，草稿照常保存。请删去或移走别的文件。',
  'warning.diskLow': '磁盘只剩 {megabytes} MB。',
  'warning.diskLow.kept': '现在还能办件，少于 1024 MB 就要停。请删去或移走别的文件。',
  'warning.mirrorMissing': '备份文件夹不见了。',
  'warning.mirrorMissing.kept': '本机的账本完整，只是没有第二份。请接上备份盘，接上后自动补齐。',
  'warning.mirrorBehind': '备份没有跟上。',
  'warning.mirror.kept': '本机的账本完整。程序每分钟再试一次，请检查备份盘。',
  'warning.clock': '电脑时钟是 {machineSays}，不准。',
  'warning.clock.kept': '现按确认过的 {officeSays}办件，期限和文书都用这一天。请把电脑时钟调准。',
} as const
