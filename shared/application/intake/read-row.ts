import type { Agency, AgencyId } from '../../domain/agencies/office-facts'
import type { CivilDate } from '../../domain/calendar/civil-date'
import { fieldProblem, type DocumentActProblem } from '../../domain/catalogue/document-acts'
import type { DisclosureAttribute, DocumentDetails, Validity } from '../../domain/catalogue/document-facts'
import { readDocumentNumber } from '../../domain/catalogue/document-number'
import type { TopicGroup } from '../../domain/catalogue/topic-classes'
import type { ReadDocument } from '../../contracts/read-document'
import { readRegisterDay } from '../import/register-day'
import { titleOfName, type NamedAttachment } from './attachment-words'
import { dayFields, type CatalogueField, type ColumnMap } from './fields'
import { readAgency, readAttribute, readKeywords, readTopic, readValidity } from './field-words'
import type { DocumentFinding } from './findings'
import { recognise, type Recognised } from './recognise'
import { readRelations, type WrittenRelation } from './relation-words'
import { attachmentsOf, cellsOf, textOf, type Cells } from './row-cells'

export const guessFields = ['title', 'docNo', 'issuer', 'documentDate'] as const satisfies readonly (keyof Recognised)[]
export type GuessField = (typeof guessFields)[number]

/** What the clerk decides for the whole source. */
export interface IntakeChoices {
  readonly columns: ColumnMap
  /** Guesses from the text that are taken where no column says it. */
  readonly guesses: readonly GuessField[]
  readonly agencyId: AgencyId
  readonly topicClass: string
  readonly attribute: DisclosureAttribute
  readonly validity: Validity
  /** Of a document that is disclosed and whose list gives no day. */
  readonly publishedOn: 'none' | 'documentDate' | 'today'
}

export interface RowContext {
  readonly choices: IntakeChoices
  readonly agencies: readonly Agency[]
  readonly topics: readonly TopicGroup[]
  readonly today: CivilDate
}

/** A document as it will be catalogued; its index number may still have to be given. */
export type ReadDetails = Omit<DocumentDetails, 'indexNo'> & { readonly indexNo?: string }

export interface ReadRow {
  /** Null where it cannot be catalogued at all. */
  readonly details: ReadDetails | null
  /** Whatever can be shown of it, taken or not. */
  readonly shown: Recognised
  readonly text: string
  /** Of what is shown: guessed and taken. */
  readonly guessed: readonly GuessField[]
  /** Guesses that were not taken. */
  readonly offered: Recognised
  /** As they are written; what they lead to is asked elsewhere. */
  readonly relations: readonly WrittenRelation[]
  readonly attachments: readonly NamedAttachment[]
  readonly findings: readonly DocumentFinding[]
}

/** One document of a source held against the choices; whether it is there already is asked elsewhere. */
export function readRow(document: ReadDocument, context: RowContext): ReadRow {
  if (document.unreadable) return unreadRow(document, document.unreadable)
  const cell = cellsOf(document, context.choices.columns)
  const text = textOf(document, context.choices.columns)
  const said = saidIn(document, { cell, text, context })
  const findings: DocumentFinding[] = [...said.findings, ...noteFindings(document)]
  const days = daysOf(cell, said.documentDate, findings)
  const details = detailsOf(cell, { said, days, findings, context })
  if (!said.title) findings.push({ kind: 'titleMissing' })
  const wrong = details && fieldProblem({ ...details, indexNo: details.indexNo ?? '' }, context.today)
  if (wrong) findings.push(...refusalOf(wrong, details?.publishedOn))
  const { relations, unread } = readRelations(cell('relations'))
  findings.push(...unread.map(each => ({ kind: 'relationUnread' as const, text: each.slice(0, 60) })))
  const { guessed, offered } = said
  const attachments = attachmentsOf(document, cell)
  return { details, shown: shownOf(said, days), text, guessed, offered, relations, attachments, findings }
}

