import path from 'node:path'
import { signIn } from '../../demo/hands/front-door'
import { monday } from '../../demo/monday/monday'
import { monday as day } from '../../demo/monday/visitors'
import { findingsOf, kinds } from '../../demo/summary/monday-findings'
import { seeMonday } from '../../demo/summary/monday-seen'
import type { Stage } from '../../demo/stage'
import { rehearsalAt } from '../support/desk'
import { administrator, expect, test } from '../support/office-test'

test.use({ isOn: false })

test('the Monday of the demo: sixty cases carried in, eight kinds of visitor served, lunch, the sheet of the day @at-length', async ({
  desk,
  hands,
}, info) => {
  test.setTimeout(900_000) // a whole day of work on a busy machine
  const stage: Stage = {
    hands,
    say: () => undefined,
    shot: async () => undefined,
    saveTo: file => desk.dialogs.save(file),
    openFrom: files => desk.dialogs.open(files),
    fileFor: name => info.outputPath(name),
    goOnAt: time => desk.restart(rehearsalAt(`${day}T${time}:00+08:00`)),
  }
  await desk.start(rehearsalAt(`${day}T08:10:00+08:00`))
  await signIn(hands, administrator)
  await monday(stage)
  await desk.close()
  const seen = await seeMonday(desk.userData, path.dirname(info.outputPath('day-sheet.pdf')))
  console.log(
    `${Object.keys(seen.letters).length} of ${kinds.length} letters, ${seen.carriedIn} cases carried in, ` +
      `${seen.lent} handed over at lunch, ${Object.keys(seen.papers).length} papers, ${seen.journal.acts} acts`,
  )
  expect(findingsOf(seen)).toEqual([])
})
