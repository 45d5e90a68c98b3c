import fs from 'node:fs'
import path from 'node:path'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import { foldRequest } from '#shared/domain/requests/request'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { noPreviousHash, type PlainAct } from '#shared/ledger/act'
import { hlcTime } from '#shared/ledger/hybrid-clock'
import { scanFolder } from '../../support/at-rest/scan-folder'
import { traceFinder } from '../../support/at-rest/traces'
import { readOffice } from '../../support/journal/read-office'
import { administrator } from '../hands/people-of-the-story'
import { paperRegister } from '../monday/paper-register'
import { typedIdNumbers, visitors, type VisitorKind } from '../monday/visitors'
import { savedPapers, shippedCalendar } from './saved-papers'

export interface LetterSeen {
  readonly requestNo: string
  readonly status: string
  readonly decision: string
  readonly letterNo: string
  readonly receivedOn: string
  readonly dueOn: string
  readonly servedOn: string
  readonly servedWay: string
  /** Nobody approves the draft they wrote. */
  readonly isFourEyes: boolean
  readonly scans: number
}

/** What the day left on the disk: the journal, the papers, and nothing that a screen said. */
export interface MondaySeen {
  readonly journal: { readonly acts: number; readonly isChained: boolean; readonly readOnly: string | null }
  readonly letters: Readonly<Partial<Record<VisitorKind, LetterSeen>>>
  readonly requests: number
  readonly carriedIn: number
  /** Old numbers of cases whose due date is another than the register's. */
  readonly otherDueOn: readonly string[]
  readonly open: number
  readonly conflicts: number
  readonly importIsFourEyes: boolean
  /** Row 3-2 of the annual report, natural persons. */
  readonly carriedOverFromLastYear: number
  readonly lent: number
  readonly takenBack: number
  /** Text without spaces, line ends and page numbers, by file. */
  readonly papers: Readonly<Record<string, string>>
  readonly screenshots: number
  readonly idNumbersLookedFor: number
  /** Identity numbers that lie on the disk in clear, and where. */
  readonly traces: readonly string[]
}

/** Reads after the program has ended. */
export async function seeMonday(userData: string, output: string): Promise<MondaySeen> {
  const { acts, readOnly } = await readOffice(path.join(userData, 'office'), administrator)
  const requests = foldedRequests(acts)
  const carried = requests.filter(({ carriedIn }) => carriedIn)
  const calendar = shippedCalendar()
  const dueOf = ({ clockFacts }: DisclosureRequest): string => {
    const due = replyDueOn(clockFacts, calendar)
    return due.ok && due.value.certainty === 'final' ? due.value.dueOn : ''
  }
  const assigned = acts.flatMap(({ facts }) => facts.filter(({ type }) => type === 'request.assigned@1'))
  const lent = assigned.filter(({ open }) => (open as { isTemporary?: true }).isTemporary)
  const idNumbers = new Set([...typedIdNumbers, ...paperRegister().map(({ idNumber }) => idNumber)].filter(Boolean))
  return {
    journal: { acts: acts.length, isChained: isChained(acts), readOnly: readOnly?.kind ?? null },
    letters: Object.fromEntries(
      (Object.keys(visitors) as VisitorKind[]).flatMap(kind => {
        const request = requests.find(({ personal }) => personal?.description === visitors[kind].asked)
        return request ? [[kind, letterOf(request, dueOf(request))]] : []
      }),
    ),
    requests: requests.length,
    carriedIn: carried.length,
    otherDueOn: carried
      .filter(request => request.carriedIn!.paperDueOn !== dueOf(request))
      .map(({ requestNo }) => requestNo),
    open: requests.filter(({ status }) => status !== 'served' && status !== 'closed').length,
    conflicts: requests.reduce((sum, { conflicts }) => sum + conflicts.length, 0),
    ...importOf(acts),
    ...{ lent: lent.length, takenBack: assigned.length - lent.length },
    papers: Object.fromEntries(
      Object.entries(await savedPapers(output)).map(([name, text]) => [name, text.replace(/\s|— \d+ —/gu, '')]),
    ),
    screenshots: fs.readdirSync(output).filter(name => name.endsWith('.png')).length,
    idNumbersLookedFor: idNumbers.size,
    traces: tracesOf(userData, idNumbers),
  }
}

function foldedRequests(acts: readonly PlainAct[]): DisclosureRequest[] {
  const bySubject = new Map<string, PlainAct[]>()
  for (const act of acts) bySubject.set(act.subject, [...(bySubject.get(act.subject) ?? []), act])
  const recorded = (act: PlainAct) => ({ ...act, at: hlcTime(act.hlc as never) }) as never
  return [...bySubject].flatMap(([subject, own]) =>
    subject.startsWith('request:') ? [foldRequest(own.map(recorded)) as DisclosureRequest] : [],
  )
}

/** Each act names the one before by its hash, and none is missing between. */
const isChained = (acts: readonly PlainAct[]): boolean =>
  acts.every(({ seq, prev }, at) => seq === at + 1 && prev === (acts[at - 1]?.hash ?? noPreviousHash))

const letterOf = (request: DisclosureRequest, dueOn: string): LetterSeen => ({
  requestNo: request.requestNo,
  status: request.status,
  decision: request.letter?.decision ?? '',
  letterNo: request.letter?.letterNo ?? '',
  ...{ receivedOn: request.receivedOn ?? '', dueOn },
  ...{ servedOn: request.served?.servedOn ?? '', servedWay: request.served?.way ?? '' },
  isFourEyes: request.letter !== undefined && request.letter.approver !== request.currentDraft?.drafter,
  scans: request.scans.length,
})

function importOf(acts: readonly PlainAct[]): Pick<MondaySeen, 'importIsFourEyes' | 'carriedOverFromLastYear'> {
  const signed = acts.find(({ facts }) => facts.some(({ type }) => type === 'register.imported@1'))
  const over = acts.flatMap(({ facts }) => facts).find(({ type }) => type === 'register.carriedOver@1')
  const preparedBy = (signed?.facts[0]?.open as { preparedBy?: string } | undefined)?.preparedBy
  return {
    importIsFourEyes: preparedBy !== undefined && preparedBy !== signed?.actor,
    carriedOverFromLastYear:
      (over?.open as { counts?: Record<string, number> } | undefined)?.counts?.['naturalPerson'] ?? 0,
  }
}

/** The stand-in's virtual printer is the office's paper, which is outside the program. */
function tracesOf(userData: string, idNumbers: ReadonlySet<string>): string[] {
  const secrets = [...idNumbers].map((text, n) => ({ what: `identity number ${n + 1}`, text }))
  const { traces } = scanFolder(userData, traceFinder(secrets), ['printed'])
  return traces.map(({ what, as, file }) => `${what} (${as}) in ${file}`)
}