/** What is empty is not shown. */
function shownOf({ title, docNo, issuer }: Said, { documentDate }: Days): Recognised {
  const all = Object.entries({ title, docNo, issuer, documentDate })
  return Object.fromEntries(all.filter(([, value]) => value)) as Recognised
}

const unreadRow = ({ name }: ReadDocument, why: NonNullable<ReadDocument['unreadable']>): ReadRow => ({
  ...{ details: null, shown: { title: titleOfName(name) }, text: '', guessed: [], offered: {} },
  ...{ relations: [], attachments: [] },
  findings: [{ kind: 'unreadable', why }],
})

interface Reading {
  readonly cell: Cells
  readonly text: string
  readonly context: RowContext
}

interface Said extends Recognised {
  readonly guessed: readonly GuessField[]
  readonly offered: Recognised
  readonly findings: readonly DocumentFinding[]
}

/** What columns say, then guesses that are wanted; a file without a title goes by its name, which is said. */
function saidIn({ name, text: body }: ReadDocument, { cell, context }: Reading): Said {
  const guess = body === '' ? {} : recognise(body)
  const wanted = guessFields.filter(field => context.choices.guesses.includes(field))
  const guessed = wanted.filter(field => cell(field) === '' && guess[field] !== undefined)
  const offered = Object.fromEntries(
    guessFields
      .filter(field => cell(field) === '' && !guessed.includes(field) && guess[field])
      .map(field => [field, guess[field]]),
  ) as Recognised
  const valueOf = (field: Exclude<GuessField, 'documentDate'>): string =>
    cell(field) || (guessed.includes(field) ? (guess[field] ?? '') : '')
  const title = valueOf('title')
  const byName = title === '' && body !== '' ? titleOfName(name) : ''
  const docNo = isNone(valueOf('docNo')) ? '' : valueOf('docNo')
  return {
    ...{ title: title || byName, docNo, issuer: valueOf('issuer') },
    ...(guessed.includes('documentDate') ? { documentDate: guess.documentDate! } : {}),
    ...{ guessed, offered, findings: saidFindings(byName, docNo) },
  }
}

function saidFindings(byName: string, docNo: string): readonly DocumentFinding[] {
  const findings: DocumentFinding[] = byName ? [{ kind: 'titleFromName' }] : []
  if (docNo !== '' && !readDocumentNumber(docNo)) findings.push({ kind: 'docNoUnusual', text: docNo.slice(0, 60) })
  return findings
}

const isNone = (text: string): boolean => /^(?:无|-|—|\/|暂无|无文号)$/u.test(text)

const quiet = new Set(['gb18030', 'utf16'])

const noteFindings = ({ notes }: ReadDocument): DocumentFinding[] =>
  notes.map(note => (quiet.has(note) ? { kind: 'readAs', note } : { kind: 'note', note }))

type Days = Partial<Record<(typeof dayFields)[number], CivilDate>>

function daysOf(cell: Cells, guessed: CivilDate | undefined, findings: DocumentFinding[]): Days {
  const days: Days = {}
  for (const field of dayFields) {
    const written = cell(field)
    if (written === '' || isNone(written)) continue
    const on = readRegisterDay(written)
    if (on) days[field] = on
    else findings.push({ kind: 'dayUnreadable', field, text: written.slice(0, 40) })
  }
  return days.documentDate || guessed === undefined ? days : { ...days, documentDate: guessed }
}

interface Parts {
  readonly said: Said
  readonly days: Days
  readonly findings: DocumentFinding[]
  readonly context: RowContext
}

/** Longest words of each field, as the shape of the fact admits them. */
const longest = {
  indexNo: 80,
  title: 500,
  docNo: 120,
  issuer: 400,
  publisher: 200,
  genre: 40,
  source: 200,
  abstract: 4_000,
  legalBasis: 1_000,
  closedBecause: 500,
} as const satisfies Partial<Record<CatalogueField, number>>

