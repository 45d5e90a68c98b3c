import fs from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import type { Desk } from './desk'

/** A form writes its draft once nobody has typed for so long (shared/application/drafts). Milliseconds. */
const pauseMs = 400

/** The kernel dates a file by its last tick, which may lie so far back (100 Hz). Milliseconds. */
const tickMs = 10

/**
 * Types the last of a form and waits until the draft on the disk has it. The screen says that a draft is saved from the
 * first key on, which on a slow machine is before the last: whoever pulls the plug then has saved less than was typed.
 */
export async function savedAfter(desk: Pick<Desk, 'userData'>, lastKeys: () => Promise<void>): Promise<void> {
  const before = Date.now()
  await lastKeys()
  await expect
    .poll(() => newestDraft(path.join(desk.userData, 'office')), { timeout: 30_000 })
    .toBeGreaterThanOrEqual(before + pauseMs - tickMs)
}

/** When a draft was written last, milliseconds since 1970; 0 where there is none. */
function newestDraft(folder: string): number {
  return Math.max(0, ...draftsIn(folder).map(file => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0))
}

const draftsIn = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.draft'))
    .map(name => path.join(folder, name))
