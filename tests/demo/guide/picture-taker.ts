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
}

/** One dialog, sheet or page into docs/guide/pictures. */
export type TakePicture = (name: string, part: Locator, cut?: Cut) => Promise<void>

export function pictureTaker(page: Page, folder: string): TakePicture {
  return async (name, part, { width = narrow, most = 620 } = {}) => {
    await page.setViewportSize({ width, height })
    await part.scrollIntoViewIfNeeded()
    const box = await part.boundingBox()
    if (!box) throw new Error(`${name}: nothing to take a picture of`)
    const png = await page.screenshot({
      animations: 'disabled',
      clip: { ...box, height: Math.min(box.height, most, height - Math.max(0, box.y)) },
    })
    fs.writeFileSync(path.join(folder, `${name}.png`), await smallPng(png))
    await page.setViewportSize(usual)
  }
}
