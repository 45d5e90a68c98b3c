import { describe, expect, test } from 'vitest'
import * as catalogue from '#shared/application/catalogue/catalogue-list'
import type { DocumentLine } from '#shared/application/catalogue-ports'
import { openRequestRow } from '#shared/application/requests/open-requests'
import * as visits from '#shared/application/visits/visit-words'
import { foldRequest } from '#shared/domain/requests/request'
import type { RequestId } from '#shared/domain/requests/request-facts'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { foldSubject, recordedAct } from '../../../../../renderer/data/projector/fold-subject'
import type { SubjectRow } from '../../../../../renderer/data/projector/subject-rows'
import { unpackRequest } from '../../../../../renderer/data/pack-request'
import type { KeptAct } from '../../../../../renderer/data/rows'
import { factTypes, hostileFacts, rightFact, type Fact } from '../../../../support/hostile/hostile-facts'
import { day, published } from '../../../shared/domain/published-calendars'

/**
 * What another machine of the office signed is taken as it is: its key may be in other hands. Whatever it says of one record, the
 * lists of all records can be read.
 */
const id = '0b0b0b0b-0000-4000-8000-000000000001'
const today = day('2026-09-08')

const actOf = (seq: number, fact: Fact): KeptAct =>
  ({
    ...{ chain: 'a'.repeat(32), seq, hlc: `00179581741712${seq}-0000`, signedHlc: undefined, origin: String(seq) },
    ...{ actor: id, role: 'clerk', facts: [fact] },
  }) as unknown as KeptAct

const rowOfRequest = (request: DisclosureRequest) =>
  openRequestRow({ requestId: id as RequestId, request } as never, today, published)

/** What the lists make of a row, as they stand on the board, in the reading room and in the catalogue. */
function listed({ table, row }: SubjectRow): void {
  if (row === null) return
  if (table === 'requests') rowOfRequest(unpackRequest(row.packed))
  if (table === 'visits') {
    const { visit } = row
    for (const words of [visits.maskedVisitor, visits.maskedDocument, visits.copiesWords, visits.helpsWords])
      words(visit)
    visits.visitNoOf({ visitId: row.id, visit })
  }
  if (table === 'documents') {
    const line = { ...row.document.details, documentId: row.id, isWithdrawn: false } as unknown as DocumentLine
    const now = { today, calendar: published }
    catalogue.linesFor([line], { ...catalogue.anyDocument, text: 'a' }, now)
    catalogue.countParts([line], now)
    catalogue.dueOfLine(line, published)
    const counting = catalogue.narrowingCount()
    counting.add(line)
    counting.choices()
  }
}

const firstOf = {
  request: 'request.registered@1',
  visit: 'visit.signedIn@1',
  document: 'document.catalogued@1',
} as const

describe('what a machine that was taken over signed', () => {
  test.each(Object.entries(firstOf))(
    'of a %s: every list can be read, and an act that no list can bear is named',
    (kind, first) => {
      let [facts, marked] = [0, 0]
      for (const type of factTypes.filter(each => each.startsWith(`${kind}.`)))
        for (const fact of hostileFacts(rightFact(type), ['open', 'personal'])) {
          facts++
          const acts = type === first ? [actOf(1, fact)] : [actOf(1, rightFact(first)), actOf(2, fact)]
          const { row, poison } = foldSubject(`${kind}:${id}`, acts)
          if (poison.length > 0) marked++
          const said = `${JSON.stringify(fact).slice(0, 300)}`
          expect(() => row && listed(row), said).not.toThrow()
        }
      console.log(`${kind}: ${facts} hostile facts, ${marked} of their acts marked`)
      expect([facts, marked].every(count => count > 30)).toBe(true)
    },
  )

  test('planted: without the judgement of the row, a name that is a number stops the board', () => {
    const { open } = rightFact('request.registered@1')
    const fact = { type: 'request.registered@1', open, personal: { applicant: { name: 5 }, description: '某件' } }
    const request = foldRequest([recordedAct(actOf(1, fact))] as never)!
    expect(() => rowOfRequest(request)).toThrow(TypeError)
    expect(foldSubject(`request:${id}`, [actOf(1, fact)])).toMatchObject({ poison: [{ why: 'foldFailed' }] })
  })
})
