import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { actsPath, scanPath } from '#shared/contracts/desk-channels'
import type { Desk } from '../support/desk'

/** Sealed files of the machine, whole or in part. */
export const keptFiles = ({ userData }: Desk): string[] =>
  fs
    .readdirSync(path.join(userData, 'office/blobs'), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(blob|part)$/.test(name))

/** What the program hands to its own window of every scan, in the order in which they were added. */
export async function keptBytes(desk: Desk): Promise<Uint8Array[]> {
  const kept = await desk.page.evaluate(
    async ({ acts, scan }) => {
      const bytes = new Uint8Array(await (await fetch(acts)).arrayBuffer())
      const view = new DataView(bytes.buffer)
      const found: number[][] = []
      for (let at = 0; at < bytes.length;) {
        const length = view.getUint32(at, true)
        const act = JSON.parse(new TextDecoder().decode(bytes.subarray(at + 4, at + 4 + length))) as {
          subject: string
          facts: { type: string; open: { digest: string } }[]
        }
        at += 4 + length
        for (const { type, open } of act.facts) {
          if (type !== 'scan.added@1') continue
          const query = new URLSearchParams({ request: act.subject.split(':')[1]!, digest: open.digest })
          found.push([...new Uint8Array(await (await fetch(`${scan}?${query.toString()}`)).arrayBuffer())])
        }
      }
      return found
    },
    { acts: actsPath, scan: scanPath },
  )
  return kept.map(bytes => new Uint8Array(bytes))
}

export interface Compared {
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly text: string
  readonly size: number
  readonly angle: number
  readonly family: string
}

export interface Likeness {
  /** Share of pixels that differ clearly. */
  readonly changed: number
  /** Of 6 x 8 fields of the picture. */
  readonly fieldsChanged: number
  /** Correlation of what changed around the middle with the text drawn there: 1 the same, 0 nothing in common. */
  readonly likeness: number
}

/** Draws the text anew where one line of the watermark must stand, and asks how much the changed pixels look like it. */
export function likeness(page: Page, compared: Compared): Promise<Likeness> {
  return page.evaluate(async ({ before, after, text, size, angle, family }) => {
    const read = async (bytes: readonly number[]) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }))
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
      context.drawImage(bitmap, 0, 0)
      return context.getImageData(0, 0, bitmap.width, bitmap.height)
    }
    const [a, b] = [await read(before), await read(after)]
    const { width, height } = a
    const font = `${size}px "${family}"`
    await document.fonts.load(font, text)
    const drawing = new OffscreenCanvas(width, height).getContext('2d')!
    drawing.translate(width / 2, height / 2)
    drawing.rotate((-angle * Math.PI) / 180)
    drawing.font = font
    drawing.textAlign = 'center'
    drawing.textBaseline = 'middle'
    drawing.fillText(text, 0, 0)
    const meant = drawing.getImageData(0, 0, width, height).data
    // Only the band of the line in the middle, as long as the text and one character high.
    const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
    const half = (size * [...text].length) / 2
    const fields = new Set<number>()
    let changed = 0
    const [sum, square] = [
      { m: 0, d: 0, md: 0 },
      { m: 0, d: 0 },
    ]
    let n = 0
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = (y * width + x) * 4
        const difference = a.data[at]! - b.data[at]!
        if (Math.abs(difference) > 24) {
          changed++
          fields.add(Math.floor((x * 6) / width) + 6 * Math.floor((y * 8) / height))
        }
        const [dx, dy] = [x - width / 2, y - height / 2]
        const [along, across] = [dx * cos - dy * sin, dx * sin + dy * cos]
        if (Math.abs(along) > half || Math.abs(across) > size * 0.6) continue
        const [m, d] = [meant[at + 3]!, Math.max(0, difference)]
        n++
        sum.m += m
        sum.d += d
        sum.md += m * d
        square.m += m * m
        square.d += d * d
      }
    }
    const spread = Math.sqrt((square.m - sum.m ** 2 / n) * (square.d - sum.d ** 2 / n))
    const alike = spread === 0 ? 0 : (sum.md - (sum.m * sum.d) / n) / spread
    return { changed: changed / (width * height), fieldsChanged: fields.size, likeness: alike }
  }, compared)
}
