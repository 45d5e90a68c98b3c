import {
  foldDocument,
  isPublic,
  textIn,
  type CataloguedDocument,
  type StoredDocumentFact,
} from '#shared/domain/catalogue/document'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { originOf, parseActBody, type ActBody } from '#shared/ledger/act'
import { signedTime, type ClockCorrections, type InPlace } from '#shared/ledger/clock-corrections'
import { readSubject } from '#shared/ledger/subject'
import { inOffice, type Database } from './database'
import { officeClocks } from './projection/office-clocks'

/** What an office has published itself, as anybody may read it there. */
export interface PublicDocument {
  readonly documentId: string
  readonly document: CataloguedDocument
  readonly text: string
}

export interface DocumentsAsked {
  readonly officeId: number
  /** Stand somewhere in what the document says now. */
  readonly words: string
  readonly most: number
}

/** Documents of an office that are public and in which these words stand, the last published first. */
export function publicDocuments(db: Database, { officeId, words, most }: DocumentsAsked): Promise<PublicDocument[]> {
  return inOffice(db, officeId, async rows => {
    const found = await rows
      .selectFrom('act')
      .select('subject')
      .distinct()
      .where('office_id', '=', officeId)
      .where('subject', 'like', 'document:%')
      .where('body', 'like', containing(words))
      .limit(mostLookedAt)
      .execute()
    if (found.length === 0) return []
    const acts = await rows
      .selectFrom('act')
      .select(['subject', 'hash', 'body'])
      .where('office_id', '=', officeId)
      .where(
        'subject',
        'in',
        found.map(({ subject }) => subject),
      )
      .execute()
    const bySubject = new Map<string, typeof acts>()
    for (const act of acts) bySubject.set(act.subject, [...(bySubject.get(act.subject) ?? []), act])
    const clocks = await officeClocks({ rows, officeId })
    return [...bySubject]
      .flatMap(([subject, of]) => publicIn(subject, of, clocks) ?? [])
      .filter(found => says(found, words))
      .sort((one, other) =>
        (one.document.details.publishedOn ?? '') < (other.document.details.publishedOn ?? '') ? 1 : -1,
      )
      .slice(0, most)
  })
}

const mostLookedAt = 300

/** As the words stand in a body, which is JSON; what LIKE takes for a sign of its own stands for itself. */
const containing = (words: string): string =>
  `%${JSON.stringify(words)
    .slice(1, -1)
    .replace(/[\\%_]/g, sign => `\\${sign}`)}%`

/** The names of an act's parts, and words that were written over since, are no words of the document. */
const says = ({ document: { details }, text }: PublicDocument, words: string): boolean =>
  [...Object.values(details).flat(), text].some(value => typeof value === 'string' && value.includes(words))

/** Null where it is not public, or its acts make no document. */
function publicIn(
  subject: string,
  acts: readonly { readonly hash: Buffer; readonly body: string }[],
  clocks: ClockCorrections,
): PublicDocument | null {
  const documentId = readSubject(subject)?.id
  const read = acts.flatMap(({ hash, body }) => {
    const act = parseActBody(body)
    return act.ok ? [clocks.placed({ ...act.value, hash: hash.toString('hex') })] : []
  })
  const document = foldedOrNone(read)
  if (!documentId || !document || !isPublic(document)) return null
  const { text } = document
  const told = text && read.find(({ chain, seq }) => chain === text.chain && seq === text.seq)
  return { documentId, document, text: (told && textIn(told.facts)) ?? '' }
}

type Read = InPlace<ActBody & { readonly hash: string }>

/** A machine that was taken over may write anything; what cannot be folded is no public document. */
function foldedOrNone(acts: readonly Read[]): CataloguedDocument | undefined {
  try {
    return foldDocument(acts.map(openly))
  } catch {
    return undefined
  }
}

const openly = (act: Read): RecordedAct<StoredDocumentFact> => ({
  ...{ seq: act.seq, chain: act.chain, hlc: act.hlc, origin: originOf(act), at: signedTime(act) },
  ...({ actor: act.actor, role: act.role } as Pick<RecordedAct<never>, 'actor' | 'role'>),
  facts: act.facts.map(({ type, open }) => ({ type, open }) as StoredDocumentFact),
})