function detailsOf(cell: Cells, parts: Parts): ReadDetails | null {
  const { said, days, findings, context } = parts
  const { title, ...values } = valuesOf(cell, said, findings)
  const agencyId = agencyOf(cell, parts)
  const attribute = attributeOf(cell, parts)
  if (agencyId === null || attribute === null || title === undefined) return null
  const publishedOn = days.publishedOn ?? (attribute === 'PROACTIVE' ? dayToPublish(days, context) : undefined)
  const keywords = keywordsOf(cell, findings)
  return {
    ...{ title, ...values, ...days },
    ...(publishedOn ? { publishedOn } : {}),
    ...(keywords.length > 0 ? { keywords } : {}),
    ...{ agencyId, attribute, topicClass: topicOf(cell, parts), validity: validityOf(cell, parts) },
  }
}

type Values = Partial<Record<keyof typeof longest, string>>

function valuesOf(cell: Cells, said: Said, findings: DocumentFinding[]): Values {
  const values: Values = {}
  for (const field of Object.keys(longest) as (keyof typeof longest)[]) {
    const isSaid = field === 'title' || field === 'docNo' || field === 'issuer'
    const value = isSaid ? (said[field] ?? '') : cell(field)
    if (value.length > longest[field]) findings.push({ kind: 'fieldTooLong', field, most: longest[field] })
    else if (value !== '') values[field] = value
  }
  return values
}

function agencyOf(cell: Cells, { findings, context }: Parts): AgencyId | null {
  const written = cell('agency')
  const agencyId = written === '' ? context.choices.agencyId : readAgency(written, context.agencies)
  if (agencyId === null) findings.push({ kind: 'agencyUnknown', text: written.slice(0, 60) })
  return agencyId
}

/** What may be shown to anybody is never guessed at. */
function attributeOf(cell: Cells, { findings, context }: Parts): DisclosureAttribute | null {
  const written = cell('attribute')
  const attribute = written === '' ? context.choices.attribute : readAttribute(written)
  if (attribute === null) findings.push({ kind: 'attributeUnclear', text: written.slice(0, 40) })
  return attribute
}

function topicOf(cell: Cells, { findings, context }: Parts): string {
  const written = cell('topicClass')
  const code = written === '' ? context.choices.topicClass : readTopic(written, context.topics)
  if (code === null) findings.push({ kind: 'topicUnknown', text: written.slice(0, 40) })
  return code ?? context.choices.topicClass
}

function validityOf(cell: Cells, { findings, context }: Parts): Validity {
  const written = cell('validity')
  const validity = written === '' ? context.choices.validity : readValidity(written)
  if (validity === null) findings.push({ kind: 'validityUnclear', text: written.slice(0, 40) })
  return validity ?? 'UNKNOWN'
}

const mostKeywords = 40
const longestKeyword = 60

function keywordsOf(cell: Cells, findings: DocumentFinding[]): readonly string[] {
  const all = readKeywords(cell('keywords'))
  const kept = all.filter(word => word.length <= longestKeyword).slice(0, mostKeywords)
  if (kept.length < all.length) findings.push({ kind: 'keywordsCut', most: mostKeywords })
  return kept
}

function dayToPublish({ documentDate }: Days, { choices, today }: RowContext): CivilDate | undefined {
  if (choices.publishedOn === 'today') return today
  return choices.publishedOn === 'documentDate' ? documentDate : undefined
}

function refusalOf(problem: DocumentActProblem, publishedOn: CivilDate | undefined): DocumentFinding[] {
  switch (problem.kind) {
    case 'closedWithoutReason':
      return [{ kind: 'reasonMissing' }]
    case 'publishedBeforeMade':
      return [{ kind: 'publishedBeforeMade', madeOn: problem.madeOn, publishedOn: problem.publishedOn }]
    case 'documentDayAhead':
      return [{ kind: 'dayAhead', on: problem.on }]
    case 'validityEndsBefore':
      return [{ kind: 'validityEndsBefore', from: problem.from, to: problem.to }]
    case 'publishedButClosed':
      return publishedOn ? [{ kind: 'publishedButClosed', on: publishedOn }] : []
    default:
      return []
  }
}
