import { readdirSync, readFileSync } from 'node:fs'
import type { LawPack } from '#shared/domain/decisions/law-pack'
import { readLawPacks } from '#shared/domain/decisions/read-law-pack'

const folder = new URL('../../../resources/law-packs/', import.meta.url)

/** The files of resources/law-packs as parsed JSON, by name. */
export const lawPackFiles = (): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    readdirSync(folder).map(name => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown]),
  )

export function publishedLawPacks(): readonly LawPack[] {
  const packs = readLawPacks(Object.values(lawPackFiles()))
  if (!packs.ok) throw new Error(JSON.stringify(packs.problem))
  return packs.value
}
