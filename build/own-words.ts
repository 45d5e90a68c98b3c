import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { create as openFont } from '@cantoo/fontkit'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

interface Face {
  readonly name: string
  /** A family of its own, before that of the slices (tokens.css, colours.ts). */
  readonly family: string
  readonly slices: 'noto-sans-sc' | 'noto-serif-sc'
  readonly weight: number
  /** The whole of it: the same version of the same design as the slices, so that both stand on one line. */
  readonly file: string
}

/** Those of renderer/ui/theme/fonts.ts. */
export const faces: readonly Face[] = [
  {
    ...{ name: 'own-words-sans-400', family: 'Records Desk Words', slices: 'noto-sans-sc', weight: 400 },
    file: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  },
  {
    ...{ name: 'own-words-sans-700', family: 'Records Desk Words', slices: 'noto-sans-sc', weight: 700 },
    file: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  },
  {
    ...{ name: 'own-words-serif-700', family: 'Records Desk Serif Words', slices: 'noto-serif-sc', weight: 700 },
    file: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  },
]

/** Where the windows have their words from. */
const sources = ['renderer', 'shared']

const root = path.resolve(import.meta.dirname, '..')
const require = createRequire(import.meta.url)
const kept = path.join(root, '.cache/own-words')
const isSheet = (id: string) => id.split('?')[0]!.endsWith('/renderer/ui/theme/own-words.css')

/**
 * What the windows say by themselves is some 1,700 characters, which lie strewn over the hundred slices of a face: a page was drawn
 * in whatever font the system has, asked for twenty slices, and was laid out again as they came. Here they are one file a face
 * (190 KB), which the page asks for together with its code. The slices stay, for what people type.
 */
export function ownWords(): Plugin {
  return {
    name: 'own-words',
    apply: 'build',
    enforce: 'pre',
    async transform(_code, id) {
      if (!isSheet(id)) return null
      const folder = path.dirname(id.split('?')[0]!)
      const rules = await Promise.all(faces.map(async face => ruleOf(face, await subsetOf(face), folder)))
      return { code: rules.join('\n'), map: null }
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.values(bundle ?? {})
          .filter(file => file.type === 'asset' && file.names.some(name => name.startsWith('own-words-')))
          .map(({ fileName }) => ({
            ...{ tag: 'link', injectTo: 'head' },
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${fileName}` },
          })),
    },
  }
}

export interface Subset {
  readonly file: string
  /** Code points. */
  readonly characters: readonly number[]
}

/** The characters of the windows' own words that the face has, in a file that is made once for the same words, font and cutter. */
export async function subsetOf(face: Face): Promise<Subset> {
  const whole = fs.readFileSync(require.resolve(face.file))
  const has = charactersIn(whole)
  const characters = charactersOf(sources.map(name => path.join(root, name))).filter(one => has.has(one))
  const text = String.fromCodePoint(...characters)
  const { version } = require('subset-font/package.json') as { version: string }
  const digest = createHash('sha256').update(whole).update(`${version} ${text}`).digest('hex').slice(0, 16)
  const file = path.join(kept, digest, `${face.name}.woff2`)
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    const unfinished = `${file}.${process.pid}`
    fs.writeFileSync(unfinished, await subsetFont(whole, text, { targetFormat: 'woff2' }))
    fs.renameSync(unfinished, file)
  }
  return { file, characters }
}

function charactersIn(font: Buffer): ReadonlySet<number> {
  const opened = openFont(font)
  if (!('characterSet' in opened)) throw new Error('a collection of fonts, where one is wanted')
  return new Set(opened.characterSet)
}

/** Every character of the scripts below these folders, and Latin with its accents; in order. */
export function charactersOf(folders: readonly string[]): number[] {
  const found = new Set<number>(Array.from({ length: 0x180 - 0x20 }, (_, index) => 0x20 + index))
  for (const folder of folders)
    for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name)) continue
      for (const character of fs.readFileSync(path.join(folder, name), 'utf8')) found.add(character.codePointAt(0)!)
    }
  return [...found].filter(one => one >= 0x20).sort((one, other) => one - other)
}

/**
 * In a family of its own: among the slices it would go before them too, but each size and weight of text then makes a place for each of
 * the hundred, and as long as they are not there Chromium asks the system a hundred times which font stands for them meanwhile.
 */
const ruleOf = ({ family, weight }: Face, { file, characters }: Subset, folder: string) =>
  `@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  font-display: swap;
  src: url('${path.relative(folder, file).split(path.sep).join('/')}') format('woff2');
  unicode-range: ${rangesOf(characters).join(', ')};
}`

/** `U+4e00` and `U+20-17f`. */
export function rangesOf(characters: readonly number[]): string[] {
  const runs: [number, number][] = []
  for (const one of characters) {
    const last = runs.at(-1)
    if (last?.[1] === one - 1) last[1] = one
    else runs.push([one, one])
  }
  return runs.map(([from, to]) => `U+${from.toString(16)}${from === to ? '' : `-${to.toString(16)}`}`)
}
