import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { Machine } from '../machine'
import { readingRoom } from '../room/room'
import type { StageOfTwoWindows } from '../stage'
import { pictureTaker, type Cut } from './picture-taker'

interface CutOut extends Cut {
  readonly name: string
  /** `window`: all of it, as the kiosk has nothing else around it. */
  readonly part: 'main' | 'dialog' | 'window'
}

/** What to cut out of the screens of the reading room, by the name that the scenario gives a screen. */
const cuts = {
  'import-preview': { name: 'importing-documents', part: 'main', most: 440 },
  catalogue: { name: 'catalogue', part: 'main', width: 1366, most: 480 },
  'found-by-phrase': { name: 'searching', part: 'main', width: 1240, most: 560 },
  'visitor-sign-in': { name: 'visitor-sign-in', part: 'main', most: 440 },
  'items-out': { name: 'reading-room', part: 'main', most: 560 },
  'sign-out-blocked': { name: 'sign-out-blocked', part: 'dialog' },
  'kiosk-home': { name: 'kiosk', part: 'window', width: 1240, most: 720 },
  'kiosk-status': { name: 'kiosk-status', part: 'window', width: 1240, most: 640 },
  booklets: { name: 'booklets', part: 'main', width: 1240, most: 520 },
} as const satisfies Readonly<Record<string, CutOut>>

/** The day in the reading room once more, on a machine of its own. `folder` is where the pictures go. */
export async function fromRoom(folder: string, today: string): Promise<void> {
  const machine = new Machine(today)
  const aside = path.join(machine.userData, 'aside')
  fs.mkdirSync(aside, { recursive: true })
  const left = new Set<string>(Object.keys(cuts))
  const shotOf = (page: () => Page) => async (screen: string) => {
    const cut: CutOut | undefined = cuts[screen as keyof typeof cuts]
    if (!cut || !left.delete(screen)) return
    await pictureTaker(page(), folder)(cut.name, partOf(page(), cut.part), cut)
  }
  const stage: StageOfTwoWindows = {
    hands: machine.hands,
    say: () => undefined,
    saveTo: file => machine.program.dialogs.save(file),
    openFrom: files => machine.program.dialogs.open(files),
    fileFor: name => path.join(aside, name),
    goOnAt: () => Promise.reject(new Error('the reading room is one day')),
    shot: shotOf(() => machine.hands.page),
    secondWindow: async () => {
      const hands = await machine.secondWindow()
      return { hands, shot: shotOf(() => hands.page) }
    },
    oneWindow: () => machine.oneWindow(),
  }
  await machine.startAt('09:10')
  try {
    await readingRoom(stage)
  } finally {
    await machine.close()
    fs.rmSync(machine.userData, { recursive: true, force: true })
  }
  if (left.size > 0) throw new Error(`the reading room no longer shows ${[...left].join(', ')}`)
}

const partOf = (page: Page, part: CutOut['part']): Locator =>
  part === 'window' ? page.locator('body') : page.getByRole(part)
