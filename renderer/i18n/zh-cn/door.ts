/** Before the desk: the office panel, and the recovery sheet that set-up and the list of people both hand out. */
export const doorMessages = {
  'door.program': '公开查阅台',
  'door.seal': '公开',

  'sheet.key': '恢复码',
  'sheet.group': '第 {n} 组 {text}',
  'sheet.keep.once': '恢复码只显示这一次。所有人都忘了密码时，只有它能打开这台电脑的账本。',
  'sheet.keep.where': '打印两份，各装信封封好，由负责人和管理员分别锁进保险柜；不要拍照，不要存在这台电脑上。',
  'sheet.keep.use': '登录页选「忘记密码，用恢复表」即可使用。换新表以后，旧表作废。',
  'sheet.print': '打印恢复表',
  'sheet.save': '另存为文件',
  'sheet.printed': '恢复表已打印。请拿到纸，看清每一组再离开这一页。',
  'sheet.saved': '恢复表已另存。请把文件存在 U 盘上，和纸一样锁好。',
  'sheet.cancelled': '没有打印，也没有保存。恢复码还在这一页上。',
  'sheet.busy': '正在准备恢复表',
  'sheet.byHand': '打印和保存都不成，用手抄',
  'sheet.byHand.warning': '手抄最容易抄错，抄错一个字符，这张表就打不开账本。抄完请逐组核对两遍。',
  'sheet.byHand.label': '抄好后照样输入：{phrase}',
  'sheet.byHand.phrase': '已经抄好并核对两遍',
  'sheet.leave.why': '先打印或另存恢复表，拿到手再继续',
} as const
