import {
  editionContents,
  publicDocument,
  type EditionContents,
  type PublicDocument,
} from '#shared/contracts/kiosk-channels'

export interface EditionSource {
  /** Null before the first edition. */
  contents(): Promise<EditionContents | null>
  /** Lines of a shelf; null where another edition has come meanwhile. */
  shelf(name: string): Promise<string | null>
}

/** Over the kiosk's own protocol, where main has verified every byte. */
export const editionOverProtocol = (editionUrl: string, shelfUrl: string): EditionSource => ({
  contents: async () => {
    const answer = await fetch(editionUrl)
    return answer.ok ? editionContents.parse(await answer.json()) : null
  },
  shelf: async name => {
    const answer = await fetch(`${shelfUrl}?shelf=${name}`)
    return answer.ok ? answer.text() : null
  },
})

/** Null where another edition has come meanwhile. Throws at a field that is not named in the contract. */
export async function documentsOn(source: EditionSource, shelf: string): Promise<readonly PublicDocument[] | null> {
  const lines = await source.shelf(shelf)
  if (lines === null) return null
  return lines
    .split('\n')
    .filter(line => line !== '')
    .map(line => publicDocument.parse(JSON.parse(line)))
}

/** Shelves that are not, or not as they stand now, in this kiosk's database and index. */
export const unsettledShelves = (
  { shelves }: EditionContents,
  settled: ReadonlyMap<string, string>,
): readonly (readonly [name: string, digest: string])[] =>
  Object.entries(shelves).filter(([name, digest]) => settled.get(name) !== digest)
