import fs from 'node:fs'
import path from 'node:path'
import { Data } from 'resedit'
import sharp from 'sharp'

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]
const windowsSizes = [16, 24, 32, 48, 64, 256]

/** Draws the one SVG in every size that Linux and Windows ask for: `NxN.png` and `icon.ico` in the folder. */
export async function drawIcons(svg: string, folder: string): Promise<void> {
  fs.mkdirSync(folder, { recursive: true })
  const source = fs.readFileSync(svg)
  const drawn = new Map<number, Buffer>()
  for (const size of new Set([...linuxSizes, ...windowsSizes]))
    // The density draws it large enough before it is made smaller: edges stay sharp.
    drawn.set(size, await sharp(source, { density: 288 }).resize(size, size).png({ compressionLevel: 9 }).toBuffer())
  for (const size of linuxSizes) fs.writeFileSync(path.join(folder, `${size}x${size}.png`), drawn.get(size)!)
  const icon = new Data.IconFile()
  icon.icons = windowsSizes.map(size => ({
    width: size,
    height: size,
    data: Data.RawIconItem.from(drawn.get(size)!, size, size, 32),
  }))
  fs.writeFileSync(path.join(folder, 'icon.ico'), Buffer.from(icon.generate()))
}
