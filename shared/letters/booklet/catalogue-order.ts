import type { CatalogueEntry } from './booklet-model'

/** Classes by code, a class's own documents before those of its sub-classes, the latest first. */
export function inCatalogueOrder<Entry extends Pick<CatalogueEntry, 'topicClass' | 'formedOn' | 'indexNo'>>(
  entries: readonly Entry[],
): Entry[] {
  return [...entries].sort(
    (a, b) =>
      compare(a.topicClass, b.topicClass) ||
      compare(b.formedOn ?? '', a.formedOn ?? '') ||
      compare(a.indexNo, b.indexNo),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
