import type { AgencyId } from '../../domain/agencies/office-facts'
import type { GuideDetails } from '../../domain/booklets/booklet-facts'
import { checkEmail, checkPlainText } from '../../domain/identity/applicant-rules'

/** The details of a guide as typed; a reading place a line. */
export interface GuideForm {
  readonly officeHours: string
  readonly postcode: string
  readonly fax: string
  readonly hasNoFax: boolean
  readonly website: string
  readonly email: string
  readonly onlineForm: string
  readonly readingPlaces: string
  readonly overseer: string
  readonly overseerPhone: string
}

export type GuideTextField = Exclude<keyof GuideForm, 'hasNoFax'>

export type GuideFieldProblem =
  | { readonly kind: 'tooLong'; readonly atMost: number }
  | { readonly kind: 'unprintable' | 'postcodeShape' | 'addressShape' | 'emailShape' }
  | { readonly kind: 'tooManyPlaces'; readonly atMost: number }

export type GuideProblems = Readonly<Partial<Record<GuideTextField, GuideFieldProblem>>>

export const guideTextFields = [
  ...(['officeHours', 'postcode', 'fax', 'website', 'email', 'onlineForm'] as const),
  ...(['readingPlaces', 'overseer', 'overseerPhone'] as const),
] as const satisfies readonly GuideTextField[]

/** Characters, as the shape of the fact has them; of the reading places, each of them. */
export const longestInGuide: Readonly<Record<GuideTextField, number>> = {
  ...{ officeHours: 120, postcode: 6, fax: 40, website: 200, email: 100, onlineForm: 200 },
  ...{ readingPlaces: 120, overseer: 60, overseerPhone: 40 },
}
export const mostReadingPlaces = 8

export function guideForm(guide: GuideDetails | undefined): GuideForm {
  const texts = Object.fromEntries(guideTextFields.map(field => [field, typedOf(guide?.[field])]))
  return { ...(texts as Record<GuideTextField, string>), hasNoFax: guide?.hasNoFax ?? false }
}

const typedOf = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value ?? []).join('\n')

/** What is wrong with what was typed. A field that is empty is not wrong: the booklets name it as missing. */
export function guideFormProblems(form: GuideForm): GuideProblems {
  const found = guideTextFields.flatMap(field => {
    const problem = problemOf(field, form[field].trim())
    return problem ? [[field, problem] as const] : []
  })
  return Object.fromEntries(found)
}

function problemOf(field: GuideTextField, text: string): GuideFieldProblem | null {
  if (text === '') return null
  const lines = field === 'readingPlaces' ? linesOf(text) : [text]
  if (lines.length > mostReadingPlaces) return { kind: 'tooManyPlaces', atMost: mostReadingPlaces }
  const atMost = longestInGuide[field]
  if (lines.some(line => line.length > atMost)) return { kind: 'tooLong', atMost }
  if (!lines.every(line => checkPlainText(line, atMost, false).ok)) return { kind: 'unprintable' }
  return shapeProblem(field, text)
}

function shapeProblem(field: GuideTextField, text: string): GuideFieldProblem | null {
  switch (field) {
    case 'postcode':
      return /^\d{6}$/.test(text) ? null : { kind: 'postcodeShape' }
    case 'email':
      return checkEmail(text).ok ? null : { kind: 'emailShape' }
    case 'website':
    case 'onlineForm':
      return netAddress.test(text) ? null : { kind: 'addressShape' }
    default:
      return null
  }
}

const netAddress = /^https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d{1,5})?(?:\/[!-~]*)?$/iu

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** Ask only where there is no problem. A fax beside "none" is dropped: the person said that there is none. */
export function guideDetailsFrom(form: GuideForm, agencyId: AgencyId): GuideDetails {
  const text = <F extends GuideTextField>(field: F): { [K in F]?: string } => {
    const typed = form[field].trim()
    return (typed === '' ? {} : { [field]: typed }) as { [K in F]?: string }
  }
  const places = linesOf(form.readingPlaces)
  return {
    agencyId,
    ...text('officeHours'),
    ...text('postcode'),
    ...(form.hasNoFax ? { hasNoFax: true as const } : text('fax')),
    ...text('website'),
    ...text('email'),
    ...text('onlineForm'),
    ...(places.length > 0 ? { readingPlaces: places } : {}),
    ...text('overseer'),
    ...text('overseerPhone'),
  }
}
