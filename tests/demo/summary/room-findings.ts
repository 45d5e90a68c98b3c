import { findings as wanted, ownDocuments } from '../room/documents'
import { copiedPages, lent, visitor } from '../room/visitor'
import type { RoomSeen } from './room-seen'

type Check = readonly [isRight: boolean, finding: string]

/** Everything that is missing or wrong after the day in the reading room, a sentence each; empty where all is there. */
export const findingsOf = (seen: RoomSeen): readonly string[] =>
  [...importChecks(seen), ...searchChecks(seen), ...visitChecks(seen), ...leftChecks(seen)].flatMap(
    ([isRight, finding]) => (isRight ? [] : [finding]),
  )

function importChecks({ journal, preview, importedAs, catalogued, numbered, dated }: RoomSeen): Check[] {
  const { files, taken, double, refused } = preview
  const own = ownDocuments.length
  return [
    [journal.acts > 0 && journal.isChained, 'the chain of the journal does not hold'],
    [journal.readOnly === null, `the journal opens read-only: ${journal.readOnly}`],
    [taken + double + refused === files, `the preview tells of ${taken + double + refused} files, not ${files}`],
    [taken >= own, `only ${taken} documents were taken in`],
    [double >= 1, 'the copy of a document was not left out'],
    [importedAs === taken, `the import counts ${importedAs} documents, the preview ${taken}`],
    [catalogued === taken, `catalogued: ${catalogued}, not ${taken}`],
    [numbered >= own, `only ${numbered} documents have a number`],
    [dated >= own, `only ${dated} documents have a day`],
  ]
}

const searchChecks = ({ answered }: RoomSeen): Check[] =>
  wanted.map(({ way, words, title }) => [
    answered.some(answer => answer.words === words && answer.title === title),
    `by ${way}: ${words} was not answered with ${title}`,
  ])

function visitChecks({ visits, visit }: RoomSeen): Check[] {
  if (!visit) return [[false, 'no visit is in the books']]
  return [
    [visits === 1, `${visits} visits, not 1`],
    [visit.name === visitor.name, `the visitor is ${visit.name}`],
    [visit.isClosed, 'the visit was not closed'],
    [visit.lent.join() === lent.join(), `given out: ${visit.lent.join(', ')}`],
    [visit.back === lent.length, `came back: ${visit.back}, not ${lent.length}`],
    [visit.copiedPages === copiedPages, `copied: ${visit.copiedPages} pages, not ${copiedPages}`],
    [visit.helps.includes('readAloud'), 'the help was not recorded'],
  ]
}

const fewestShots = 20 // a screenshot of each step
const fewestFiles = 20 // journal, database, edition and profile of the kiosk

function leftChecks(seen: RoomSeen): Check[] {
  const says = (file: string, words: string): Check => [
    seen.papers[file]?.includes(words) ?? false,
    `${file} is missing or does not say ${words}`,
  ]
  return [
    ...lent.map(title => says('visit-form.pdf', title)),
    says('visit-form.pdf', `复印${copiedPages}页`),
    says('receipt.pdf', visitor.name),
    says('room-day.pdf', `借阅${lent.length}件，复制${copiedPages}页`),
    ...(['visit-form.pdf', 'room-day.pdf'] as const).map((file): Check => [
      ![visitor.name, visitor.idNumber].some(who => seen.papers[file]?.includes(who)),
      `${file} names the visitor`, // both are masked: they lie open on the counter
    ]),
    [seen.screenshots >= fewestShots, `only ${seen.screenshots} screenshots`],
    [seen.filesLookedAt >= fewestFiles, `only ${seen.filesLookedAt} files were looked at for the identity number`],
    ...seen.traces.map((trace): Check => [false, `lies in clear: ${trace}`]),
    [seen.kioskFiles >= fewestFiles, `only ${seen.kioskFiles} files of the kiosk were looked at`],
    ...seen.kioskTraces.map((trace): Check => [false, `the kiosk has kept: ${trace}`]),
  ]
}
