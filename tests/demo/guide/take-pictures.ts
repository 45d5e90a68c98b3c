/** The pictures of the guide, taken from the program as it stands: docs/guide/pictures/. Run by `npm run pictures`. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { launch } from '../../support/launch/launch'
import { handsOn } from '../hands/hands'
import { fromRoom } from './from-room'
import { fromTraining } from './from-training'
import { fromVisit } from './from-visit'
import { pictureTaker } from './picture-taker'

/** The same day every time, so that the pictures change only where the screens do. */
const today = '2026-09-08'

export async function takeGuidePictures(folder: string): Promise<number> {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-guide-'))
  const taken = path.join(userData, 'pictures')
  fs.mkdirSync(taken)
  seedTraining(userData)
  for (const [args, story] of [
    [[], fromVisit],
    [['--training'], fromTraining],
  ] as const) {
    const program = await launch({
      userData,
      args,
      env: { RECORDS_DESK_REHEARSAL_TIME: `${today}T09:10:00+08:00` },
    })
    await program.page.setViewportSize({ width: 1366, height: 768 })
    try {
      await story({
        hands: handsOn(program.page),
        take: pictureTaker(program.page, taken),
        dialogs: program.dialogs,
        aside: path.join(userData, 'aside'),
      })
    } finally {
      await program.close()
    }
  }
  await fromRoom(taken, today)
  // Only now: the program is not built without a picture that the guide names.
  fs.rmSync(folder, { recursive: true, force: true })
  fs.cpSync(taken, folder, { recursive: true })
  fs.rmSync(userData, { recursive: true, force: true })
  return fs.readdirSync(folder).length
}

/** In a process of its own, as a person would call it: the demo knows nothing of the product but its screen. */
function seedTraining(profile: string): void {
  const seed = path.join(import.meta.dirname, '../../seed/run.ts')
  const args = ['--import', 'tsx', seed, '--requests', '60', '--profile', profile, '--today', today]
  const made = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`the training store was not filled:\n${made.stderr}`)
}
