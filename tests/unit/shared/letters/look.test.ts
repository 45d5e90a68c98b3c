import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeLetter } from '#shared/letters/make-letter'
import { testFonts } from '../../../support/pdf/font-files'
import { rasterise } from '../../../support/pdf/pdfium'
import { encodePng } from '../../../support/pdf/png'
import { oddLetters } from './odd-letters'
import { sampleLetters } from './sample-letters'

const folder = process.env['LETTERS_LOOK'] ?? ''

test.skipIf(folder === '')(
  'writes a sample of each letter to be looked at',
  async () => {
    mkdirSync(folder, { recursive: true })
    for (const [name, model] of Object.entries({ ...sampleLetters, ...oddLetters })) {
      const start = performance.now()
      const made = await makeLetter(model, testFonts())
      if (!made.ok) throw new Error(JSON.stringify(made.problem))
      const took = Math.round(performance.now() - start)
      console.log(`${name}: ${made.value.pages} pages, ${made.value.bytes.length} bytes, ${took} ms`)
      writeFileSync(`${folder}/${name}.pdf`, made.value.bytes)
      const pages = await rasterise(made.value.bytes, 1.4)
      pages.forEach((page, index) => writeFileSync(`${folder}/${name}-${index + 1}.png`, encodePng(page)))
      expect(pages.length).toBe(made.value.pages)
    }
  },
  60_000,
)
