/** The longest side of a canvas that every graphics driver gives. */
const longestSide = 8_192

export type Drawable = ImageBitmap | OffscreenCanvas

export interface Picture {
  readonly drawable: Drawable
  readonly width: number
  readonly height: number
}

export const pictureOf = (drawable: Drawable): Picture => ({
  drawable,
  width: drawable.width,
  height: drawable.height,
})

/** At most as large as a canvas may be. */
export const withinCanvas = (width: number, height: number): number =>
  Math.min(1, longestSide / width, longestSide / height)

/** A canvas with a white ground: a picture may be transparent, and black on black cannot be read. */
export function whiteCanvas(width: number, height: number) {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return { canvas, context }
}

/** As PNG, `width` pixels wide before it is turned by quarters clockwise. */
export async function drawTurned(picture: Picture, look: { width: number; turns: number }): Promise<Uint8Array> {
  const wanted = look.width / picture.width
  const scale = wanted * withinCanvas(picture.width * wanted, picture.height * wanted)
  const [width, height] = [picture.width * scale, picture.height * scale]
  const isUpright = look.turns % 2 === 0
  const { canvas, context } = whiteCanvas(isUpright ? width : height, isUpright ? height : width)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((look.turns * Math.PI) / 2)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture.drawable, -width / 2, -height / 2, width, height)
  return encoded(canvas, 'image/png')
}

export async function encoded(canvas: OffscreenCanvas, type: 'image/png' | 'image/jpeg'): Promise<Uint8Array> {
  const blob = await canvas.convertToBlob({ type, quality: 0.92 })
  return new Uint8Array(await blob.arrayBuffer())
}
