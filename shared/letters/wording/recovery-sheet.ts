export const RECOVERY_TITLE = '恢复表'

export const RECOVERY_KEY_LABEL = '恢复码'

/** What the key opens. */
export const RECOVERY_OPENS =
  '用途：忘记密码时，在登录页选“忘记密码，用恢复表”，输入恢复码即可重设密码，打开本工作站的账本。持有恢复码的人无需密码即可打开全部办件记录，应当严密保管。'

export const RECOVERY_KEEPING = [
  '保管要求：',
  '1．本表打印两份，当场分别装入信封密封，在封口处签名并注明日期，由负责人和管理员各存一份于保险柜，不得与工作站放在一处。',
  '2．不得拍照、复印、扫描，不得录入其他设备。',
  '3．启用须经负责人批准，由两人在场并做记录。启用后或者怀疑泄露时，由管理员在“人员”页换恢复表，旧表随即作废，应当收回销毁。',
]
