/**
 * Line breaking for Chinese official documents: 标点禁则 (no closing mark starts a line, no opening mark ends one),
 * punctuation squeezed to half a cell where two blanks meet or a line needs it, every full line justified to its width.
 * All lengths are cells (one cell = one Chinese character).
 */

export interface PlacedGlyph {
  readonly character: string
  /** Left edge of the character's own cell or advance box, from the start of the line, in cells. */
  readonly x: number
  /** Wide characters are centred in a cell of this width; others keep their own advance. */
  readonly wide: boolean
}

export interface SetLine {
  readonly glyphs: readonly PlacedGlyph[]
  /** Right edge of the last character after squeezing, including the indent. */
  readonly end: number
}

export interface LineRequest {
  readonly columns: number
  /** Indent of the first line, in cells. */
  readonly indent: number
  /** Advance of one proportional character, in cells. */
  readonly advance: (character: string) => number
}

const chars = (list: string): ReadonlySet<string> => new Set(list)

export const NOT_AT_START = chars('，。、．；：？！”’）》〉】〕」』﹞｝］％‰℃·～,.;:?!)]}%')
export const NOT_AT_END = chars('“‘（《〈【〔「『｛［([{￥＄№□■')
const CLOSING = chars('，。、．；：”’）》〉】〕」』')
const OPENING = chars('“‘（《〈【〔「『')
const PAIRED = chars('—…')
/** A number stays with what it counts, and 第 with its number. */
const AFTER_NUMBER = chars('年月日条款项号页份件个元㎡％‰℃%人次天字')
const AFTER_DI = chars('一二三四五六七八九十百（')
const BREAK_AFTER = chars('/.-_?&=')

interface Atom {
  readonly text: string
  readonly wide: boolean
  readonly space: boolean
  /** Left edge of each character from the left edge of the atom. */
  readonly offsets: readonly number[]
  width: number
  /** How much may still be squeezed out, and on which side the blank is. */
  slack: number
  readonly side: 'left' | 'right' | 'none'
  /** Blank already taken away on the left of an opening mark. */
  taken: number
  readonly breakBefore: boolean
  /** The break before it would cut a number or address in two. */
  readonly inner: boolean
}

/**
 * Breaks one paragraph. Linear in its length; no line is longer than `columns`. A line that ends because a telephone
 * number does not fit any more stays short: up to six cells spread over its gaps would show.
 */
export function breakLines(text: string, request: LineRequest): SetLine[] {
  const atoms = atomsOf(text, request)
  const lines: SetLine[] = []
  for (let start = 0; start < atoms.length;) {
    const indent = lines.length === 0 ? request.indent : 0
    const measure = request.columns - indent
    const end = chooseBreak(atoms, start, measure)
    const isFull = end < atoms.length && !isTelephone(atoms[end])
    lines.push(placeLine(trimSpaces(atoms.slice(start, end)), { indent, measure, isFull }))
    start = end
    while (atoms[start]?.space) start += 1
  }
  return lines
}

export function isWide(character: string): boolean {
  const code = character.codePointAt(0) as number
  if (code < 0x2e80) return WIDE_BELOW_CJK.has(character) || (code >= 0x2460 && code <= 0x24ff)
  return code <= 0x9fff || (code >= 0xf900 && code <= 0xfaff) || isWideForm(code) || code >= 0x20000
}

const WIDE_BELOW_CJK = chars('“”‘’—…·℃‰№×÷□■△▲○●◇◆☆★')
const isWideForm = (code: number) =>
  (code >= 0xfe30 && code <= 0xfe4f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6)

function atomsOf(text: string, request: LineRequest): Atom[] {
  const characters = [...text]
  const atoms: Atom[] = []
  for (let at = 0; at < characters.length;) {
    const run = runAt(characters, at)
    atoms.push(
      ...(run.kind === 'wide' ? [wideAtom(run.text, atoms.at(-1))] : narrowAtoms(run.text, request, atoms.at(-1))),
    )
    at += [...run.text].length
  }
  collapseNeighbours(atoms)
  return atoms
}

