import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { smallPng } from './small-png'

/** The width of a page of the guide holds this much of a screen without making it unreadable. */
const window = { width: 1040, height: 720 }
const usual = { width: 1366, height: 768 }

/** One dialog, sheet or page into docs/guide/pictures; `most` cuts what is longer, in CSS pixels. */
export type TakePicture = (name: string, part: Locator, most?: number) => Promise<void>

export function pictureTaker(page: Page, folder: string): TakePicture {
  return async (name, part, most = 620) => {
    await page.setViewportSize(window)
    await part.scrollIntoViewIfNeeded()
    const box = await part.boundingBox()
    if (!box) throw new Error(`${name}: nothing to take a picture of`)
    const png = await page.screenshot({
      animations: 'disabled',
      clip: { ...box, height: Math.min(box.height, most, window.height - Math.max(0, box.y)) },
    })
    fs.writeFileSync(path.join(folder, `${name}.png`), await smallPng(png))
    await page.setViewportSize(usual)
  }
}
