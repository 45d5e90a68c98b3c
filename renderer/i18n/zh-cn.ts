import { dateFieldMessages } from './zh-cn/date-field'
import { formatMessages } from './zh-cn/format'
import { stripMessages } from './zh-cn/strip'
import { uiMessages } from './zh-cn/ui'

/**
 * The source of truth for every sentence on screen. Keys are flat and start with their area; a new area is a new file
 * in zh-cn/ and in en/ and one line here and in en.ts. Letters are not screen text and do not belong here.
 */
export const zhCn = {
  ...formatMessages,
  ...uiMessages,
  ...dateFieldMessages,
  ...stripMessages,
} as const
