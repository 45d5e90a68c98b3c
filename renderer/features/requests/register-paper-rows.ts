import type { RequestRecord } from '#shared/application/ports'
import type { PrintedTable } from '#shared/application/registers/printed-table'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { conditionWords, type ConditionWords } from './condition-words'
import type { Condition } from './list-condition'
import { registerCells, type RegisterWords } from '../../case-parts/register-rows'

export interface RegisterPaperAround extends RegisterWords, ConditionWords {
  readonly officeName: string
  readonly windowName: string
  readonly madeBy: string
  readonly condition: Condition
}

/** 登记台账: everything but its rows. Its words are Chinese whatever the language of the screen, so is `t`. */
export function registerPaperTable(rows: number, around: RegisterPaperAround): PrintedTable {
  const { t, officeName, windowName, madeBy, today, isMasked } = around
  return {
    issuer: officeName,
    title: t('lists.print.title'),
    subtitle: t('lists.print.subtitle', { window: windowName, n: rows }),
    notes: [
      t('lists.print.condition', { condition: conditionWords(around.condition, around), n: rows }),
      t(isMasked ? 'lists.print.maskedNote' : 'lists.print.fullNote', { who: madeBy }),
    ],
    parts: [{ columns: columns.map(({ label, share }) => ({ label: t(label), share })), rows: [], whenEmpty: '' }],
    signatures: [t('lists.print.maker'), t('lists.print.checker')],
    madeOn: today,
  }
}

/** Made when they are asked for: two hundred rows are a few milliseconds, twenty thousand would hold the window. */
export const registerPaperRows = (records: readonly RequestRecord[], around: RegisterWords) => {
  const hasAgencies = around.agencies.length > 1
  return (from: number, to: number): readonly (readonly string[])[] =>
    records.slice(from, to).map(({ request }) => rowOf(request, around, hasAgencies))
}

/** Points, of the 757 between the margins: an identity number must stand on one line. */
const columns = [
  { label: 'lists.print.column.no', share: 92 },
  { label: 'lists.print.column.days', share: 84 },
  { label: 'lists.print.column.applicant', share: 60 },
  { label: 'lists.print.column.identity', share: 112 },
  { label: 'lists.print.column.asked', share: 170 },
  { label: 'lists.print.column.handler', share: 62 },
  { label: 'lists.print.column.reply', share: 122 },
  { label: 'lists.print.column.service', share: 62 },
] as const

function rowOf(request: DisclosureRequest, words: RegisterWords, hasAgencies: boolean): readonly string[] {
  const cells = registerCells(request, words)
  return [
    lines(cells.requestNo, hasAgencies ? cells.agency : ''),
    lines(cells.receivedOn, cells.dueOn),
    lines(cells.applicant, cells.applicantType),
    lines(cells.idNumber, cells.phone),
    cut(cells.asked),
    lines(cells.handler, cells.status),
    lines(cells.decision, cells.letterNo),
    lines(cells.servedOn, cells.serviceWay),
  ]
}

const lines = (...texts: readonly string[]): string => texts.filter(Boolean).join('\n')

const longestAsked = 120

/** A table is not the case: what is longer is read there. */
function cut(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ')]
  return characters.length > longestAsked ? `${characters.slice(0, longestAsked).join('')}……` : characters.join('')
}
