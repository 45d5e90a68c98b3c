/**
 * Run after the program has exited: node --import tsx visit.ts USER_DATA OUTPUT. Reads the journal and the text of the
 * PDFs, and nothing that the screen said. A missing field exits 1.
 */
import fs from 'node:fs'
import path from 'node:path'
import { foldOffice } from '#shared/domain/agencies/office'
import { formatDay } from '#shared/domain/calendar/civil-date'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import { foldRequest } from '#shared/domain/requests/request'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { hlcTime } from '#shared/ledger/hybrid-clock'
import type { PlainAct } from '#shared/ledger/act'
import { readOffice } from '../../support/journal/read-office'
import { administrator } from '../hands/people-of-the-story'
import { savedPapers, shippedCalendar } from './saved-papers'

const [userData, output] = process.argv.slice(2) as [string, string]
const { acts, head, readOnly } = await readOffice(path.join(userData, 'office'), administrator)
const recorded = (act: PlainAct) => ({ ...act, at: hlcTime(act.hlc as never) }) as never
const subject = acts.find(act => act.subject.startsWith('request:'))?.subject
const request = foldRequest(acts.filter(act => act.subject === subject).map(recorded)) as DisclosureRequest | undefined
const officeName = foldOffice(acts.filter(act => act.subject === 'office').map(recorded))?.name
const due = request && replyDueOn(request.clockFacts, shippedCalendar())

const papers = await savedPapers(output)
const said = (name: string, pattern: RegExp) => pattern.exec(papers[name] ?? '')?.[0].replaceAll(/\s+/g, '')

const summary = {
  office: officeName,
  journal: { acts: head.seq, head: head.hash, readOnly: readOnly ?? 'no' },
  requestNo: request?.requestNo,
  receivedOn: request?.receivedOn,
  dueOn: due?.ok ? due.value.dueOn : undefined,
  certainty: due?.ok ? due.value.certainty : undefined,
  status: request?.status,
  conflicts: request?.conflicts.length,
  searches: request?.searches.length,
  decision: request?.letter?.decision,
  letterNo: request?.letter?.letterNo,
  issuedOn: request?.letter?.issuedOn,
  drafter: request?.currentDraft?.drafter,
  approver: request?.letter?.approver,
  servedOn: request?.served?.servedOn,
  documents: request?.documents.map(document => document.document),
  kindsOfFact: [...new Set(acts.flatMap(act => act.facts.map(fact => fact.type)))],
  pdfs: {
    files: Object.keys(papers).sort(),
    receiptSaysNumber: said('receipt.pdf', /[A-Z]{2,6}-[A-Z\d]+-\d{4}-\d{4}/),
    receiptSaysName: request?.personal && said('receipt.pdf', new RegExp(escaped(request.personal.applicant.name))),
    replySaysNumber: request?.letter && said('reply.pdf', new RegExp(escaped(request.letter.letterNo))),
    replySaysRemedy: said('reply.pdf', /六\s*十\s*日\s*内|六\s*个\s*月\s*内/),
    proofOfServiceSaysNumber:
      request?.letter && said('proof-of-service.pdf', new RegExp(escaped(request.letter.letterNo))),
    slipSaysDueDate: due?.ok ? said('due-date-proof.pdf', new RegExp(escaped(formatDay(due.value.dueOn)))) : undefined,
    receiptSaysDueDate: due?.ok ? said('receipt.pdf', new RegExp(escaped(formatDay(due.value.dueOn)))) : undefined,
  },
}

fs.writeFileSync(path.join(output, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
const missing = missingIn(summary)
const wrong = [
  ...(request?.currentDraft?.drafter === request?.letter?.approver ? ['approver is the drafter'] : []),
  ...(request?.status === 'served' ? [] : ['status']),
  ...(summary.pdfs.receiptSaysNumber === request?.requestNo ? [] : ['pdfs.receiptSaysNumber']),
  ...(readOnly ? ['journal.readOnly'] : []),
]
console.log(JSON.stringify(summary, null, 2))
for (const field of [...missing, ...wrong]) console.error(`summary: ${field} is missing or wrong`)
process.exit(missing.length + wrong.length === 0 ? 0 : 1)

function missingIn(value: object, at = ''): string[] {
  return Object.entries(value).flatMap(([name, part]) => {
    const here = at ? `${at}.${name}` : name
    if (part === undefined || part === null || part === '') return [here]
    if (Array.isArray(part)) return part.length === 0 ? [here] : []
    return typeof part === 'object' ? missingIn(part as object, here) : []
  })
}

/** Letters may break a number over two lines, so any space may stand between its characters. */
function escaped(text: string): string {
  return [...text].map(character => character.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&')).join('\\s*')
}
