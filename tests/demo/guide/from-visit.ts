import fs from 'node:fs'
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { defaultStory } from '../hands/people-of-the-story'
import type { Stage } from '../stage'
import { visit } from '../visit/visit'
import type { PictureStory } from './picture-story'

/** What to cut out of the screens of the visit, by the name that the visit gives a screen. */
const cuts = {
  'set-up-recovery-sheet': { name: 'recovery-sheet', part: 'form', margin: 56 },
  people: { name: 'people', part: 'main', most: 300 },
  register: { name: 'registering', part: 'main', most: 640 },
  examine: { name: 'examine', part: 'dialog' },
  'search-record': { name: 'search', part: 'dialog' },
  'draft-reply': { name: 'replying', part: 'main' },
  'case-submitted': { name: 'case', part: 'main' },
  'sign-in': { name: 'sign-in', part: 'form', margin: 24 },
  review: { name: 'reviewing', part: 'main' },
  issue: { name: 'issue', part: 'dialog' },
  service: { name: 'serving', part: 'dialog' },
} as const satisfies Readonly<Record<string, CutOut>>

interface CutOut {
  readonly name: string
  readonly part: 'main' | 'dialog' | 'form'
  readonly most?: number
  readonly margin?: number
}

/** The whole visit once more, from the empty machine to the served letter. */
export async function fromVisit({ hands, take, dialogs, aside }: PictureStory): Promise<void> {
  const { page } = hands
  fs.mkdirSync(aside, { recursive: true })
  const left = new Set<string>(Object.keys(cuts))
  const stage: Stage = {
    hands,
    say: () => undefined,
    // The first preview, before the receipt has gone out once: what goes out after that is marked 补打.
    saveTo: async file => {
      if (path.basename(file) === 'receipt.pdf') await receipt({ hands, take })
      await dialogs.save(file)
    },
    fileFor: name => path.join(aside, name),
    openFrom: files => dialogs.open(files),
    goOnAt: () => Promise.reject(new Error('the visit is one morning')),
    shot: async screen => {
      const cut: CutOut | undefined = cuts[screen as keyof typeof cuts]
      if (!cut || !left.delete(screen)) return
      await take(cut.name, partOf(page, cut.part), cut)
    },
  }
  await visit(stage, defaultStory)
  if (left.size > 0) throw new Error(`the visit no longer shows ${[...left].join(', ')}`)
}

/** `form`: what stands on the light side of the door. */
const partOf = (page: Page, part: CutOut['part']): Locator =>
  part === 'form' ? page.getByRole('main').locator('> div') : page.getByRole(part)

async function receipt({ hands: { page }, take }: Pick<PictureStory, 'hands' | 'take'>): Promise<void> {
  const dialog = page.getByRole('dialog', { name: /已登记/ })
  await expect(dialog.getByRole('img', { name: /^登记回执/ })).toBeVisible({ timeout: 60_000 })
  await take('receipt', dialog)
}
