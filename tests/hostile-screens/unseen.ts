/** What no page showed, in groups that say why: a field of another kind of record, or one that is told nowhere on a screen. */
export function tellUnseen(fields: readonly string[], shown: ReadonlySet<string>): readonly string[] {
  const seenSomewhere = new Set([...shown].map(partOf))
  const unseen = fields.filter(field => !shown.has(field))
  const elsewhere = unseen.filter(field => seenSomewhere.has(partOf(field)))
  const nowhere = [...new Set(unseen.map(partOf))].filter(part => !seenSomewhere.has(part))
  const groups = reasons.map(([pattern, why]) => ({ why, parts: nowhere.filter(part => pattern.test(part)) }))
  const open = nowhere.filter(part => !reasons.some(([pattern]) => pattern.test(part)))
  return [
    `${elsewhere.length} of ${fields.length} fields stand on no page of their own kind of record; the same field of another kind was seen`,
    ...groups
      .filter(({ parts }) => parts.length > 0)
      .map(({ why, parts }) => `on no page, ${why}: ${parts.length} fields: ${parts.join(', ')}`),
    ...open.map(part => `on no page, and nobody has said why: ${part}`),
  ]
}

/** The field as it is of whatever record: without the kind and the step. */
const partOf = (field: string): string => field.replace(/^.*?\/\d+ /u, '')

/** Each was looked up in the program: a part that is shown one day belongs into a kind of `plans.ts` then. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [
    /otherApplicants\.0\.(?:postalAddress|email|representative|actingPerson)/u,
    'further applicants are named and no more',
  ],
  [/reply\.served@1\.(?:receivedBy|refused\.witness|postalAddress)/u, 'masked, or on the paper only'],
  [/visitor\.document\.country$/u, 'kept with the document and told nowhere'],
  [/(?:itemReturned@1\.note|signedOut@1\.note|enquiry\.proposed@1\.reason)$/u, 'kept and told nowhere'],
  [/request\.corrected@1\.arrival\./u, 'how a letter came, of a request that came in person'],
  [/visit\.corrected@1\.itemTitle$/u, 'of no item here: seen where two differ (`conflicts`)'],
  [/sent@1 open\.(?:calendar|pack)\./u, 'days and rules are told, and not the words beside them'],
  [/visit\.certified@1\.|media\.unmaskedApproved@1/u, 'on the certificate or the slip, which are paper'],
  [/document\.changed@1(?: open)?\.base\./u, 'what a change replaced: seen where two differ (`conflicts`)'],
  [/wording\.changed@1/u, 'in letters, which are paper'],
  [/quarantine\.settled@1/u, 'seen at headquarters (`console`)'],
]