function runAt(characters: readonly string[], at: number): { readonly kind: 'wide' | 'narrow'; readonly text: string } {
  const first = characters[at] as string
  if (isWide(first)) {
    const pair = PAIRED.has(first) && characters[at + 1] === first
    return { kind: 'wide', text: pair ? first + first : first }
  }
  let end = at + 1
  while (first !== ' ' && end < characters.length && isNarrow(characters[end] as string)) end += 1
  return { kind: 'narrow', text: characters.slice(at, end).join('') }
}

const isNarrow = (character: string) => character !== ' ' && !isWide(character)

function wideAtom(text: string, before: Atom | undefined): Atom {
  const side = CLOSING.has(text) ? 'right' : OPENING.has(text) ? 'left' : 'none'
  const mayBreak = !NOT_AT_START.has(text) && !endsOpen(before) && !belongsTo(before, text)
  return {
    text,
    wide: true,
    space: false,
    offsets: [...text].map((_, index) => index),
    width: [...text].length,
    slack: side === 'none' ? 0 : 0.5,
    side,
    taken: 0,
    breakBefore: mayBreak,
    inner: false,
  }
}

/** 12页, 第三, 第（二）: what is read in one breath. */
const belongsTo = (before: Atom | undefined, text: string) =>
  (AFTER_NUMBER.has(text) && endsInDigit(before)) || (AFTER_DI.has(text) && before?.text === '第')
const endsOpen = (atom: Atom | undefined) => atom !== undefined && NOT_AT_END.has([...atom.text].at(-1) as string)
const endsInDigit = (atom: Atom | undefined) => atom !== undefined && /\d$/.test(atom.text)

/** Cuts a Latin run after `/ . -` and, where a piece is still longer than a line, anywhere. */
function narrowAtoms(text: string, request: LineRequest, before: Atom | undefined): Atom[] {
  const width = (piece: string) => [...piece].reduce((sum, character) => sum + request.advance(character), 0)
  const longest = Math.min(LONGEST_UNCUT, request.columns - request.indent)
  const whole = width(text) <= (TELEPHONE.test(text) ? longest : Math.min(SHORT_ENOUGH, longest))
  const pieces = whole ? [text] : piecesOf(text).flatMap(piece => (width(piece) > longest ? [...piece] : [piece]))
  return pieces.map((piece, index) => ({
    text: piece,
    wide: false,
    space: piece === ' ',
    offsets: [...piece].map((_, index) => width([...piece].slice(0, index).join(''))),
    width: width(piece),
    slack: 0,
    side: 'none',
    taken: 0,
    inner: index > 0,
    breakBefore:
      index > 0 ? !isMark(piece) : piece !== ' ' && !isMark(piece) && !endsOpen(before) && before?.text !== '第',
  }))
}

/** Cells: up to here a number or word is never cut; beyond the second it is cut between any two characters. */
const SHORT_ENOUGH = 4
/** A telephone number that is cut is misread. */
const TELEPHONE = /^0\d{2,3}-\d{7,8}$/
const LONGEST_UNCUT = 12
const isTelephone = (atom: Atom | undefined) => atom !== undefined && TELEPHONE.test(atom.text)

const isMark = (piece: string) => NOT_AT_START.has([...piece][0] as string)

function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  const characters = [...text]
  characters.forEach((character, index) => {
    piece += character
    const next = characters[index + 1]
    if (BREAK_AFTER.has(character) && next !== undefined && !BREAK_AFTER.has(next)) {
      pieces.push(piece)
      piece = ''
    }
  })
  return piece === '' ? pieces : [...pieces, piece]
}

/** `），` `。”` `》（`: where two blank halves meet, one of them goes. */
function collapseNeighbours(atoms: Atom[]): void {
  for (let index = 0; index + 1 < atoms.length; index += 1) {
    const [left, right] = [atoms[index] as Atom, atoms[index + 1] as Atom]
    if (left.side === 'right' && right.side !== 'none') halve(left)
    else if (left.side === 'left' && right.side === 'left') halve(right)
  }
}

