import { deskMessages } from './zh-cn/desk'
import { findMessages } from './zh-cn/find'
import { lookupMessages } from './zh-cn/lookup'
import { dateFieldMessages } from './zh-cn/date-field'
import { formatMessages } from './zh-cn/format'
import { stripMessages } from './zh-cn/strip'
import { fieldProblemMessages, paperElementMessages } from './zh-cn/field-problems'
import { intakeMessages } from './zh-cn/intake'
import { receptionMessages } from './zh-cn/reception'
import { todayMessages } from './zh-cn/today'
import { warningMessages } from './zh-cn/warnings'
import { postMessages } from './zh-cn/posts'
import { problemMessages } from './zh-cn/problems'
import { refusalMessages } from './zh-cn/refusals'
import { catalogueMessages } from './zh-cn/catalogue'
import { standardListMessages } from './zh-cn/standard-lists'
import { documentMessages } from './zh-cn/documents'
import { catalogueRefusalMessages } from './zh-cn/catalogue-refusals'
import { documentImportMessages } from './zh-cn/document-import'
import { decisionMessages } from './zh-cn/decisions'
import { replyMessages } from './zh-cn/replies'
import { requestMessages } from './zh-cn/requests'
import { doorMessages } from './zh-cn/door'
import { signInMessages } from './zh-cn/sign-in'
import { setUpMessages } from './zh-cn/set-up'
import { wordingMessages } from './zh-cn/wording'
import { settingsMessages } from './zh-cn/settings'
import { bundleMessages } from './zh-cn/bundles'
import { bookletMessages } from './zh-cn/booklets'
import { exchangeMessages } from './zh-cn/exchange'
import { mediaMessages } from './zh-cn/media'
import { updateMessages } from './zh-cn/updates'
import { sendingMessages } from './zh-cn/sendings'
import { neighbourMessages } from './zh-cn/neighbours'
import { putBackMessages } from './zh-cn/put-back'
import { peopleMessages } from './zh-cn/people'
import { listMessages } from './zh-cn/lists'
import { printedRegisterMessages } from './zh-cn/printed-register'
import { scanMessages } from './zh-cn/scans'
import { paperMessages } from './zh-cn/papers'
import { importMessages } from './zh-cn/import'
import { uiMessages } from './zh-cn/ui'
import { correctionMessages } from './zh-cn/corrections'
import { kioskMessages } from './zh-cn/kiosk'
import { handsMessages } from './zh-cn/hands'
import { readingRoomMessages } from './zh-cn/reading-room'
import { readingWords } from './zh-cn/reading-words'
import { guideMessages } from './zh-cn/guide'
import { fieldWords } from './zh-cn/words'

/**
 * The source of truth for every sentence on screen. Keys are flat and start with their area; a new area is a new file
 * in zh-cn/ and in en/ and one line here and in en.ts. Letters are not screen text and do not belong here.
 */
export const zhCn = {
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
} as const
