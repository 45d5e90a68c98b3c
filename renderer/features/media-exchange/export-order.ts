import type { BundleWish, ExportOrder, ShownMedium } from '#shared/application/media/ports'
import type { Office } from '#shared/domain/agencies/office'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { openApprovals } from '#shared/domain/media/media-book'
import type { ExportKind, ExportOf } from '#shared/domain/media/media-facts'
import type { Post } from '#shared/domain/people/person-facts'

export interface ExportFields {
  readonly what: ExportKind
  readonly requestNo: string
  readonly from: CivilDate | null
  readonly to: CivilDate | null
  readonly isMasked: boolean
  readonly mediumId: string | null
  readonly mediumNo: string
  readonly receiver: string
  readonly holder: string
  /** Of a bundle: for whom, and how it is closed. */
  readonly bundleFor: BundleWish['to']
  readonly lock: BundleWish['lock']['kind']
  readonly passphrase: string
  readonly isWhole: boolean
}

export const shortestPassphrase = 12

export const emptyFields = (today: CivilDate): ExportFields => ({
  ...{ what: 'case', requestNo: '', from: today, to: today, isMasked: true, mediumId: null },
  ...{ mediumNo: '', receiver: '', holder: '' },
  ...{ bundleFor: 'machines', lock: 'receivers', passphrase: '', isWhole: false },
})

export interface OrderAround {
  readonly office: Office
  readonly posts: readonly Post[]
  readonly media: readonly ShownMedium[]
  /** Requests that the export would hold. */
  readonly found: number
}

export type MissingInOrder =
  | 'post'
  | 'what'
  | 'found'
  | 'approval'
  | 'place'
  | 'readOnly'
  | 'mediumNo'
  | 'receiver'
  | 'holder'
  | 'passphrase'

/** What the form asks for so far; null while it is not complete. */
export function ofForm({ what, requestNo, from, to }: ExportFields): ExportOf | null {
  switch (what) {
    case 'case':
      return requestNo.trim() === '' ? null : { kind: 'case', requestNo: requestNo.trim().toUpperCase() }
    case 'period':
      return from && to && from <= to ? { kind: 'period', from, to } : null
    case 'register':
    case 'catalogue':
    case 'bundle':
      return { kind: what }
  }
}

/** The first thing that is missing, in the order of the form; null: nothing. */
export function missingInOrder(fields: ExportFields, around: OrderAround): MissingInOrder | null {
  const of = ofForm(fields)
  if (!roleOf(around.posts)) return 'post'
  if (!of) return 'what'
  if (isOfRequests(of) && around.found === 0) return 'found'
  if (of.kind === 'bundle' && isPassphraseShort(fields)) return 'passphrase'
  if (!isMaskedExport(fields) && openApprovals(around.office.media, of).length === 0) return 'approval'
  return missingPlace(fields, around) ?? missingName(fields)
}

const isPassphraseShort = ({ lock, passphrase }: ExportFields): boolean =>
  lock === 'passphrase' && passphrase.length < shortestPassphrase

function missingPlace({ mediumId }: ExportFields, { media }: OrderAround): MissingInOrder | null {
  const medium = media.find(one => one.mediumId === mediumId)
  if (!medium) return 'place'
  return medium.isReadOnly ? 'readOnly' : null
}

function missingName({ mediumNo, receiver, holder }: ExportFields): MissingInOrder | null {
  if (!/^[A-Z0-9][A-Z0-9-]{0,19}$/u.test(mediumNo.trim())) return 'mediumNo'
  if (receiver.trim() === '') return 'receiver'
  return holder.trim() === '' ? 'holder' : null
}

/** Null while something is missing. */
export function readyOrder(fields: ExportFields, around: OrderAround): ExportOrder | null {
  const of = ofForm(fields)
  const role = roleOf(around.posts)
  if (missingInOrder(fields, around) !== null || !of || !role || !fields.mediumId) return null
  const isMasked = isMaskedExport(fields)
  const [approval] = isMasked ? [] : openApprovals(around.office.media, of)
  const { mediumId, mediumNo, receiver, holder } = fields
  return {
    ...{ mediumId, of, isMasked, role, mediumNo: mediumNo.trim(), receiver: receiver.trim(), holder: holder.trim() },
    ...(approval ? { approvalId: approval.approvalId } : {}),
  }
}

/** Public documents hold nothing to mask; in a bundle all that names a person is sealed under its own key. */
const isMaskedExport = ({ what, isMasked }: ExportFields): boolean =>
  what === 'catalogue' || what === 'bundle' || isMasked

export const isOfRequests = ({ kind }: { readonly kind: ExportKind }): boolean =>
  kind === 'case' || kind === 'period' || kind === 'register'

export const bundleWish = ({ bundleFor, lock, passphrase, isWhole }: ExportFields): BundleWish => ({
  ...{ to: bundleFor, isWhole },
  lock: lock === 'passphrase' ? { kind: lock, passphrase } : { kind: lock },
})

export const roleOf = (posts: readonly Post[]): Post | undefined =>
  (['clerk', 'reviewer', 'head'] as const).find(post => posts.includes(post))
