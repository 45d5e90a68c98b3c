import { randomUUID } from 'node:crypto'
import { foldDocument } from '#shared/domain/catalogue/document'
import { changeDocument, type DocumentEdit } from '#shared/domain/catalogue/document-changes'
import { foldRequest } from '#shared/domain/requests/request'
import { basesOf } from '#shared/domain/requests/seen-values'
import { visitBasesOf } from '#shared/domain/visits/seen-parts'
import { foldVisit } from '#shared/domain/visits/visit'
import type { PlainFact } from '#shared/ledger/act'
import type { Route } from '../../../renderer/windows/desk/routes'
import { recorded } from '../../../electron/main/authority/office-authority'
import { valueOf } from '../../support/workstation/test-workstation'
import type { Deck, TextField } from '../deck'
import { hostileFact, staffedOffice } from '../office-of-texts'
import { publicWords, said, type PlannedFact } from '../plans'

export interface Disputed {
  readonly kind: 'request' | 'document' | 'visit'
  readonly name: string
  readonly route: Route
  /** What one said and what the other said, of everything about which they differ. */
  readonly both: readonly string[]
  /** Whole texts, which are compared in a dialog. */
  readonly texts?: readonly string[]
}

/** Writes a record with one act of each of two who did not know of each other. */
type Dispute = (parts: Parts) => Omit<Disputed, 'name'>

interface Parts {
  readonly id: string
  readonly agencyId: string
  readonly nth: number
  readonly hostile: (planned: PlannedFact, at: string) => PlainFact
  readonly write: (subject: string, fact: object) => void
  /** What stands, as somebody sees who has all acts up to now. */
  readonly actsOf: (subject: string) => ReturnType<typeof recorded<never>>[]
}

/** An office in which every record is disputed, in words of the deck; the program is not running. */
export async function officeOfConflicts(userData: string, deck: Deck): Promise<readonly Disputed[]> {
  const { office } = await staffedOffice(userData)
  const records: Disputed[] = []
  for (let nth = 1; nth <= deck.records; nth++)
    for (const [name, dispute] of Object.entries(disputes)) {
      const give = (field: TextField): string => deck.textFor(field, nth)
      const record = dispute({
        ...{ id: randomUUID(), agencyId: office.agencyId, nth },
        hostile: (planned, at) => hostileFact(planned, at, give),
        write(subject, fact) {
          const facts = [JSON.parse(JSON.stringify(fact)) as PlainFact]
          const role = clerkly.test(facts[0]!.type) ? 'clerk' : 'reviewer'
          valueOf(office.ledger.append([{ actor: office.founder, role, subject, facts }]))
        },
        actsOf: subject => office.ledger.actsOf(subject).map(recorded<never>),
      })
      records.push({ ...record, name: `${name} ${nth}` })
    }
  office.close()
  return records
}

/** What a reviewer does not do. */
const clerkly = /^(?:request\.registered|visit\.)/

const disputes: Readonly<Record<string, Dispute>> = {
  request({ id, agencyId, nth, hostile, write, actsOf }) {
    const subject = `request:${id}`
    write(subject, hostile(said('request.registered@1', { requestNo: `YX-A-2026-${nth}`, agencyId }), 'registered'))
    const seen = foldRequest(actsOf(subject) as never)!
    const both = ['one', 'other'].map(who => {
      const personal = { reason: '登记有误', description: '某事' }
      const fact = hostile({ ...said('request.corrected@1', {}), open: {}, personal }, `${who}, corrected`)
      write(subject, { ...fact, base: basesOf(seen, fact as never) })
      return (fact.personal as { description: string }).description
    })
    return {
      kind: 'request',
      route: { page: 'request', requestId: id as never },
      both: different(both, seen.personal?.description),
    }
  },
  document({ id, agencyId, nth, hostile, write, actsOf }) {
    const subject = `document:${id}`
    const plan = {
      ...said('document.catalogued@1', { agencyId, indexNo: `第${nth}号`, words: publicWords }),
      personal: null,
    }
    write(subject, hostile(plan, 'catalogued'))
    const seen = foldDocument(actsOf(subject) as never)!
    const places = { publisher: '某处', issuer: '某处', source: '某处' }
    const edits = ['one', 'other'].map(who => {
      const fact = hostile({ ...plan, open: { ...plan.open, ...places } }, `${who}, changed`)
      const { words, publisher, issuer, source } = fact.open as unknown as Saying
      const { text, keywords: _keywords, ...titles } = words
      const edit: DocumentEdit = { set: { publisher, issuer, source }, words: titles, text }
      write(subject, changeDocument({ ...seen, body: '' }, edit)!)
      return { values: { publisher, issuer, source, ...titles }, text }
    })
    const [one, other] = [edits[0]!, edits[1]!]
    const names = Object.keys(one.values) as (keyof typeof one.values)[]
    const pairs = names.flatMap(name => different([one.values[name], other.values[name]], seen.details[name]))
    return {
      ...{ kind: 'document', route: { page: 'document', documentId: id as never }, both: pairs },
      ...(one.text === other.text ? {} : { texts: [one.text, other.text] }),
    }
  },
  visit({ id, hostile, write, actsOf }) {
    const subject = `visit:${id}`
    write(subject, hostile(said('visit.signedIn@1'), 'signed in'))
    write(subject, hostile(said('visit.itemGiven@1', { itemNo: 1, indexNo: '某号' }), 'given'))
    const seen = foldVisit(actsOf(subject) as never)!
    const both = ['one', 'other'].map(who => {
      const personal = { reason: '登记有误', seeks: '某事', itemTitle: '某件' }
      const fact = hostile({ type: 'visit.corrected@1', open: { item: { itemNo: 1, indexNo: '某号' } }, personal }, who)
      write(subject, { ...fact, base: visitBasesOf(seen, fact as never) })
      const { seeks, itemTitle } = fact.personal as { seeks: string; itemTitle: string }
      return [seeks, itemTitle, (fact.open as { item: { indexNo: string } }).item.indexNo]
    })
    const [item] = seen.items
    const stood = [seen.seeks, item?.title, item?.indexNo]
    const pairs = both[0]!.flatMap((value, at) => different([value, both[1]![at]!], stood[at]))
    const again = hostile(said('visit.itemGiven@1', { itemNo: 1 }), 'given again')
    write(subject, again)
    const route: Route = { page: 'visit', visitId: id as never }
    return { kind: 'visit', route, both: [...pairs, (again.personal as { title: string }).title] }
  },
}

interface Saying {
  readonly publisher: string
  readonly issuer: string
  readonly source: string
  readonly words: Readonly<Record<'title' | 'docNo' | 'abstract' | 'legalBasis' | 'text', string>> & {
    readonly keywords: readonly string[]
  }
}

/** Nothing where both say the same, or one says what stood there before: then they do not differ. */
const different = (values: readonly string[], stood: string | undefined): readonly string[] =>
  new Set([...values, stood]).size > 2 ? values : []
