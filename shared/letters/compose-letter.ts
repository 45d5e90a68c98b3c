import { yearOf, type CivilDate } from '../domain/calendar/civil-date'
import { unreachable } from '../kernel/unreachable'
import { drawDueDateSlip } from './compose/due-date-slip'
import { drawOfficialReply, type OfficialReply } from './compose/official-reply'
import { drawRecoverySheet } from './compose/recovery-sheet'
import { drawRegistrationReceipt } from './compose/registration-receipt'
import { drawServiceReceipt } from './compose/service-receipt'
import type { LetterFonts } from './fonts'
import type { GrantedReply, LetterModel, NotFoundReply } from './letter-model'
import type { ComposedLetter } from './page/page-ops'
import { markPages, type PageMarks } from './page/page-marks'
import { createSheet, type Sheet } from './page/sheet'
import { SLIP_TITLE } from './wording/due-date-slip'
import { grantedReplyBody } from './wording/granted-reply'
import { WORDING_VERSION } from './wording/law'
import { notFoundReplyBody } from './wording/not-found-reply'
import { RECOVERY_TITLE } from './wording/recovery-sheet'
import { RECEIPT_TITLE } from './wording/registration-receipt'
import { REPLY_TITLE, type BodyPart } from './wording/reply-letter'
import { SERVICE_TITLE } from './wording/service-receipt'

/** Lays a letter out on its pages. Pure: the same model and fonts give the same drawing. Expects all elements present. */
export function composeLetter(model: LetterModel, fonts: LetterFonts, marks: PageMarks = {}): ComposedLetter {
  const sheet = createSheet(fonts)
  const about = drawLetter(sheet, model)
  const letter = sheet.finish({ ...about, subject: `${model.letter} ${WORDING_VERSION}` })
  return markPages(letter, fonts, marks)
}

interface About {
  readonly title: string
  readonly author: string
  readonly date: CivilDate
}

function drawLetter(sheet: Sheet, model: LetterModel): About {
  switch (model.letter) {
    case 'F03':
      drawRegistrationReceipt(sheet, model)
      return { title: `${RECEIPT_TITLE} ${model.requestNo}`, author: model.agency.name, date: model.madeOn }
    case 'slip':
      drawDueDateSlip(sheet, model)
      return { title: `${SLIP_TITLE} ${model.requestNo}`, author: model.agency.name, date: model.madeOn }
    case 'R01':
      return drawReply(sheet, model, { body: grantedReplyBody(model), attachments: attachmentsOf(model) })
    case 'R12':
      return drawReply(sheet, model, { body: notFoundReplyBody(model), attachments: [] })
    case 'S01':
      drawServiceReceipt(sheet, model)
      return { title: `${SERVICE_TITLE} ${model.documentNo}`, author: model.agency.name, date: model.madeOn }
    case 'recovery':
      drawRecoverySheet(sheet, model)
      return { title: `${RECOVERY_TITLE} ${model.workstation}`, author: model.officeName, date: model.madeOn }
    default:
      return unreachable(model)
  }
}

interface ReplyText {
  readonly body: readonly BodyPart[]
  readonly attachments: readonly string[]
}

function drawReply(sheet: Sheet, model: GrantedReply | NotFoundReply, text: ReplyText): About {
  const { agency } = model
  const number = model.letterNo ?? `${agency.code}〔${yearOf(model.issuedOn)}〕待编号`
  const reply: OfficialReply = {
    ...text,
    agencyName: agency.name,
    number,
    title: REPLY_TITLE,
    addressee: model.applicantName,
    issuedOn: model.issuedOn,
    note: `联系部门：${agency.contactName}；联系电话：${agency.contactPhone}；地址：${agency.address}`,
    isProof: model.purpose === 'proof',
  }
  drawOfficialReply(sheet, reply)
  return { title: `${REPLY_TITLE} ${number}`, author: agency.name, date: model.issuedOn }
}

const attachmentsOf = ({ attachments }: GrantedReply) => attachments.map(({ title, pages }) => `${title}（${pages}页）`)
