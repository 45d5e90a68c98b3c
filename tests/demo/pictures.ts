/**
 * npm run pictures (after npm run demo): every screenshot and every PDF page of the visit into docs/screenshots/, and the
 * pictures of the guide, taken anew, into docs/guide/pictures/.
 */
import fs from 'node:fs'
import path from 'node:path'
import { encodePng } from '../support/pdf/png'
import { rasterise } from '../support/pdf/pdfium'
import { takeGuidePictures } from './guide/take-pictures'

const from = path.resolve('demo-output')
const to = path.resolve('docs/screenshots')
if (!fs.existsSync(from)) {
  console.error('There is no demo-output/ yet. Run `npm run demo` first: these are its pictures. Nothing was changed.')
  process.exit(1)
}
fs.rmSync(to, { recursive: true, force: true })
fs.mkdirSync(to, { recursive: true })
let pages = 0
for (const name of fs.readdirSync(from).sort()) {
  if (name.endsWith('.png')) fs.copyFileSync(path.join(from, name), path.join(to, name))
  if (!name.endsWith('.pdf')) continue
  const rasters = await rasterise(new Uint8Array(fs.readFileSync(path.join(from, name))), 1)
  for (const [index, raster] of rasters.entries()) {
    fs.writeFileSync(path.join(to, `pdf-${path.basename(name, '.pdf')}-${index + 1}.png`), encodePng(raster))
    pages++
  }
}
console.log(`${fs.readdirSync(to).length} pictures, ${pages} of them PDF pages, in ${to}`)
const guide = path.resolve('docs/guide/pictures')
console.log(`${await takeGuidePictures(guide)} pictures of the guide in ${guide}`)
