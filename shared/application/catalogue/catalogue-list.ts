import type { CivilDate } from '../../domain/calendar/civil-date'
import type { WorkingCalendar } from '../../domain/calendar/working-calendar'
import { publicationDue } from '../../domain/catalogue/publication-clock'
import type { DueDay } from '../../domain/clocks/due-day'
import type { DocumentLine } from '../catalogue-ports'

/** Which part of the catalogue is looked at. `due`: to be published, its term running or over. */
export const catalogueParts = ['all', 'public', 'due', 'closed', 'withdrawn'] as const
export type CataloguePart = (typeof catalogueParts)[number]

export const narrowedBy = ['topic', 'genre', 'issuer', 'year', 'validity'] as const
export type NarrowedBy = (typeof narrowedBy)[number]

export interface CatalogueCondition {
  readonly part: CataloguePart
  /** Words that the title or one of the numbers holds, all of them. */
  readonly text: string
  /** Of a class, also what is in its sub-classes. '' for any. */
  readonly by: Readonly<Record<NarrowedBy, string>>
}

export const anyDocument: CatalogueCondition = {
  part: 'all',
  text: '',
  by: { topic: '', genre: '', issuer: '', year: '', validity: '' },
}

/** Day and person that the lines are looked at by. */
export interface CatalogueDay {
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
}

/** Lines that fulfil every condition, in the order of the list. */
export function linesFor(
  lines: readonly DocumentLine[],
  { part, text, by }: CatalogueCondition,
  day: CatalogueDay,
): readonly DocumentLine[] {
  const words = plain(text)
    .split(/\s+/u)
    .filter(word => word !== '')
  const narrowed = narrowedBy.filter(name => by[name] !== '')
  const isIn = partTest(part, day)
  return lines.filter(
    line =>
      isIn(line) &&
      narrowed.every(name => holds(name, line, by[name])) &&
      (words.length === 0 || words.every(word => searchText(line).includes(word))),
  )
}

/** How many documents are in each part. */
export function countParts(lines: readonly DocumentLine[], day: CatalogueDay): Readonly<Record<CataloguePart, number>> {
  const counts: Record<CataloguePart, number> = { all: 0, public: 0, due: 0, closed: 0, withdrawn: 0 }
  const tests = catalogueParts.map(part => [part, partTest(part, day)] as const)
  for (const line of lines) for (const [part, isIn] of tests) if (isIn(line)) counts[part]++
  return counts
}

export interface Choice {
  readonly value: string
  readonly count: number
}

export interface NarrowingCount {
  readonly add: (line: DocumentLine) => void
  /** What the lines hold, with how many documents each; years latest first, the rest by count. */
  readonly choices: () => Readonly<Record<NarrowedBy, readonly Choice[]>>
}

/** Counts line by line, so that whoever has a hundred thousand of them may rest in between. */
export function narrowingCount(): NarrowingCount {
  const counts = Object.fromEntries(narrowedBy.map(name => [name, new Map<string, number>()])) as Record<
    NarrowedBy,
    Map<string, number>
  >
  const add = (line: DocumentLine): void => {
    for (const name of narrowedBy) {
      for (const value of valuesOf(name, line)) counts[name].set(value, (counts[name].get(value) ?? 0) + 1)
    }
  }
  const listed = (name: NarrowedBy): Choice[] => {
    const all = [...counts[name]].map(([value, count]) => ({ value, count }))
    if (name === 'year') return all.sort((a, b) => (a.value < b.value ? 1 : -1))
    if (name === 'topic') return all.sort((a, b) => (a.value < b.value ? -1 : 1))
    return all.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, mostChoices)
  }
  const choices = () => ({
    topic: listed('topic'),
    genre: listed('genre'),
    issuer: listed('issuer'),
    year: listed('year'),
    validity: listed('validity'),
  })
  return { add, choices }
}

/** A list of the browser with more entries helps nobody; words find the rest. */
const mostChoices = 200

export const isPublicLine = ({ attribute, publishedOn, isWithdrawn }: DocumentLine): boolean =>
  attribute === 'PROACTIVE' && publishedOn !== undefined && !isWithdrawn

/** When it is to be published (art. 26); undefined where it is, or need not be. */
export const dueOfLine = (line: DocumentLine, calendar: WorkingCalendar): DueDay | undefined =>
  line.isWithdrawn ? undefined : publicationDue(line, calendar)

/** Index numbers that two documents have: given on two machines that did not know of each other. */
export function doubleIndexNumbers(lines: readonly DocumentLine[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { indexNo } of lines) if (seen.size === seen.add(indexNo).size) twice.add(indexNo)
  return twice
}

function partTest(part: CataloguePart, { calendar }: CatalogueDay): (line: DocumentLine) => boolean {
  switch (part) {
    case 'all':
      return line => !line.isWithdrawn
    case 'public':
      return isPublicLine
    case 'due':
      return line => dueOfLine(line, calendar) !== undefined
    case 'closed':
      return line => !line.isWithdrawn && line.attribute !== 'PROACTIVE'
    case 'withdrawn':
      return line => line.isWithdrawn
  }
}

const holds = (name: NarrowedBy, line: DocumentLine, value: string): boolean =>
  name === 'topic' ? line.topicClass.startsWith(value) : valuesOf(name, line).includes(value)

function valuesOf(name: NarrowedBy, line: DocumentLine): readonly string[] {
  switch (name) {
    case 'topic':
      return line.topicClass.length > 2 ? [line.topicClass.slice(0, 2), line.topicClass] : [line.topicClass]
    case 'year':
      return line.documentDate === undefined ? [] : [line.documentDate.slice(0, 4)]
    case 'validity':
      return [line.validity]
    default:
      return line[name] === undefined ? [] : [line[name]]
  }
}

/** Width and case do not matter, and brackets of a number are typed in any way. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[〔〕[\]()【】]/gu, '')

const texts = new WeakMap<DocumentLine, string>()

function searchText(line: DocumentLine): string {
  let text = texts.get(line)
  if (text === undefined) {
    text = plain([line.title, line.docNo ?? '', line.indexNo].join('\n'))
    texts.set(line, text)
  }
  return text
}
