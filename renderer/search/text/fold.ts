import { breakMark, foldCharacter, isAlphanumeric, separatorMark } from './folded-character'

export interface FoldedText {
  readonly units: Uint16Array
  /** The units as a string, made when it is asked for. */
  readonly text: string
  /** For each unit: where the character that it came from begins in the original. */
  readonly from: Uint32Array
  /** And where that character ends. */
  readonly to: Uint32Array
}

/** The text as the index and the query see it. Equal for every spelling that a clerk would call the same. */
export const fold = (text: string): string => textOf(foldCodes(text))

/** The same as UTF-16 units, in a scratch array that the next call writes over. */
export function foldCodes(text: string): Uint16Array {
  const out = new Folding(scratchFor(text.length), null)
  return run(text, out)
}

/**
 * With the way back to the original, for highlights; the next call writes over it. Twenty texts are marked for each
 * keystroke, and arrays of their own would be half a megabyte to collect.
 */
export function foldWithOffsets(text: string): FoldedText {
  const offsets = offsetsFor(text.length)
  const units = run(text, new Folding(scratchFor(text.length), offsets))
  const end = units.length
  return {
    units,
    get text() {
      return textOf(units)
    },
    from: offsets.from.subarray(0, end),
    to: offsets.to.subarray(0, end),
  }
}

/** UTF-16 units as a string. A decoder is slow to start, and a call with a million arguments does not return. */
export const textOf = (codes: Uint16Array): string =>
  codes.length < short ? String.fromCharCode(...codes) : utf16.decode(codes)

const unknown = 0xffff
const nothing = 0
const broken = breakMark.charCodeAt(0)
const separator = separatorMark.charCodeAt(0)
const spelledOut = 3

/** BMP unit -> folded unit, filled as characters come by; what folds to several units lies in `longFolds`. */
const table = new Uint16Array(0x10000).fill(unknown)
const longFolds = new Map<number, string>()
/** NFKD makes 18 characters of one at most (U+FDFA); texts full of it fall back to a larger array. */
const longestFold = 18
let scratch = new Uint16Array(1 << 12)

function run(text: string, out: Folding): Uint16Array {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    let folded = table[code] as number
    if (folded === unknown) folded = isSurrogate(code) ? spelledOut : learn(code)
    if (folded !== spelledOut) out.put(folded, at, at + 1)
    else at += putLong(out, text, at) - 1
  }
  return out.done()
}

function learn(code: number): number {
  const folded = foldCharacter(String.fromCharCode(code))
  if (folded.length > 1) longFolds.set(code, folded)
  return (table[code] = folded.length > 1 ? spelledOut : folded.length === 0 ? nothing : folded.charCodeAt(0))
}

/** Puts a character that folds to several units, or that has two itself; answers its length in the original. */
function putLong(out: Folding, text: string, at: number): number {
  const point = text.codePointAt(at) as number
  const length = point > 0xffff ? 2 : 1
  let folded = longFolds.get(point)
  if (folded === undefined) {
    folded = isSurrogate(point) ? breakMark : foldCharacter(String.fromCodePoint(point))
    longFolds.set(point, folded)
  }
  for (let i = 0; i < folded.length; i++) out.put(folded.charCodeAt(i), at, at + length)
  return length
}

class Folding {
  private length = 0
  private gap = nothing // what is due before the next letter: nothing, a separator, a break

  constructor(
    private codes: Uint16Array,
    private readonly offsets: { from: Uint32Array; to: Uint32Array } | null,
  ) {}

  put(code: number, from: number, to: number): void {
    if (code === nothing) return
    if (code === broken) this.gap = broken
    else if (code === separator) this.gap = this.gap === broken ? broken : separator
    else {
      if (this.gap !== nothing) this.bridge(code, from)
      this.push(code, from, to)
    }
  }

  done(): Uint16Array {
    return this.codes.subarray(0, this.length)
  }

  private bridge(next: number, at: number): void {
    const last = this.codes[this.length - 1] ?? 0
    const isNeeded = this.gap === broken || (isAlphanumeric(last) && isAlphanumeric(next))
    if (this.length > 0 && isNeeded) this.push(this.gap, at, at)
    this.gap = nothing
  }

  private push(code: number, from: number, to: number): void {
    if (this.length === this.codes.length) this.grow()
    if (this.offsets) {
      this.offsets.from[this.length] = from
      this.offsets.to[this.length] = to
    }
    this.codes[this.length++] = code
  }

  private grow(): void {
    const larger = (old: Uint16Array) => {
      const grown = new Uint16Array(old.length * longestFold)
      grown.set(old)
      return grown
    }
    this.codes = larger(this.codes)
    if (!this.offsets) return
    for (const name of ['from', 'to'] as const) {
      const grown = new Uint32Array(this.codes.length)
      grown.set(this.offsets[name])
      this.offsets[name] = grown
    }
  }
}

/** Every letter, and a mark before it. */
const roomFor = (length: number): number => 2 * length + longestFold

function scratchFor(length: number): Uint16Array {
  if (length > longestKept) return new Uint16Array(roomFor(length))
  if (scratch.length < roomFor(length)) scratch = new Uint16Array(roomFor(length) * 2)
  return scratch.subarray(0, roomFor(length))
}

/** Room for texts of this length is kept, a few hundred KB; longer ones are few. */
const longestKept = 20_000
let scratchOffsets = offsetsOf(1 << 12)

function offsetsFor(length: number): { from: Uint32Array; to: Uint32Array } {
  if (length > longestKept) return offsetsOf(roomFor(length))
  if (scratchOffsets.from.length < roomFor(length)) scratchOffsets = offsetsOf(roomFor(length))
  const { from, to } = scratchOffsets
  return { from: from.subarray(0, roomFor(length)), to: to.subarray(0, roomFor(length)) } // as long as the units: both grow
}

function offsetsOf(room: number): { from: Uint32Array; to: Uint32Array } {
  return { from: new Uint32Array(room), to: new Uint32Array(room) }
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true })
const short = 40
