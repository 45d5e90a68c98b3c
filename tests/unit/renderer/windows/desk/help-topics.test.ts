import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { guidePageNames, type GuidePageName } from '../../../../../renderer/i18n/guide-pages'
import { guidePageOf, guidePageOfDoor, helpTopic } from '../../../../../renderer/windows/desk/help-topics'

const root = path.resolve(import.meta.dirname, '../../../../..')
const names: readonly string[] = guidePageNames

describe('which page F1 opens', () => {
  test.each([
    ['', 'today'],
    ['#today', 'today'],
    ['#reception/registration:1', 'registering'],
    ['#requests', 'list'],
    ['#request/r-1', 'case'],
    ['#request/r-1/new', 'case'],
    ['#reply/r-1', 'replying'],
    ['#review/r-1', 'reviewing'],
    ['#hands', 'hands'],
    ['#import', 'importing'],
    ['#document-import', 'importing-documents'],
    ['#booklets', 'booklets'],
    ['#people', 'people'],
    ['#settings', 'settings'],
    ['#nowhere', 'today'],
  ])('%s is %s', (hash, topic) => {
    expect(helpTopic(null, hash, [])).toBe(topic)
  })

  test('before anybody is signed in the address says nothing', () => {
    expect(helpTopic('setUp', '#people', [])).toBe('set-up')
    expect(helpTopic('signIn', '#people', [])).toBe('sign-in')
  })

  test('what is named on screen comes first, the last named before all', () => {
    expect(helpTopic('signIn', '', [undefined, 'recovery'])).toBe('recovery')
    expect(helpTopic(null, '#request/r-1', ['examining', undefined, 'scans', undefined])).toBe('scans')
  })

  test('every page is one of the guide, and every page can be reached', () => {
    for (const page of [...Object.values(guidePageOf), ...Object.values(guidePageOfDoor)]) expect(names).toContain(page)
    const reached = new Set<string>([
      ...Object.values(guidePageOf),
      ...Object.values(guidePageOfDoor),
      ...namedInSource(),
    ])
    // These belong to no screen: the contents lead there.
    const fromContents: readonly GuidePageName[] = ['installing', 'training', 'kiosk', 'keys']
    expect(names.filter(name => !reached.has(name))).toEqual(fromContents)
  })

  test('what dialogs and forms name is a page', () => {
    const named = namedInSource()
    expect(named.length).toBeGreaterThan(5)
    for (const page of named) expect(names).toContain(page)
  })
})

/** `help="scans"` and `data-help={'recovery' satisfies …}` all over the screens. */
function namedInSource(): string[] {
  const files = fs
    .readdirSync(path.join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.tsx'))
  return files.flatMap(file =>
    [...fs.readFileSync(path.join(root, 'renderer', file), 'utf8').matchAll(/\bhelp=(?:"|\{')([\w-]+)["']/g)].map(
      ([, page = '']) => page,
    ),
  )
}
