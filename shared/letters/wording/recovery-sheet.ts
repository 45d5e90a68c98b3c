export const RECOVERY_TITLE = '恢复表'

export const RECOVERY_KEY_LABEL = '恢复密钥'

/** What the key opens. */
export const RECOVERY_OPENS =
  '用途：全部口令遗失、工作站损坏或者从备份恢复时，用本密钥打开本办公点的办件记录、文书和备份。持有本密钥的人无需口令即可打开上述全部资料。'

export const RECOVERY_KEEPING = [
  '保管要求：',
  '1．本表打印一份，当场装入信封密封，在封口处签名并注明日期，存放于保险柜或者机要柜，不得与工作站放在一处。',
  '2．不得拍照、复印、扫描，不得录入其他设备。',
  '3．启用须经负责人批准，由两人在场并做记录。启用或者怀疑泄露后，应当在“设置”中更换密钥，并销毁本表。',
]
