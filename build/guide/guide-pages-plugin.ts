import fs from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import type { PictureSize } from '../../renderer/features/guide/guide-tree'
import { readGuidePage } from './read-guide-page'

/**
 * docs/guide/LANGUAGE/NAME.md becomes a module that exports `page`: the typed tree of the page, its pictures as assets of
 * the build. No HTML is made of it anywhere.
 */
export function guidePages(): Plugin {
  return {
    name: 'guide-pages',
    enforce: 'pre',
    load(id) {
      if (!/\/docs\/guide\/[^/]+\/[^/]+\.md$/.test(id)) return null
      return { code: moduleOf(id), map: null, moduleType: 'js' }
    },
  }
}

function moduleOf(file: string): string {
  const folder = path.dirname(file)
  const imports: string[] = []
  const page = readGuidePage(fs.readFileSync(file, 'utf8'), { sizeOf: source => pngSize(path.join(folder, source)) })
  const blocks = JSON.stringify(page, (_key, value: unknown) => {
    if (!isPicture(value)) return value
    imports.push(path.join(folder, value.source))
    return { ...value, source: `@@${imports.length - 1}@@` }
  })
  const code = blocks.replaceAll(/"@@(\d+)@@"/g, 'picture$1')
  return `${imports.map((from, at) => `import picture${at} from ${JSON.stringify(from)}`).join('\n')}
export const page = ${code}`
}

const isPicture = (value: unknown): value is { kind: 'picture'; source: string } =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'picture'

/** Width and height stand in the first chunk of every PNG; undefined where there is no file. */
export function pngSize(file: string): PictureSize | undefined {
  if (!fs.existsSync(file)) return undefined
  const head = fs.readFileSync(file).subarray(0, 24)
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
}
