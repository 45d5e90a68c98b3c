import { err, ok, type Result } from '../../kernel/result'
import type { Brand } from '../../kernel/brand'
import type { Post } from '../people/person-facts'
import { inLedgerOrder, type RecordedAct } from '../recorded-act'
import type { Stamp } from '../requests/request-state'

export type StandardListId = Brand<string, 'StandardListId'>

/** The nine columns of a standard catalogue (标准目录), in their order: 事项 内容 依据 时限 主体 渠道 对象 方式 层级. */
export const standardColumns = [
  ...(['matter', 'content', 'basis', 'limit', 'body', 'channel', 'audience', 'way', 'level'] as const),
] as const
export type StandardColumn = (typeof standardColumns)[number]

/** One matter of the list, in the words of whoever issued it. */
export type StandardRow = Readonly<Record<StandardColumn, string>>

/** 基层政务公开标准目录 of one kind of body (国办发〔2019〕54号). The whole list as it stands from one moment on. */
export interface StandardList {
  readonly name: string
  /** 适用主体, such as 县级 or 乡镇. There is one list for each. */
  readonly kindOfBody: string
  /** Made up, to try the editor with: says so wherever it is shown. */
  readonly isSample: boolean
  readonly rows: readonly StandardRow[]
}

export type StandardListFact =
  | { readonly type: 'standardList.saved@1'; readonly open: StandardList }
  | { readonly type: 'standardList.removed@1'; readonly open: { readonly reason: string } }

export interface KeptStandardList {
  readonly list: StandardList
  readonly isRemoved: boolean
  readonly savedBy: Stamp
  /** How often it was saved. */
  readonly versions: number
}

/** The same for every order of arrival: the last that was saved holds. Undefined while none was. */
export function foldStandardList(acts: Iterable<RecordedAct<StandardListFact>>): KeptStandardList | undefined {
  let kept: KeptStandardList | undefined
  for (const { facts, actor, role, at, hlc, chain, seq } of inLedgerOrder(acts)) {
    const savedBy: Stamp = { actor, role, at, hlc, chain, seq }
    for (const fact of facts) {
      if (fact.type === 'standardList.saved@1')
        kept = { list: fact.open, isRemoved: false, savedBy, versions: (kept?.versions ?? 0) + 1 }
      if (fact.type === 'standardList.removed@1' && kept) kept = { ...kept, isRemoved: true }
    }
  }
  return kept
}

export const postsForStandardLists: readonly Post[] = ['clerk', 'reviewer', 'head']

export type StandardListProblem =
  | { readonly kind: 'actWithoutFacts' }
  | { readonly kind: 'factNotUnderstood'; readonly type: string }
  | { readonly kind: 'postNotHeld'; readonly role: Post }
  | { readonly kind: 'postNeeded'; readonly posts: readonly Post[] }
  | { readonly kind: 'standardListUnknown' }
  | { readonly kind: 'matterMissing'; readonly row: number }
  | { readonly kind: 'kindOfBodyTaken'; readonly kindOfBody: string }

interface Around {
  readonly role: Post
  readonly posts: readonly Post[]
  /** Whether another list that is there is for this kind of body. */
  readonly isKindTaken: (kindOfBody: string) => boolean
}

/** Whether the facts may be appended as one act to this list (undefined: never saved). */
export function mayDoToStandardList(
  kept: KeptStandardList | undefined,
  facts: readonly StandardListFact[],
  { role, posts, isKindTaken }: Around,
): Result<void, StandardListProblem> {
  const [fact] = facts
  if (!fact) return err({ kind: 'actWithoutFacts' })
  if (!posts.includes(role)) return err({ kind: 'postNotHeld', role })
  if (!postsForStandardLists.includes(role)) return err({ kind: 'postNeeded', posts: postsForStandardLists })
  for (const one of facts) {
    const problem = problemOf(one, kept, isKindTaken)
    if (problem) return err(problem)
  }
  return ok(undefined)
}

function problemOf(
  fact: StandardListFact,
  kept: KeptStandardList | undefined,
  isKindTaken: Around['isKindTaken'],
): StandardListProblem | null {
  switch (fact.type) {
    case 'standardList.saved@1': {
      const { rows, kindOfBody } = fact.open
      const row = rows.findIndex(({ matter }) => matter.trim() === '')
      if (row >= 0) return { kind: 'matterMissing', row: row + 1 }
      return isKindTaken(kindOfBody) ? { kind: 'kindOfBodyTaken', kindOfBody } : null
    }
    case 'standardList.removed@1':
      return !kept || kept.isRemoved ? { kind: 'standardListUnknown' } : null
    default:
      return { kind: 'factNotUnderstood', type: (fact as { type: string }).type }
  }
}

export const emptyStandardRow: StandardRow = Object.fromEntries(
  standardColumns.map(column => [column, '']),
) as unknown as StandardRow // a text for each column

/**
 * Rows out of a table that was copied from a spreadsheet: cells by tabulator, quotes where a cell has lines of its own.
 * A head row that names the columns is passed over; a cell too many ends up in the last column.
 */
export function readPastedRows(pasted: string, headWords: readonly string[]): readonly StandardRow[] {
  return cellsOf(pasted)
    .filter(cells => cells.some(cell => cell !== ''))
    .filter(cells => !cells.every(cell => cell === '' || headWords.some(word => cell.includes(word))))
    .map(cells => {
      const last = standardColumns.length - 1
      const fit = [...cells.slice(0, last), cells.slice(last).join(' ').trim()]
      return Object.fromEntries(standardColumns.map((column, n) => [column, fit[n] ?? ''])) as unknown as StandardRow // a text for each column
    })
}

function cellsOf(pasted: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy
  for (let match = cell.exec(pasted); match; match = cell.exec(pasted)) {
    const [whole, quoted, plain = '', end] = match
    rows.at(-1)!.push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim())
    if (cell.lastIndex >= pasted.length || whole === '') break
    if (end !== '\t') rows.push([])
  }
  return rows
}
