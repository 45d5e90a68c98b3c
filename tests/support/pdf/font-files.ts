import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadLetterFonts, type LetterFontFiles, type LetterFonts } from '#shared/letters/fonts'

const { resolve } = createRequire(import.meta.url)
const read = (path: string) => new Uint8Array(readFileSync(resolve(path)))

/** The three font files that the program ships, as npm has them. */
export const letterFontFiles = (): LetterFontFiles => ({
  body: read('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  title: read('@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf'),
  heading: read('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
})

let loaded: LetterFonts | undefined

export function testFonts(): LetterFonts {
  if (loaded) return loaded
  const fonts = loadLetterFonts(letterFontFiles())
  if (!fonts.ok) throw new Error(JSON.stringify(fonts.problem))
  return (loaded = fonts.value)
}
