import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { topicGroups } from '#shared/domain/catalogue/topic-classes'
import type { PlainFact } from '#shared/ledger/act'
import { publicFaces } from '../../../electron/main/authority/public-face'
import { editionFolder } from '../../../electron/main/kiosk/edition-folder'
import { publisher } from '../../../electron/main/kiosk/publisher'
import { foundLedger } from '../../support/workstation/founded-ledger'
import { valueOf } from '../../support/workstation/test-workstation'
import type { Deck } from '../deck'
import { hostileFact } from '../office-of-texts'
import { publicWords, said } from '../plans'

export interface ShownDocument {
  /** Its day, which no other has: by it a row is known. */
  readonly day: string
  readonly title: string
  /** What else its row says of it. */
  readonly row: readonly string[]
  /** All else that its own page says of it. */
  readonly texts: readonly string[]
}

/** An edition of the kiosk in which every public text is one of the deck; the program is not running. */
export async function shelvesOfTexts(userData: string, deck: Deck): Promise<readonly ShownDocument[]> {
  let now = Date.parse('2026-09-08T08:30:00+08:00')
  const office = await foundLedger(userData, () => (now += 20))
  const names = new Map<string, string>()
  const write = (subject: string, fact: PlainFact): void =>
    void valueOf(office.ledger.append([{ actor: office.founder, role: 'reviewer', subject, facts: [fact] }]))
  for (const [at, code] of [...topicGroups().map(group => group.code), ...codes].entries()) {
    const fact = hostileFact(said('topicClass.renamed@1', { code }), 'topic', field =>
      deck.textFor(field, 1 + (at % deck.records)),
    )
    names.set(code, (fact.open as { name: string }).name)
    write('office', fact)
  }
  const documents: ShownDocument[] = []
  for (let nth = 1; nth <= deck.records; nth++) {
    const agencyId = randomUUID()
    const agency = hostileFact(said('agency.added@1', { agencyId }), 'agency', field => deck.textFor(field, nth))
    write('office', { ...agency, open: { ...(agency.open as object), code: `云${nth}` } }) // two agencies never share one
    for (const issuer of [undefined, '某处']) {
      const at = documents.length
      const code = codes[at % codes.length]!
      const day = new Date(firstDay + at * 86_400_000).toISOString().slice(0, 10)
      const open = { agencyId, topicClass: code, documentDate: day, indexNo: '某号', issuer, words: publicWords }
      const fact = hostileFact(
        { ...said('document.catalogued@1', open), personal: null },
        `document, ${issuer ? 'issuer' : 'agency'}`,
        field => deck.textFor(field, nth),
      )
      write(`document:${randomUUID()}`, fact)
      const told = fact.open as {
        indexNo: string
        issuer?: string
        words: Record<'title' | 'docNo' | 'abstract' | 'text', string>
      }
      const { title, docNo, abstract, text } = told.words
      const topics = [names.get(code.slice(0, 2))!, names.get(code)!]
      const from = told.issuer ?? (agency.open as { name: string }).name
      documents.push({ day, title, row: [from, docNo], texts: [docNo, abstract, text, told.indexNo, from, ...topics] })
    }
  }
  await publisher({
    ledger: () => office.ledger,
    edition: editionFolder(path.join(userData, 'kiosk', 'edition'), () => office.vault.publicKey),
    faces: publicFaces,
    sign: bytes => office.sign(bytes),
    officeName: () => office.vault.status().officeName,
    now: () => now,
    breathe: () => new Promise(resolve => setImmediate(resolve)),
    onPublished: () => undefined,
  }).follow()
  office.close()
  return documents
}

const firstDay = Date.parse('2015-01-01')
/** Every sub-class, the first of each class first. */
const codes = topicGroups()
  .flatMap(({ children }) => children.map(({ code }) => code))
  .sort((one, other) => one.slice(2).localeCompare(other.slice(2)))
