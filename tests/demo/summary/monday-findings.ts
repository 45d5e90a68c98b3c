import { expected, fileOf, otherPapers, type ExpectedLetter } from '../monday/expected'
import { openCases } from '../monday/paper-register'
import { monday, visitors, type VisitorKind } from '../monday/visitors'
import type { LetterSeen, MondaySeen } from './monday-seen'

export const kinds = Object.keys(expected) as readonly VisitorKind[]

/** Everything that is missing or wrong after the Monday, a sentence each; empty where all is there. */
export const findingsOf = (seen: MondaySeen): readonly string[] => [
  ...countFindings(seen),
  ...kinds.flatMap(kind => letterFindings(kind, seen)),
  ...daySheetFindings(seen),
  ...seen.traces.map(trace => `an identity number lies in clear: ${trace}`),
]

type Check = readonly [isRight: boolean, finding: string]

const failed = (checks: readonly Check[]): string[] =>
  checks.flatMap(([isRight, finding]) => (isRight ? [] : [finding]))

function countFindings(seen: MondaySeen): string[] {
  const { journal, requests, carriedIn, otherDueOn, open, conflicts, lent, takenBack } = seen
  return failed([
    [journal.acts > 0 && journal.isChained, 'the chain of the journal does not hold'],
    [journal.readOnly === null, `the journal opens read-only: ${journal.readOnly}`],
    [carriedIn === openCases, `carried in: ${carriedIn}, not ${openCases}`],
    [requests === openCases + kinds.length, `requests in the books: ${requests}, not ${openCases + kinds.length}`],
    [open === openCases, `open in the evening: ${open}, not ${openCases}`],
    [otherDueOn.length === 0, `due on another day than the old register says: ${otherDueOn.join(', ')}`],
    [conflicts === 0, `${conflicts} conflicts`],
    [seen.importIsFourEyes, 'the import was not signed by a second person'],
    [seen.carriedOverFromLastYear === 2, `carried over from last year: ${seen.carriedOverFromLastYear}, not 2`],
    [lent === openCases + 1, `handed over at lunch: ${lent}, not ${openCases + 1}`],
    [takenBack === openCases, `taken back after lunch: ${takenBack}, not ${openCases}`],
    [seen.idNumbersLookedFor >= 40, `only ${seen.idNumbersLookedFor} identity numbers were looked for`],
  ])
}

function letterFindings(kind: VisitorKind, seen: MondaySeen): string[] {
  const letter = seen.letters[kind]
  if (!letter) return [`${kind}: not registered`]
  const wanted = expected[kind]
  return [
    ...factFindings(letter, wanted),
    ...paperFindings(seen, fileOf(kind, 'letter'), letterWords(kind, letter)),
    ...remedyFindings(seen.papers[fileOf(kind, 'letter')], wanted),
    ...paperFindings(seen, fileOf(kind, 'receipt'), receiptWords(kind, letter)),
    ...Object.entries(otherPapers[kind]).flatMap(([paper, words]) => paperFindings(seen, fileOf(kind, paper), words)),
  ].map(finding => `${kind}: ${finding}`)
}

const factFindings = (letter: LetterSeen, wanted: ExpectedLetter): string[] =>
  failed([
    [letter.status === 'served', `status is ${letter.status}`],
    [letter.isFourEyes, 'approved by the person who drafted it'],
    ...(['decision', 'letterNo', 'receivedOn', 'dueOn'] as const).map((field): Check => [
      letter[field] === wanted[field],
      `${field} is ${letter[field]}, not ${wanted[field]}`,
    ]),
    [letter.servedWay === wanted.served, `served by ${letter.servedWay}, not ${wanted.served}`],
    [letter.servedOn === monday, `served on ${letter.servedOn}`],
    [letter.scans >= wanted.scans, `${letter.scans} scans, not ${wanted.scans}`],
  ])

const letterWords = (kind: VisitorKind, { letterNo, requestNo }: LetterSeen): readonly string[] => [
  ...[visitors[kind].name, letterNo, requestNo, expected[kind].article, '2026年9月14日'],
  ...['云溪县人民政府', '云溪县人民法院', ...expected[kind].says],
]

const receiptWords = (kind: VisitorKind, { requestNo }: LetterSeen): readonly string[] => [
  ...[visitors[kind].name, requestNo, dayWords(expected[kind].receivedOn), dayWords(expected[kind].dueOn)],
]

function paperFindings({ papers }: MondaySeen, file: string, words: readonly string[]): string[] {
  const text = papers[file]
  if (text === undefined) return [`${file} is missing`]
  return words.filter(word => !text.includes(word)).map(word => `${file} does not say ${word}`)
}

const first = '应当先申请行政复议，不能直接提起行政诉讼'
const sixMonths = '之日起六个月内'
const sixtyDays = '之日起六十日内'

/** Refusals under arts. 14 to 16 go to reconsideration first (ARL art. 23), all else as the applicant chooses. */
const remedyOf: Readonly<Record<ExpectedLetter['remedy'], { says: readonly string[]; never: readonly string[] }>> = {
  choice: { says: [sixtyDays, sixMonths], never: [first] },
  reconsiderationFirst: { says: [sixtyDays, first, '十五日内'], never: [sixMonths] },
  refusedPartFirst: { says: ['中不予公开的部分不服', sixtyDays, first, sixMonths], never: [] },
}

function remedyFindings(text: string | undefined, { remedy }: ExpectedLetter): string[] {
  if (text === undefined) return [] // that it is missing is said already
  const { says, never } = remedyOf[remedy]
  return [
    ...says.filter(words => !text.includes(words)).map(words => `the remedy does not say ${words}`),
    ...never.filter(words => text.includes(words)).map(words => `the remedy says ${words}`),
  ]
}

function daySheetFindings(seen: MondaySeen): string[] {
  const numbers = kinds.flatMap(kind => seen.letters[kind]?.requestNo ?? [])
  const words = [
    `旧簿转入${openCases}件`,
    '登记8件',
    '签发8件',
    '送达8件',
    ...numbers,
    ...kinds.map(kind => expected[kind].letterNo),
  ]
  // An organisation's name is nobody's personal data.
  const people = kinds.filter(kind => kind !== 'organisation').map(kind => visitors[kind].name)
  const names = people.filter(name => seen.papers['day-sheet.pdf']?.includes(name))
  return [...paperFindings(seen, 'day-sheet.pdf', words), ...names.map(name => `day-sheet.pdf names ${name}`)]
}

const dayWords = (on: string): string => {
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
