import type { MessageKey } from './message'
import { deskMessages } from './en/desk'
import { findMessages } from './en/find'
import { lookupMessages } from './en/lookup'
import { dateFieldMessages } from './en/date-field'
import { formatMessages } from './en/format'
import { stripMessages } from './en/strip'
import { fieldProblemMessages, paperElementMessages } from './en/field-problems'
import { intakeMessages } from './en/intake'
import { receptionMessages } from './en/reception'
import { todayMessages } from './en/today'
import { warningMessages } from './en/warnings'
import { postMessages } from './en/posts'
import { problemMessages } from './en/problems'
import { refusalMessages } from './en/refusals'
import { catalogueMessages } from './en/catalogue'
import { standardListMessages } from './en/standard-lists'
import { documentMessages } from './en/documents'
import { catalogueRefusalMessages } from './en/catalogue-refusals'
import { documentImportMessages } from './en/document-import'
import { decisionMessages } from './en/decisions'
import { replyMessages } from './en/replies'
import { requestMessages } from './en/requests'
import { doorMessages } from './en/door'
import { signInMessages } from './en/sign-in'
import { setUpMessages } from './en/set-up'
import { wordingMessages } from './en/wording'
import { settingsMessages } from './en/settings'
import { bundleMessages } from './en/bundles'
import { bookletMessages } from './en/booklets'
import { exchangeMessages } from './en/exchange'
import { mediaMessages } from './en/media'
import { updateMessages } from './en/updates'
import { sendingMessages } from './en/sendings'
import { neighbourMessages } from './en/neighbours'
import { putBackMessages } from './en/put-back'
import { peopleMessages } from './en/people'
import { listMessages } from './en/lists'
import { printedRegisterMessages } from './en/printed-register'
import { scanMessages } from './en/scans'
import { paperMessages } from './en/papers'
import { importMessages } from './en/import'
import { uiMessages } from './en/ui'
import { correctionMessages } from './en/corrections'
import { kioskMessages } from './en/kiosk'
import { handsMessages } from './en/hands'
import { readingRoomMessages } from './en/reading-room'
import { readingWords } from './en/reading-words'
import { guideMessages } from './en/guide'
import { fieldWords } from './en/words'

/** A key that zh-cn.ts has and this lacks does not compile. */
export const en: Readonly<Record<MessageKey, string>> = {
  ...formatMessages,
  ...uiMessages,
  ...fieldWords,
  ...listMessages,
  ...printedRegisterMessages,
  ...dateFieldMessages,
  ...deskMessages,
  ...findMessages,
  ...lookupMessages,
  ...stripMessages,
  ...postMessages,
  ...problemMessages,
  ...refusalMessages,
  ...catalogueRefusalMessages,
  ...documentImportMessages,
  ...catalogueMessages,
  ...documentMessages,
  ...standardListMessages,
  ...replyMessages,
  ...decisionMessages,
  ...requestMessages,
  ...scanMessages,
  ...doorMessages,
  ...signInMessages,
  ...setUpMessages,
  ...settingsMessages,
  ...bookletMessages,
  ...bundleMessages,
  ...exchangeMessages,
  ...mediaMessages,
  ...updateMessages,
  ...sendingMessages,
  ...neighbourMessages,
  ...putBackMessages,
  ...wordingMessages,
  ...peopleMessages,
  ...paperMessages,
  ...receptionMessages,
  ...intakeMessages,
  ...importMessages,
  ...todayMessages,
  ...warningMessages,
  ...correctionMessages,
  ...handsMessages,
  ...readingRoomMessages,
  ...readingWords,
  ...kioskMessages,
  ...guideMessages,
  ...fieldProblemMessages,
  ...paperElementMessages,
}
