import type { Drafts } from '../desk'
import type { ColumnMap } from './fields'

/** How lists with the same head words were mapped before: kept sealed, of this machine only. */
export const columnsDraft = 'importcolumns'
const mostKept = 30

interface Kept {
  readonly maps: readonly { readonly heads: string; readonly columns: ColumnMap }[]
}

const headsKey = (heads: readonly string[]): string => [...heads].sort().join('\n')

export async function keptColumns(drafts: Pick<Drafts, 'load'>, heads: readonly string[]): Promise<ColumnMap | null> {
  const kept = await load(drafts)
  return kept.maps.find(map => map.heads === headsKey(heads))?.columns ?? null
}

/** A problem with keeping them is none of the import's. */
export async function keepColumns(
  drafts: Pick<Drafts, 'load' | 'save'>,
  heads: readonly string[],
  columns: ColumnMap,
): Promise<void> {
  const { maps } = await load(drafts)
  const others = maps.filter(map => map.heads !== headsKey(heads))
  const next = [{ heads: headsKey(heads), columns }, ...others].slice(0, mostKept)
  await drafts.save(columnsDraft, JSON.parse(JSON.stringify({ maps: next })) as never)
}

async function load(drafts: Pick<Drafts, 'load'>): Promise<Kept> {
  const draft = await drafts.load(columnsDraft)
  return draft.ok && draft.value ? (draft.value.content as unknown as Kept) : { maps: [] } // written by `keepColumns`
}
