import type { LawPack } from '#shared/domain/decisions/law-pack'
import { readLawPacks } from '#shared/domain/decisions/read-law-pack'

/** The law packs that came with the program, resources/law-packs. */
const files = import.meta.glob<Record<string, unknown>>('../../../resources/law-packs/*.json', {
  eager: true,
  import: 'default',
})

/** Packs that do not hold together stop the build's tests; in the program they are none, and every reply is refused. */
export function builtInLawPacks(): readonly LawPack[] {
  const packs = readLawPacks(Object.values(files))
  return packs.ok ? packs.value : []
}
