import type { CivilDate } from '../../domain/calendar/civil-date'
import { unreachable } from '../../kernel/unreachable'
import type { FormModel } from '../model/form-models'
import { A4, type PageSize } from '../page/measures'
import type { Sheet } from '../page/sheet'
import { APPROVAL_TITLE } from '../wording/approval-sheet'
import { ENVELOPE_TITLE, LABELS_TITLE } from '../wording/envelope'
import { POSTING_TITLE } from '../wording/posting-record'
import { REQUEST_FORM_TITLE } from '../wording/request-form'
import { TRANSFER_TITLE } from '../wording/transfer-letter'
import { drawApprovalSheet } from './approval-sheet'
import { drawArchivesCertificate } from './archives-certificate'
import { drawReadingVisit } from './reading-visit'
import { CERTIFICATE_TITLE } from '../wording/archives-certificate'
import { VISIT_TITLE } from '../wording/reading-visit'
import { drawAddressLabels, drawEnvelope, envelopeSize } from './envelope'
import { drawPostingRecord } from './posting-record'
import { drawRequestForm } from './request-form'
import { drawTransferLetter } from './transfer-letter'

const formKinds: Readonly<Record<FormModel['letter'], true>> = {
  F01: true,
  S02: true,
  S04: true,
  S06: true,
  envelope: true,
  labels: true,
  S03: true,
  archivesCertificate: true,
}

export const isFormModel = (model: { readonly letter: string }): model is FormModel =>
  Object.hasOwn(formKinds, model.letter)

/** Size of its pages. */
export const pageSizeOf = (model: { readonly letter: string }): PageSize =>
  isFormModel(model) && model.letter === 'envelope' ? envelopeSize(model.size) : A4

interface About {
  readonly title: string
  readonly author: string
  readonly date: CivilDate
}

/** Draws one form; what comes back describes the file. */
export function drawForm(sheet: Sheet, model: FormModel): About {
  const author = model.agency.name
  switch (model.letter) {
    case 'F01':
      drawRequestForm(sheet, model)
      return { title: titled(REQUEST_FORM_TITLE, model.filled?.requestNo), author, date: model.madeOn }
    case 'S02':
      drawPostingRecord(sheet, model)
      return { title: titled(POSTING_TITLE, model.requestNo), author, date: model.madeOn }
    case 'S04':
      drawTransferLetter(sheet, model)
      return { title: titled(TRANSFER_TITLE, model.requestNo), author, date: model.passedOn }
    case 'S06':
      drawApprovalSheet(sheet, model)
      return { title: titled(APPROVAL_TITLE, model.requestNo), author, date: model.madeOn }
    case 'envelope':
      drawEnvelope(sheet, model)
      return { title: ENVELOPE_TITLE, author, date: model.madeOn }
    case 'labels':
      drawAddressLabels(sheet, model)
      return { title: LABELS_TITLE, author, date: model.madeOn }
    case 'S03':
      drawReadingVisit(sheet, model)
      return { title: titled(VISIT_TITLE, model.visitNo), author, date: model.madeOn }
    case 'archivesCertificate':
      drawArchivesCertificate(sheet, model)
      return { title: titled(CERTIFICATE_TITLE, model.certificateNo), author, date: model.certifiedOn }
    default:
      return unreachable(model)
  }
}

const titled = (title: string, no: string | undefined): string => [title, no].filter(Boolean).join(' ')
