import type { RelationKind } from '../../domain/catalogue/document-facts'

/** A relation as a list writes it: `to` is an index number, a document number, or an id of our own. */
export interface WrittenRelation {
  readonly kind: RelationKind
  readonly to: string
}

/** What lists write for each kind; the first word is the one that this program writes. */
const words: Readonly<Record<RelationKind, readonly string[]>> = {
  amends: ['修改', '修订', '修正'],
  repeals: ['废止', '替代', '代替'],
  interprets: ['解读', '解释'],
}

/** `修改 014225972/2020-00001；废止 云政发〔2010〕3号`; as JSON where a number has such marks in itself. */
export function relationsText(relations: readonly WrittenRelation[]): string {
  const pairs = relations.map(({ kind, to }) => [words[kind][0]!, to] as const)
  const plain = pairs.map(([word, to]) => `${word} ${to}`).join('；')
  const { relations: again } = readRelations(plain)
  return JSON.stringify(again) === JSON.stringify(relations) ? plain : JSON.stringify(pairs)
}

export interface ReadRelations {
  readonly relations: readonly WrittenRelation[]
  /** Parts that name no kind of relation. */
  readonly unread: readonly string[]
}

/** A part without a word goes on with the kind before it: `废止 甲；乙` repeals both. */
export function readRelations(text: string): ReadRelations {
  const pairs = pairsIn(text)
  if (pairs) return { relations: pairs, unread: [] }
  const relations: WrittenRelation[] = []
  const unread: string[] = []
  let kind: RelationKind | undefined
  for (const part of partsOf(text)) {
    const [said, to] = wordAndRest(part)
    kind = said ?? kind
    if (kind && to !== '') relations.push({ kind, to })
    else if (to !== '') unread.push(to)
  }
  return { relations, unread }
}

const partsOf = (text: string): string[] =>
  text
    .split(/[；;\n]/u)
    .map(part => part.trim())
    .filter(part => part !== '')

function wordAndRest(part: string): [RelationKind | undefined, string] {
  for (const kind of Object.keys(words) as RelationKind[]) {
    const word = words[kind].find(each => part.startsWith(each))
    if (word) return [kind, part.slice(word.length).replace(/^[\s:：]+/u, '')]
  }
  return [undefined, part]
}

/** Null where it is none of our own making. */
function pairsIn(text: string): WrittenRelation[] | null {
  if (!text.startsWith('[[')) return null
  try {
    const pairs = JSON.parse(text) as readonly (readonly [string, string])[]
    return pairs.map(([word, to]) => ({ kind: wordAndRest(word)[0]!, to })).filter(({ kind }) => kind !== undefined)
  } catch {
    return null
  }
}
