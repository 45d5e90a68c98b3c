import type { AgencyId } from '../agencies/office-facts'
import type { CivilDate } from '../calendar/civil-date'

/** How an agency numbers its documents. No structure binds the whole country (reference 8.2), so it is a template. */
export interface IndexNumbering {
  readonly agencyId: AgencyId
  /** Text with `{orgCode}`, `{uscc}`, `{yyyy}`, `{yyyymm}` and, last, `{seq:5}` (digits of the serial). */
  readonly template: string
  /** 组织机构代码, 9 characters. */
  readonly orgCode?: string
  /** 统一社会信用代码, 18 characters. */
  readonly uscc?: string
}

/** The two seen most often (reference 8.2); the first is the commonest. */
export const usualTemplates = ['{orgCode}/{yyyy}-{seq:5}', '{uscc}/{yyyymm}-{seq:5}'] as const

/** A number before its serial: what the serials of one series share. */
export interface IndexSeries {
  readonly prefix: string
  readonly digits: number
}

export type NumberingProblem =
  | { readonly kind: 'templateWithoutSerial' }
  | { readonly kind: 'templatePartUnknown'; readonly part: string }
  | { readonly kind: 'templateCodeMissing'; readonly code: 'orgCode' | 'uscc' }

/** Why nothing can be numbered in this way; undefined where it can. */
export function numberingProblem({
  template,
  ...codes
}: Omit<IndexNumbering, 'agencyId'>): NumberingProblem | undefined {
  const parts = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, part]) => part!)
  const unknown = parts.find(part => !isKnown(part))
  if (unknown !== undefined) return { kind: 'templatePartUnknown', part: unknown }
  // One serial, at the end: so that a number can be read back, and the next one be told from it.
  if (!/\{seq:[1-9]\}$/.test(template) || parts.filter(isSerial).length !== 1) return { kind: 'templateWithoutSerial' }
  const missing = (['orgCode', 'uscc'] as const).find(code => parts.includes(code) && !codes[code])
  return missing && { kind: 'templateCodeMissing', code: missing }
}

/** The series that a document of this day belongs to. Throws RangeError where `numberingProblem` says why not. */
export function indexSeries(numbering: IndexNumbering, on: CivilDate): IndexSeries {
  if (numberingProblem(numbering)) throw new RangeError('template')
  const { template, orgCode = '', uscc = '' } = numbering
  const serial = /\{seq:([1-9])\}$/.exec(template)!
  const values: Readonly<Record<string, string>> = {
    orgCode,
    uscc,
    yyyy: on.slice(0, 4),
    yyyymm: on.slice(0, 7).replace('-', ''),
  }
  const prefix = template.slice(0, serial.index).replace(/\{([^{}]*)\}/g, (_whole, part: string) => values[part] ?? '')
  return { prefix, digits: Number(serial[1]) }
}

export const indexNumber = ({ prefix, digits }: IndexSeries, serial: number): string =>
  `${prefix}${String(serial).padStart(digits, '0')}`

/** Where a number stands in its series, whoever gave it: what is before its last digits, and these. Null without any. */
export function readIndexNumber(indexNo: string): { readonly prefix: string; readonly serial: number } | null {
  const [, prefix, digits] = /^(.*?)(\d{1,9})$/s.exec(indexNo) ?? []
  return prefix === undefined || digits === undefined ? null : { prefix, serial: Number(digits) }
}

const isSerial = (part: string): boolean => /^seq:[1-9]$/.test(part)
const isKnown = (part: string): boolean => ['orgCode', 'uscc', 'yyyy', 'yyyymm'].includes(part) || isSerial(part)
