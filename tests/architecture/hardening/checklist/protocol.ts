import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveApp } from '../../../../electron/main/security/app-protocol'
import { listBuiltFiles } from '../../../../electron/main/security/built-files'
import { dice, oneOf } from '../../../support/workstation/synthetic-people'
import { hitsOf } from './of-the-product'

describe('the 20 points of the checklist of Electron', () => {
  describe('18 pages come from our protocol, and that from the list of built files', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'checklist-'))
    const outside = path.join(folder, 'outside.js')
    const built = path.join(folder, 'built')
    let serve: (request: Request) => Promise<Response>
    beforeAll(() => {
      fs.mkdirSync(path.join(built, 'assets'), { recursive: true })
      for (const name of ['index.html', 'assets/main.js']) fs.writeFileSync(path.join(built, name), 'inside')
      fs.writeFileSync(outside, 'outside')
      fs.symlinkSync(outside, path.join(built, 'assets', 'link.js'))
      serve = serveApp({ files: listBuiltFiles(built), routes: {} })
    })
    afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

    test('2,000 paths made of every trick lead to what was built or to nothing', async () => {
      const random = dice(18)
      const pieces = [
        '..',
        '.',
        '%2e%2e',
        '%2E.',
        '..%2f',
        '%5c',
        '\\',
        '%00',
        '//',
        '/',
        'assets',
        'ASSETS',
        'main.js',
      ]
      const more = [
        'main.js%20',
        'index.html',
        'outside.js',
        'link.js',
        '~',
        ':',
        '%c0%ae',
        '．．',
        'a'.repeat(300),
        '?',
        '#',
      ]
      const answers = { there: 0, absent: 0 }
      for (let round = 0; round < 2_000; round++) {
        const tried = Array.from({ length: 1 + Math.floor(random() * 6) }, () => oneOf([...pieces, ...more], random))
        const response = await serve(new Request(`app://bundle/${tried.join(random() < 0.5 ? '/' : '')}`))
        if (response.status === 404) answers.absent++
        else {
          expect(await response.text(), tried.join('/')).toBe('inside')
          answers.there++
        }
      }
      console.log(`protocol: ${answers.absent} of 2000 hostile paths are not there, ${answers.there} are built files`)
      expect(answers.absent).toBeGreaterThan(1_000)
      expect((await serve(new Request('app://bundle/assets/link.js'))).status).toBe(404)
      expect((await serve(new Request('app://bundle/assets/main.js'))).status).toBe(200)
    })

    test('no address of a file is written anywhere', () => {
      expect(hitsOf('no address is a script, a page of data or a file')).toEqual([])
      expect(hitsOf('the protocol is handled, not intercepted or read from a folder')).toEqual([])
      expect(hitsOf('a window loads our own origin')).toEqual([])
    })
  })
})
