import type { Locator } from '@playwright/test'

/** The page on screen; the cross of the dialog is a picture too. */
export const pageIn = (dialog: Locator): Locator => dialog.getByRole('img', { name: /第 \d+ 页/ })

export interface Seen {
  readonly width: number
  readonly height: number
  /** Share of pixels darker than half grey. */
  readonly ink: number
}

/** What the page image on screen shows. */
export function seen(image: Locator): Promise<Seen> {
  return image.evaluate(async (element: HTMLImageElement) => {
    const nothing = { width: 0, height: 0, ink: 0 }
    if (!element.src) return nothing // drawn, and put on screen a moment later
    try {
      await element.decode()
    } catch {
      return nothing // another image took its place meanwhile: whoever polls looks again
    }
    const { naturalWidth: width, naturalHeight: height } = element
    const context = new OffscreenCanvas(width, height).getContext('2d')!
    context.drawImage(element, 0, 0)
    const { data } = context.getImageData(0, 0, width, height)
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if (data[at]! + data[at + 1]! + data[at + 2]! < 384) dark++
    return { width, height, ink: dark / (width * height) }
  })
}
