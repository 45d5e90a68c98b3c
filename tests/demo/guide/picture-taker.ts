import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { smallPng } from './small-png'

/** A page of the guide holds this much of a screen without making it unreadable. */
const narrow = 1040
const height = 720
const usual = { width: 1366, height: 768 }

/** CSS pixels. */
export interface Cut {
  /** Of the window while the picture is taken. */
  readonly width?: number
  /** Cuts what is longer. */
  readonly most?: number
  /** Room around it, where it has no edge of its own. */
  readonly margin?: number
}

/** One dialog, sheet or page into docs/guide/pictures. */
export type TakePicture = (name: string, part: Locator, cut?: Cut) => Promise<void>

export function pictureTaker(page: Page, folder: string): TakePicture {
  return async (name, part, { width = narrow, most = 620, margin = 0 } = {}) => {
    await page.setViewportSize({ width, height })
    await part.scrollIntoViewIfNeeded()
    const box = await part.boundingBox()
    if (!box) throw new Error(`${name}: nothing to take a picture of`)
    const [x, y] = [box.x - margin, Math.max(0, box.y - margin)]
    const long = Math.min(box.height + 2 * margin, most, height - y)
    const png = await page.screenshot({
      animations: 'disabled',
      clip: { x, y, width: box.width + 2 * margin, height: long },
    })
    fs.writeFileSync(path.join(folder, `${name}.png`), await smallPng(png))
    await page.setViewportSize(usual)
  }
}
