/** Sentences of the shell, fields, states, dialogs and the parts of a case. */
export const uiMessages = {
  'shell.skip': '跳到正文',
  'shell.desks': '工作台',
  'shell.find': '找办件、文件、操作',
  'shell.largeType': '大字',
  'shell.highContrast': '高对比',
  'shell.lock': '锁定',
  'shell.language': '语言',
  'shell.back': '返回',

  'key.enter': '回车',
  'key.space': '空格',

  'status.late': '逾期',
  'status.soon': '将到期',
  'status.normal': '正常',
  'status.mine': '等我办',
  'status.paused': '暂停',
  'status.provisional': '暂定',
  'status.done': '办结',
  'status.conflict': '冲突',
  'status.returned': '退回',
  'status.void': '已废止',
  'status.draft': '草稿',

  'field.optional': '选填',
  'field.clear': '清空',
  'password.show': '显示密码',
  'password.capsLock': '大写锁定已打开',
  'choice.notAvailable': '不能选：{why}',

  'error.kept': '留下了什么',
  'error.next': '接下来',
  'error.reference': '联系管理员时请报：',
  'error.copy': '复制',
  'error.copied': '已复制',

  'case.somebody': '（姓名未知）',
  'case.printed': '已打印，已记入办理经过',

  'dialog.close': '关闭',
  'dialog.cancel': '取消',
  'rows.page': '第 {page} 页，共 {pages} 页',
  'rows.page.before': '上一页',
  'rows.page.after': '下一页',
  'lanes.count': '{count} 件',
  'timeline.today': '今天',
} as const
