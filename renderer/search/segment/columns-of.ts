import { createArena } from '../bytes/text-arena'
import type { SearchDocument } from '../search-document'
import { fold } from '../text/fold'
import { pinyinInitials } from '../text/pinyin-initials'
import { type Columns, facetColumn, facetRecord, noDay } from './columns'

/** The columns of documents that come in. `lengths`: units, by document. */
export function columnsOf(documents: readonly SearchDocument[], lengths: Uint32Array): Columns {
  const initials = documents.map(({ title }) => pinyinInitials(title))
  return {
    ids: createArena(documents.map(({ id }) => id)),
    titles: createArena(documents.map(({ title }) => fold(title))),
    docNos: createArena(documents.map(({ docNo }) => fold(docNo))),
    initials: createArena(initials.map(({ asWords }) => asWords)),
    otherInitials: createArena(initials.map(({ asCharacters }) => asCharacters)),
    days: Int32Array.from(documents, ({ day }) => day ?? noDay),
    lengths,
    facets: facetRecord(name => facetColumn(documents.map(({ facets }) => facets[name]))),
  }
}
