import * as fontkit from '@cantoo/fontkit'
import { err, ok, type Result } from '../kernel/result'
import type { FontFileRole, FontProblem } from './letter-problem'

/** One open font file. Glyph numbers are those of the original file. */
export interface FontFace {
  readonly role: FontFileRole
  readonly postscriptName: string
  readonly font: fontkit.Font
  /** Glyph number of a code point, 0 where the font has none. */
  glyphOf(codePoint: number): number
  /** Advance width in em. */
  advanceOf(codePoint: number): number
}

/** What a piece of text is for. GB/T 9704-2012 names the faces: 仿宋 body, 小标宋 title, 黑体 heading, 宋体 page number. */
export type FontRole = 'body' | 'title' | 'heading' | 'digits'

/** Faces by role, in the order in which they are asked for a glyph. Load once, use for many letters. */
export type LetterFonts = Readonly<Record<FontRole, readonly FontFace[]>>

export interface LetterFontFiles {
  /** Noto Serif SC 400 (TTF). Body text, digits, page numbers, and the fallback of every other face. */
  readonly body: Uint8Array
  /** Noto Serif SC 900 (TTF). Title and letterhead. */
  readonly title: Uint8Array
  /** Noto Sans SC 400 (TTF). Headings and form labels. */
  readonly heading: Uint8Array
  /** A 仿宋 file that the office has licensed (TTF); characters it lacks come from `body`. */
  readonly userBody?: Uint8Array
  /** A 小标宋 file that the office has licensed (TTF); characters it lacks come from `title`. */
  readonly userTitle?: Uint8Array
}

/** Opens the font files, about 0.1 s in all. Refuses a file that may not be embedded (OS/2 fsType) or has no glyf outlines. */
export function loadLetterFonts(files: LetterFontFiles): Result<LetterFonts, FontProblem> {
  const faces: Partial<Record<FontFileRole, FontFace>> = {}
  for (const role of ['body', 'title', 'heading', 'userBody', 'userTitle'] as const) {
    const bytes = files[role]
    if (!bytes) continue
    const face = openFace(role, bytes)
    if (!face.ok) return face
    faces[role] = face.value
  }
  const serif = faces.body as FontFace
  const black = faces.title as FontFace
  const sans = faces.heading as FontFace
  const fangSong = faces.userBody ? [faces.userBody] : []
  const xiaoBiaoSong = faces.userTitle ? [faces.userTitle] : []
  return ok({
    body: [...fangSong, serif, sans],
    title: [...xiaoBiaoSong, black, serif, sans],
    heading: [sans, serif],
    digits: [serif, sans],
  })
}

/** The face that prints this code point in this role, or null where no face has it. */
export function faceFor(fonts: LetterFonts, role: FontRole, codePoint: number): FontFace | null {
  // Latin and digits of FangSong files look foreign beside the rest; those of the serif are made for it.
  const faces = role === 'body' && codePoint < 0x7f ? fonts.digits : fonts[role]
  return faces.find(face => face.glyphOf(codePoint) !== 0) ?? null
}

interface Os2Table {
  readonly fsType: { readonly noEmbedding: boolean; readonly noSubsetting: boolean; readonly bitmapOnly: boolean }
}

/** What fontkit reads and its types leave out. */
interface FontTables {
  readonly directory: { readonly tables: Readonly<Record<string, unknown>> }
  readonly 'OS/2'?: Os2Table
}

const hasTables = (font: fontkit.Font): font is fontkit.Font & FontTables => 'directory' in font

/** One face alone, where a whole set would be too much. */
export const openFontFace = (role: FontFileRole, bytes: Uint8Array): Result<FontFace, FontProblem> =>
  openFace(role, bytes)

function openFace(role: FontFileRole, bytes: Uint8Array): Result<FontFace, FontProblem> {
  const font = openFont(bytes)
  if (!font || !hasTables(font)) return err({ kind: 'fontUnusable', role, why: 'unreadable' })
  if (!font.directory.tables['glyf']) return err({ kind: 'fontUnusable', role, why: 'outlines' })
  const rights = font['OS/2']?.fsType
  if (rights && (rights.noEmbedding || rights.noSubsetting || rights.bitmapOnly)) {
    return err({ kind: 'fontUnusable', role, why: 'licence' })
  }
  return ok(faceOf(role, font))
}

function openFont(bytes: Uint8Array): fontkit.Font | null {
  try {
    const opened = fontkit.create(bytes)
    return 'glyphForCodePoint' in opened ? opened : null
  } catch {
    return null
  }
}

function faceOf(role: FontFileRole, font: fontkit.Font): FontFace {
  const seen = new Map<number, { readonly id: number; readonly advance: number }>()
  const look = (codePoint: number) => {
    const known = seen.get(codePoint)
    if (known) return known
    const glyph = font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint) : null
    const found = { id: glyph?.id ?? 0, advance: (glyph?.advanceWidth ?? 0) / font.unitsPerEm }
    seen.set(codePoint, found)
    return found
  }
  return {
    role,
    postscriptName: (font.postscriptName ?? 'Letter').replace(/[^A-Za-z0-9-]/g, ''),
    font,
    glyphOf: codePoint => look(codePoint).id,
    advanceOf: codePoint => look(codePoint).advance,
  }
}
