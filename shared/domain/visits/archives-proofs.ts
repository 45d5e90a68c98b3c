import type { ArchivesProof, ArchivesRelation } from './visit-facts'

/**
 * What shows the right to see a closed archive, by capacity; one of each line is enough. No single national list is
 * binding: these are the papers that archives commonly ask for (reference 2.1 for agents; our convention). Open
 * archives ask for a lawful proof of who somebody is and nothing else (档案法 art. 28(2)).
 */
const proofsAsked: Readonly<Record<ArchivesRelation, readonly (readonly ArchivesProof[])[]>> = {
  self: [],
  kin: [['kinship', 'consent']],
  agent: [['authorisation'], ['principalId']],
  lawyer: [['lawyerLicence'], ['firmLetter']],
  unit: [['introduction']],
  judicial: [['introduction'], ['officialId']],
}

/** Proofs that may be shown in this capacity, in the order of the form. */
export const proofsOf = (relation: ArchivesRelation): readonly ArchivesProof[] => proofsAsked[relation].flat()

/** The first proof of every line of which none was seen. */
export const proofsLacking = (ask: {
  readonly relation: ArchivesRelation
  readonly isOpenToPublic: boolean
  readonly proofs: readonly ArchivesProof[]
}): readonly ArchivesProof[] =>
  ask.isOpenToPublic
    ? []
    : proofsAsked[ask.relation].filter(line => !line.some(proof => ask.proofs.includes(proof))).map(([first]) => first!)