function halve(atom: Atom): void {
  atom.width -= 0.5
  atom.slack -= 0.5
  if (atom.side === 'left') atom.taken = 0.5
}

const EPSILON = 1e-6
const SQUEEZE_COST = 2

/** Index after the last atom of the line: the legal break that distorts least. */
function chooseBreak(atoms: readonly Atom[], start: number, measure: number): number {
  let width = 0
  let slack = 0
  let best = -1
  let bestCost = Infinity
  let end = start
  for (; end < atoms.length; end += 1) {
    const atom = atoms[end] as Atom
    if (width + atom.width - slack - atom.slack > measure + EPSILON) break
    width += atom.width
    slack += atom.slack
    const cost = costOf(width - measure, atom) + costBefore(atoms[end + 1])
    if (cost < bestCost) [best, bestCost] = [end + 1, cost]
  }
  if (end >= atoms.length && width <= measure + EPSILON) return end
  return best > start ? best : Math.max(start + 1, end)
}

/** Cutting an address or a long number is worth it only to save a line from wide gaps. */
const INNER_COST = 2

function costBefore(next: Atom | undefined): number {
  if (!next) return 0
  if (!next.breakBefore || next.space) return Infinity
  return next.inner ? INNER_COST : 0
}

/** Squeezing the mark at the line end is free; one cell spread over 27 gaps shows less than one taken from a few marks. */
function costOf(excess: number, last: Atom): number {
  if (excess <= EPSILON) return -excess
  return last.side === 'right' && excess <= last.slack + EPSILON ? 0.05 : excess * SQUEEZE_COST
}

function trimSpaces(atoms: readonly Atom[]): readonly Atom[] {
  let end = atoms.length
  while (end > 0 && (atoms[end - 1] as Atom).space) end -= 1
  return atoms.slice(0, end)
}

interface Fit {
  readonly indent: number
  readonly measure: number
  /** Justified to the measure. */
  readonly isFull: boolean
}

function placeLine(atoms: readonly Atom[], fit: Fit): SetLine {
  const excess = atoms.reduce((sum, atom) => sum + atom.width, 0) - fit.measure
  const squeezed = excess > EPSILON ? squeeze(atoms, excess) : new Map<Atom, number>()
  const gaps = gapsOf(atoms)
  const gap = excess < -EPSILON && fit.isFull && gaps.size > 0 ? -excess / gaps.size : 0
  const glyphs: PlacedGlyph[] = []
  let x = fit.indent
  for (const atom of atoms) {
    if (gaps.has(atom)) x += gap
    const out = squeezed.get(atom) ?? 0
    const shift = atom.side === 'left' ? atom.taken + out : 0
    const at = (index: number) => x - shift + (atom.offsets[index] as number)
    glyphs.push(...[...atom.text].map((character, index) => ({ character, x: at(index), wide: atom.wide })))
    x += atom.width - out
  }
  return { glyphs, end: x }
}

/** Atoms before which a line may be stretched: not inside a number or address, unless there is nothing else. */
function gapsOf(atoms: readonly Atom[]): ReadonlySet<Atom> {
  const after = atoms.slice(1)
  const outer = after.filter(atom => !atom.inner)
  return new Set(outer.length > 0 ? outer : after)
}

function squeeze(atoms: readonly Atom[], excess: number): Map<Atom, number> {
  const out = new Map<Atom, number>()
  const last = atoms.at(-1)
  let left = excess
  if (last?.side === 'right' && last.slack > 0) {
    const taken = Math.min(left, last.slack)
    out.set(last, taken)
    left -= taken
  }
  // An opening mark at the very end of a paragraph has its blank on the left and gives it like any other.
  const rest = atoms.filter(atom => !out.has(atom) && atom.slack > 0)
  const total = rest.reduce((sum, atom) => sum + atom.slack, 0)
  if (left > EPSILON && total > 0) for (const atom of rest) out.set(atom, (atom.slack * left) / total)
  return out
}
