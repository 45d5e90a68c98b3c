import { Ascending, packAscending } from '../bytes/ascending'
import { type RangeReader, type Sections, readSections, writeSections } from '../bytes/sections'
import { arenaOf, type TextArena } from '../bytes/text-arena'
import { formatVersion, tokenizerVersion } from '../versions'
import { type Columns, facetRecord } from './columns'
import type { CollectedDictionary, Dictionary } from './dictionary'

/** What of a segment is held in memory: its dictionary and its columns. The other two streams stay on disk. */
export interface SegmentHead {
  readonly count: number
  readonly dictionary: Dictionary
  readonly columns: Columns
}

/** A segment as it is written. */
export interface WrittenSegment {
  readonly count: number
  readonly head: Uint8Array
  readonly docs: Uint8Array
  readonly positions: Uint8Array
}

/** A head before it is written. */
export interface CollectedHead extends Omit<SegmentHead, 'dictionary'> {
  readonly dictionary: CollectedDictionary
}

export function writeHead({ count, dictionary, columns }: CollectedHead): Uint8Array<ArrayBuffer> {
  const packed = packedNames.flatMap(name => {
    const { marks, steps } = packAscending(dictionary[name])
    return [[`${name}.marks`, marks] as const, [`${name}.steps`, steps] as const]
  })
  const facets = Object.entries(columns.facets).flatMap(([name, { values, codes }]) => [
    [`facet.${name}.values`, values] as const,
    [`facet.${name}.codes`, codes] as const,
  ])
  return writeSections({
    versions: Uint32Array.of(formatVersion, tokenizerVersion, count),
    ...Object.fromEntries(packed),
    tokens: dictionary.tokens.joined,
    ...Object.fromEntries(arenas.map(name => [name, columns[name].joined])),
    ...{ days: columns.days, lengths: columns.lengths },
    ...Object.fromEntries(facets),
  })
}

/** Null where the segment was written by another version: the manifest should have said so. */
export async function readHead(read: RangeReader): Promise<SegmentHead | null> {
  const sections = await readSections(read)
  const [format, tokenizer, count = 0] = numbers(sections, 'versions')
  if (format !== formatVersion || tokenizer !== tokenizerVersion) return null
  const [ids, titles, docNos, initials, otherInitials] = arenas.map(name => arena(sections, name)) as FiveArenas
  return {
    count,
    dictionary: {
      keys: ascending(sections, 'keys'),
      tokens: arena(sections, 'tokens'),
      frequenciesAt: ascending(sections, 'frequenciesAt'),
      docsAt: ascending(sections, 'docsAt'),
      positionsAt: ascending(sections, 'positionsAt'),
    },
    columns: {
      ...{ ids, titles, docNos, initials, otherInitials },
      days: sections['days'] as Int32Array,
      lengths: numbers(sections, 'lengths'),
      facets: facetRecord(name => ({
        values: sections[`facet.${name}.values`] as readonly string[],
        codes: sections[`facet.${name}.codes`] as Uint16Array,
      })),
    },
  }
}

const arenas = ['ids', 'titles', 'docNos', 'initials', 'otherInitials'] as const
type FiveArenas = [TextArena, TextArena, TextArena, TextArena, TextArena]

const packedNames = ['keys', 'frequenciesAt', 'docsAt', 'positionsAt'] as const

const ascending = (sections: Sections, name: (typeof packedNames)[number]): Ascending =>
  new Ascending({
    marks: numbers(sections, `${name}.marks`),
    steps: sections[`${name}.steps`] as Uint8Array,
  })

const numbers = (sections: Sections, name: string): Uint32Array => sections[name] as Uint32Array

const arena = (sections: Sections, name: string): TextArena => arenaOf(sections[name] as string)
