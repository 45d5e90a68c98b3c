import type { TransferLetter } from '../model/form-models'
import type { Sheet } from '../page/sheet'
import { contactNote, paragraph } from '../wording/reply-letter'
import { paragraphsOf } from '../page/clean-text'
import {
  DESCRIPTION_TITLE,
  isCarried,
  TRANSFER_NOTICE_TITLE,
  TRANSFER_TITLE,
  transferBody,
  transferNoticeBody,
} from '../wording/transfer-letter'
import { drawOfficialReply, type OfficialReply } from './official-reply'

/** Two letters in one file: to the agency that takes over, and to the applicant. Each begins on its own sheet. */
export function drawTransferLetter(sheet: Sheet, model: TransferLetter): void {
  const { agency } = model
  const shared = {
    agencyName: agency.name,
    // Letter numbers are drawn for replies only; a transfer is found again by the number of its request.
    number: `登记编号：${model.requestNo}`,
    issuedOn: model.passedOn,
    note: contactNote(model),
    isProof: false,
    ...carriedOf(model),
  }
  drawOfficialReply(sheet, {
    ...shared,
    title: TRANSFER_TITLE,
    addressee: model.toAgency.name,
    body: transferBody(model),
    attachments: [...(isCarried(model) ? [DESCRIPTION_TITLE] : []), ...model.attachments],
  })
  sheet.addPage()
  drawOfficialReply(sheet, {
    ...shared,
    title: TRANSFER_NOTICE_TITLE,
    addressee: model.applicantName,
    body: transferNoticeBody(model),
    attachments: isCarried(model) ? [DESCRIPTION_TITLE] : [],
  })
}

const carriedOf = (model: TransferLetter): Pick<OfficialReply, 'carried'> =>
  isCarried(model)
    ? { carried: [{ title: DESCRIPTION_TITLE, body: paragraphsOf(model.description).map(text => paragraph(text)) }] }
    : {}
