import { readIndexNumber } from '#shared/domain/catalogue/index-number'
import { parseLetterNo } from '#shared/domain/requests/letter-number'
import { parseRequestNo } from '#shared/domain/requests/request-number'
import { parseCertificateNo } from '#shared/domain/visits/certificate-number'
import type { PlainAct, PlainFact } from '#shared/ledger/act'
import { certificateSeries, indexNoSeries, letterSeries, requestSeries } from '../series-names'

/**
 * The highest serial per series that these acts used. Read from the facts, not from the folded request: a number
 * that lost a conflict was printed all the same and must never be given out again.
 */
export function highestSerials(acts: readonly PlainAct[]): Map<string, number> {
  const highest = new Map<string, number>()
  for (const fact of acts.flatMap(act => act.facts)) {
    const used = serialOf(fact)
    if (used) highest.set(used.name, Math.max(used.serial, highest.get(used.name) ?? 0))
  }
  return highest
}

function serialOf(fact: PlainFact): { name: string; serial: number } | null {
  // The number of an old register counts only where it has the shape of ours: it is then never given out again.
  if (fact.type === 'request.carriedIn@1') return requestSerial(textOf(fact, 'requestNo'))
  if (fact.type === 'request.registered@1') return requestSerial(textOf(fact, 'requestNo'))
  if (fact.type === 'document.catalogued@1') return indexSerial(textOf(fact, 'indexNo'))
  if (fact.type === 'reply.issued@1') return letterSerial(textOf(fact, 'letterNo'))
  if (fact.type === 'visit.certified@1') return certificateSerial(textOf(fact, 'certificateNo'))
  if (fact.type === 'number.voided@1') return serialOfSeries(fact, 'number')
  if (fact.type === 'series.started@1') return serialOfSeries(fact, 'lastUsed')
  return null
}

function serialOfSeries(fact: PlainFact, name: 'number' | 'lastUsed') {
  const number = textOf(fact, name)
  const series = textOf(fact, 'series')
  if (series === 'certificate') return certificateSerial(number)
  return series === 'request' ? requestSerial(number) : letterSerial(number)
}

function requestSerial(requestNo: string) {
  const parsed = parseRequestNo(requestNo)
  return parsed.ok ? { name: requestSeries(parsed.value), serial: parsed.value.serial } : null
}

function indexSerial(indexNo: string) {
  const read = readIndexNumber(indexNo)
  return read && { name: indexNoSeries(read.prefix), serial: read.serial }
}

function letterSerial(letterNo: string) {
  const parsed = parseLetterNo(letterNo)
  return parsed.ok ? { name: letterSeries(parsed.value), serial: parsed.value.serial } : null
}

function certificateSerial(certificateNo: string) {
  const parsed = parseCertificateNo(certificateNo)
  return parsed.ok ? { name: certificateSeries(parsed.value), serial: parsed.value.serial } : null
}

function textOf({ open }: PlainFact, name: string): string {
  const value =
    typeof open === 'object' && open !== null && !Array.isArray(open) ? (open as Record<string, unknown>)[name] : null
  return typeof value === 'string' ? value : ''
}
