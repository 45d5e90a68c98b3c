import type { MessageKey } from './message'
import { deskMessages } from './en/desk'
import { dateFieldMessages } from './en/date-field'
import { formatMessages } from './en/format'
import { stripMessages } from './en/strip'
import { fieldProblemMessages, paperElementMessages } from './en/field-problems'
import { receptionMessages } from './en/reception'
import { todayMessages } from './en/today'
import { postMessages } from './en/posts'
import { problemMessages } from './en/problems'
import { refusalMessages } from './en/refusals'
import { replyMessages } from './en/replies'
import { requestMessages } from './en/requests'
import { doorMessages } from './en/door'
import { signInMessages } from './en/sign-in'
import { setUpMessages } from './en/set-up'
import { peopleMessages } from './en/people'
import { importMessages } from './en/import'
import { uiMessages } from './en/ui'
import { fieldWords } from './en/words'

/** A key that zh-cn.ts has and this lacks does not compile. */
export const en: Readonly<Record<MessageKey, string>> = {
  ...formatMessages,
  ...uiMessages,
  ...fieldWords,
  ...dateFieldMessages,
  ...deskMessages,
  ...stripMessages,
  ...postMessages,
  ...problemMessages,
  ...refusalMessages,
  ...replyMessages,
  ...requestMessages,
  ...doorMessages,
  ...signInMessages,
  ...setUpMessages,
  ...peopleMessages,
  ...receptionMessages,
  ...importMessages,
  ...todayMessages,
  ...fieldProblemMessages,
  ...paperElementMessages,
}
