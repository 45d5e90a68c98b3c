export const ENVELOPE_TITLE = '信封'
export const LABELS_TITLE = '地址签'

/** After the name of whom it is for. */
export const ADDRESSEE_MARK = '收'
export const POSTCODE = '邮政编码'
export const stampLines = ['贴', '邮票处'] as const
export const STAMP = stampLines.join('')
