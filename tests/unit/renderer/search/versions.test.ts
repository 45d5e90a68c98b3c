import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { tokenizerVersion } from '../../../../renderer/search/versions'

const packageFile = path.resolve(import.meta.dirname, '../../../../package.json')

it('another opencc-js or pinyin-pro is another tokenizer: raise its version and this line together', () => {
  const { devDependencies } = JSON.parse(fs.readFileSync(packageFile, 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const [opencc, pinyin] = [devDependencies['opencc-js'], devDependencies['pinyin-pro']]
  expect({ tokenizerVersion, opencc, pinyin }).toEqual({ tokenizerVersion: 2, opencc: '1.4.2', pinyin: '3.29.4' })
})
