import type { MessageKey } from './message'
import { dateFieldMessages } from './en/date-field'
import { formatMessages } from './en/format'
import { stripMessages } from './en/strip'
import { uiMessages } from './en/ui'

/** A key that zh-cn.ts has and this lacks does not compile. */
export const en: Readonly<Record<MessageKey, string>> = {
  ...formatMessages,
  ...uiMessages,
  ...dateFieldMessages,
  ...stripMessages,
}
