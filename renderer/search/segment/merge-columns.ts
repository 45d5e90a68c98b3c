import { allTexts, createArena, type TextArena } from '../bytes/text-arena'
import { type Columns, facetColumn, facetRecord } from './columns'

/** The columns of several segments behind one another, without the documents that are not kept. */
export function mergeColumns(sources: readonly { columns: Columns; isKept: (doc: number) => boolean }[]): Columns {
  const arena = (of: (columns: Columns) => TextArena) =>
    createArena(sources.flatMap(({ columns, isKept }) => allTexts(of(columns)).filter((_, doc) => isKept(doc))))
  const numbers = (of: (columns: Columns) => Int32Array | Uint32Array) =>
    sources.flatMap(({ columns, isKept }) => [...of(columns)].filter((_, doc) => isKept(doc)))
  return {
    ids: arena(columns => columns.ids),
    titles: arena(columns => columns.titles),
    docNos: arena(columns => columns.docNos),
    initials: arena(columns => columns.initials),
    otherInitials: arena(columns => columns.otherInitials),
    days: Int32Array.from(numbers(columns => columns.days)),
    lengths: Uint32Array.from(numbers(columns => columns.lengths)),
    facets: facetRecord(name =>
      facetColumn(
        sources.flatMap(({ columns, isKept }) => {
          const { values, codes } = columns.facets[name]
          return [...codes].filter((_, doc) => isKept(doc)).map(code => values[code] as string)
        }),
      ),
    ),
  }
}
