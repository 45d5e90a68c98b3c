import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { findings as wanted, ownDocuments } from '../../demo/room/documents'
import { writeFolder } from '../../demo/room/folder'
import { copiedPages, lent, visitor } from '../../demo/room/visitor'
import { scenarioFrom } from '../../demo/scenario'
import { findingsOf } from '../../demo/summary/room-findings'
import type { RoomSeen, VisitSeen } from '../../demo/summary/room-seen'

const visit: VisitSeen = {
  ...{ name: visitor.name, isClosed: true, lent, back: 2, copiedPages, helps: ['readAloud'] },
}

const good: RoomSeen = {
  journal: { acts: 40, isChained: true, readOnly: null },
  preview: { files: 13, taken: 12, double: 1, refused: 0 },
  ...{ importedAs: 12, catalogued: 12, numbered: 12, dated: 12 },
  answered: wanted.map(({ words, title }) => ({ words, title })),
  ...{ visits: 1, visit },
  papers: {
    'visit-form.pdf': `来访人张**${lent.join('')}复印${copiedPages}页`,
    'receipt.pdf': `申请人${visitor.name}`,
    'room-day.pdf': `当日来访1人次；借阅2件，复制${copiedPages}页`,
  },
  ...{ screenshots: 30, filesLookedAt: 100, traces: [], kioskFiles: 40, kioskTraces: [] },
}

const without = (paper: string) => ({ papers: { ...good.papers, [paper]: '' } })

const planted: readonly (readonly [string, Partial<RoomSeen>, RegExp])[] = [
  ['a broken chain', { journal: { ...good.journal, isChained: false } }, /chain of the journal/],
  ['a journal that opens read-only', { journal: { ...good.journal, readOnly: 'damaged' } }, /read-only: damaged/],
  ['a file of which the preview says nothing', { preview: { ...good.preview, files: 14 } }, /of 13 files, not 14/],
  [
    'fewer than the own documents',
    { preview: { files: 12, taken: 11, double: 1, refused: 0 } },
    /only 11 documents were taken/,
  ],
  [
    'a copy taken in',
    { preview: { files: 13, taken: 13, double: 0, refused: 0 } },
    /copy of a document was not left out/,
  ],
  ['another count in the import', { importedAs: 11 }, /import counts 11 documents, the preview 12/],
  ['a lost document', { catalogued: 11 }, /catalogued: 11, not 12/],
  ['numbers not read', { numbered: 3 }, /only 3 documents have a number/],
  ['days not read', { dated: 3 }, /only 3 documents have a day/],
  ['nobody came', { visit: undefined }, /no visit is in the books/],
  ['two visits', { visits: 2 }, /2 visits, not 1/],
  ['another visitor', { visit: { ...visit, name: '王五' } }, /the visitor is 王五/],
  ['a visit left open', { visit: { ...visit, isClosed: false } }, /visit was not closed/],
  ['another document given out', { visit: { ...visit, lent: [lent[0]!] } }, /given out: /],
  ['one not back', { visit: { ...visit, back: 1 } }, /came back: 1, not 2/],
  ['copies not counted', { visit: { ...visit, copiedPages: 0 } }, /copied: 0 pages/],
  ['help not recorded', { visit: { ...visit, helps: [] } }, /help was not recorded/],
  ['an empty form', without('visit-form.pdf'), /visit-form\.pdf is missing or does not say/],
  ['an empty receipt', without('receipt.pdf'), /receipt\.pdf is missing or does not say/],
  ['an empty day sheet', without('room-day.pdf'), /room-day\.pdf is missing or does not say/],
  [
    'a number on the form',
    { papers: { ...good.papers, 'visit-form.pdf': good.papers['visit-form.pdf']! + visitor.idNumber } },
    /visit-form\.pdf names the visitor/,
  ],
  [
    'a name on the day sheet',
    { papers: { ...good.papers, 'room-day.pdf': good.papers['room-day.pdf']! + visitor.name } },
    /room-day\.pdf names the visitor/,
  ],
  ['few screenshots', { screenshots: 3 }, /only 3 screenshots/],
  ['nothing looked at', { filesLookedAt: 0 }, /only 0 files/],
  ['an identity number in clear', { traces: ['identity number of the visitor (UTF-8) in log'] }, /lies in clear: id/],
  ['a kiosk that was not looked at', { kioskFiles: 0 }, /only 0 files of the kiosk/],
  ['a name at the kiosk', { kioskTraces: ['name of the visitor (UTF-8) in log'] }, /kiosk has kept: name/],
]

describe('what the script says of the day in the reading room', () => {
  test('nothing where all is there', () => {
    expect(findingsOf(good)).toEqual([])
  })

  test.each(planted)('%s is found', (_, plantedIn, says) => {
    const found = findingsOf({ ...good, ...plantedIn })
    expect(
      found.some(finding => says.test(finding)),
      found.join('\n'),
    ).toBe(true)
  })

  test.each(wanted.map(({ way }, at) => [way, at] as const))('not found by %s', (way, at) => {
    const answered = good.answered.map((answer, n) => (n === at ? { ...answer, title: '别的文件' } : answer))
    expect(findingsOf({ ...good, answered })).toEqual([expect.stringMatching(new RegExp(`^by ${way}: `))])
  })
})

describe('the folder that is imported', () => {
  const made: string[] = []
  const folder = () => {
    const above = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-folder-'))
    made.push(above)
    return above
  }
  afterEach(() => made.splice(0).forEach(each => fs.rmSync(each, { recursive: true, force: true })))

  test('holds the own documents and one copy', () => {
    expect(writeFolder(path.join(folder(), 'to')).files).toBe(ownDocuments.length + 1)
  })

  test('takes the Markdown of a given folder too, and changes nothing there', () => {
    const input = folder()
    fs.mkdirSync(path.join(input, 'below'))
    for (const name of ['a.md', 'below/b.md', 'README.md', 'picture.png'])
      fs.writeFileSync(path.join(input, name), name)
    const before = fs.readdirSync(input, { recursive: true })
    expect(writeFolder(path.join(folder(), 'to'), input).files).toBe(ownDocuments.length + 3)
    expect(fs.readdirSync(input, { recursive: true })).toEqual(before)
  })

  test('a folder that is not there is said before anything starts', () => {
    expect(() => scenarioFrom({ scenario: 'reading-room', input: path.join(folder(), 'none') })).toThrow(/a folder of/)
  })
})
