import { identityWatermark, markAngle, markGrid } from '#shared/letters/watermark'
import { encoded, whiteCanvas, withinCanvas, type Picture } from './scan-canvas'

/** Family under which the worker knows the bundled face: the system may have no Chinese font at all. */
const family = 'records-desk-mark'

export async function loadMarkFont(bytes: Uint8Array): Promise<void> {
  const face = new FontFace(family, new Uint8Array(bytes))
  await face.load()
  ;(self as unknown as { fonts: FontFaceSet }).fonts.add(face) // a worker has it too; the types know windows only
}

/** The picture with the watermark across it. Dark with a light rim, so that it is read on any ground. */
export function markImage(picture: Picture, type: 'image/png' | 'image/jpeg'): Promise<Uint8Array> {
  const scale = withinCanvas(picture.width, picture.height)
  const { canvas, context } = whiteCanvas(picture.width * scale, picture.height * scale)
  context.drawImage(picture.drawable, 0, 0, canvas.width, canvas.height)
  const { size, places } = markGrid(canvas.width, canvas.height)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((-markAngle * Math.PI) / 180)
  context.font = `${size}px "${family}"`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = size / 9
  context.strokeStyle = 'rgba(255, 255, 255, 0.35)'
  context.fillStyle = 'rgba(70, 70, 70, 0.5)'
  for (const { x, y } of places) {
    context.strokeText(identityWatermark, x, y)
    context.fillText(identityWatermark, x, y)
  }
  return encoded(canvas, type)
}
