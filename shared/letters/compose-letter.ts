import { yearOf, type CivilDate } from '../domain/calendar/civil-date'
import { unreachable } from '../kernel/unreachable'
import { drawDueDateSlip } from './compose/due-date-slip'
import { drawForm, isFormModel, pageSizeOf } from './compose/form'
import { drawOfficialReply, type OfficialReply } from './compose/official-reply'
import { drawMediumSlip } from './compose/medium-slip'
import { drawRecoverySheet } from './compose/recovery-sheet'
import { drawRegistrationReceipt } from './compose/registration-receipt'
import { drawServiceReceipt } from './compose/service-receipt'
import type { LetterFonts } from './fonts'
import type { LetterModel } from './letter-model'
import type { FormModel } from './model/form-models'
import type { ComposedLetter } from './page/page-ops'
import { markPages, type PageMarks } from './page/page-marks'
import { createSheet, type Sheet } from './page/sheet'
import type { ReplyModel, Supplied } from './reply-model'
import { SLIP_TITLE } from './wording/due-date-slip'
import { WORDING_VERSION } from './wording/law'
import { MEDIUM_SLIP_TITLE } from './wording/medium-slip'
import { RECOVERY_TITLE } from './wording/recovery-sheet'
import { RECEIPT_TITLE } from './wording/registration-receipt'
import { isReply, replyBody } from './wording/reply-body'
import { contactNote, replyTitle } from './wording/reply-letter'
import { SERVICE_TITLE } from './wording/service-receipt'

/** Lays a letter out on its pages. Pure: the same model and fonts give the same drawing. Expects all elements present. */
export function composeLetter(model: LetterModel, fonts: LetterFonts, marks: PageMarks = {}): ComposedLetter {
  const sheet = createSheet(fonts, pageSizeOf(model))
  const about = isFormModel(model) ? drawForm(sheet, model) : drawLetter(sheet, model)
  const letter = sheet.finish({ ...about, subject: subjectOf(model) })
  return markPages(letter, fonts, marks)
}

/**
 * What an old letter can be explained by: its kind, the version of the program's wording, for a reply the law pack that it
 * follows, and the version of the office's own wording where it has one.
 */
const subjectOf = (model: LetterModel): string =>
  [
    ...[model.letter, WORDING_VERSION],
    ...(isReply(model) && model.lawPack ? [model.lawPack.id] : []),
    ...('wording' in model && model.wording ? [`office-${model.wording.version}`] : []),
  ].join(' ')

interface About {
  readonly title: string
  readonly author: string
  readonly date: CivilDate
}

function drawLetter(sheet: Sheet, model: Exclude<LetterModel, FormModel>): About {
  if (isReply(model)) return drawReply(sheet, model)
  switch (model.letter) {
    case 'F03':
      drawRegistrationReceipt(sheet, model)
      return { title: `${RECEIPT_TITLE} ${model.requestNo}`, author: model.agency.name, date: model.madeOn }
    case 'slip':
      drawDueDateSlip(sheet, model)
      return { title: `${SLIP_TITLE} ${model.requestNo}`, author: model.agency.name, date: model.madeOn }
    case 'S01':
      drawServiceReceipt(sheet, model)
      return { title: `${SERVICE_TITLE} ${model.documentNo}`, author: model.agency.name, date: model.madeOn }
    case 'recovery':
      drawRecoverySheet(sheet, model)
      return { title: `${RECOVERY_TITLE} ${model.workstation}`, author: model.officeName, date: model.madeOn }
    case 'mediumSlip':
      drawMediumSlip(sheet, model)
      return { title: `${MEDIUM_SLIP_TITLE} ${model.mediumNo}`, author: model.officeName, date: model.madeOn }
    default:
      return unreachable(model)
  }
}

function drawReply(sheet: Sheet, model: ReplyModel): About {
  const { agency } = model
  const number = model.letterNo ?? `${agency.code}〔${yearOf(model.issuedOn)}〕待编号`
  const title = replyTitle(model.letter)
  const reply: OfficialReply = {
    body: replyBody(model),
    attachments: 'attachments' in model ? attachmentsOf(model) : [],
    agencyName: agency.name,
    number,
    title,
    addressee: model.applicantName,
    issuedOn: model.issuedOn,
    note: contactNote(model),
    isProof: model.purpose === 'proof',
  }
  drawOfficialReply(sheet, reply)
  return { title: `${title} ${number}`, author: agency.name, date: model.issuedOn }
}

const attachmentsOf = ({ attachments }: Supplied) => attachments.map(({ title, pages }) => `${title}（${pages}页）`)
