import { expect, test } from 'vitest'
import { offeredExportIn, offeredExports, withOffered } from '../../../../../electron/main/media/finding/offered-export'
import type { Medium } from '../../../../../electron/main/media/medium'

const folder = '/media/u/records-desk-20261126-1f2e3d4c'
const bundle = `${folder}/data/records-2026-11-26-0a0a0a0a-p01.rdbundle`
const at = (root: string): Medium => ({
  ...{ id: root, kind: 'folder', root, label: null, fileSystem: null, serial: null, transport: null },
  ...{ isReadOnly: false, bytes: null, freeBytes: null },
})

test('the export of a bundle that a file manager starts the program with is found; anything else is not', () => {
  expect(offeredExportIn(['/opt/desk', '--x', bundle])).toBe(folder)
  expect(offeredExportIn(['/opt/desk', bundle.replace('.rdbundle', '.age.RDBUNDLE')])).toBe(folder)
  for (const argv of [
    [bundle],
    ['/opt/desk', 'data/a.rdbundle'],
    ['/opt/desk', '/home/u/a.rdbundle'],
    ['/opt/desk', '/home/u/data/a.rdbundle'],
    ['/opt/desk', `${folder}/a.rdbundle`],
    ['/opt/desk', `${folder}/data/a.zip`],
    [],
  ])
    expect(offeredExportIn(argv)).toBeNull()
})

test('it is offered beside the media, once', async () => {
  const media = async (...roots: string[]) => roots.map(at)
  const roots = async (found: Promise<readonly Medium[]>, offered: string | null) =>
    (await withOffered(found, offered, at)).map(({ root }) => root)
  expect(await roots(media('/media/v'), folder)).toEqual(['/media/v', folder])
  expect(await roots(media('/media/u'), folder)).toEqual(['/media/u'])
  expect(await roots(media(), null)).toEqual([])
})

test('whoever is signed in is told of it once, whether it came at the start or while the program ran', () => {
  const name = 'records-desk-20261126-1f2e3d4c'
  const offered = offeredExports(['/opt/desk', bundle])
  expect([offered.takeNews(), offered.takeNews()]).toEqual([name, null])
  expect(offered.hear(['/opt/desk', '--kiosk'])).toBe(false)
  expect([offered.takeNews(), offered.folder()]).toEqual([null, folder])
  expect(offered.hear(['/opt/desk', bundle.replaceAll('1f2e3d4c', '00000000')])).toBe(true)
  expect(offered.hear(['/opt/desk'])).toBe(false) // a further start with nothing takes nothing back
  expect([offered.takeNews(), offered.takeNews()]).toEqual([name.replace('1f2e3d4c', '00000000'), null])
  expect(offeredExports(['/opt/desk']).takeNews()).toBeNull()
})
