import type { ExchangeSeen, MachineSeen } from './exchange-seen'

type Check = readonly [isRight: boolean, finding: string]

const fewestShots = 32 // a screenshot of each step

/** Everything that is missing or wrong after the day of the exchange, a sentence each; empty where all is there. */
export const findingsOf = (seen: ExchangeSeen): readonly string[] =>
  [...machineChecks(seen), ...headquartersChecks(seen), ...leftChecks(seen)].flatMap(([isRight, finding]) =>
    isRight ? [] : [finding],
  )

function machineChecks({ first, beside, far, third }: ExchangeSeen): Check[] {
  const has = (of: MachineSeen, name: string, type: string): Check => [
    of.types.includes(type),
    `${name} did not write ${type}`,
  ]
  return [
    ...Object.entries({ first, beside, far, third }).flatMap(([name, { acts, isChained, readOnly }]): Check[] => [
      [acts > 0 && isChained, `the chain of the ${name} machine does not hold`],
      [readOnly === null, `the journal of the ${name} machine opens read-only: ${readOnly}`],
    ]),
    has(first, 'the first machine', 'chain.admitted@1'),
    has(first, 'the first machine', 'request.examined@1'),
    has(first, 'the first machine', 'conflict.settled@1'),
    has(first, 'the first machine', 'sending.accepted@1'),
    has(beside, 'the second machine', 'request.examined@1'),
    has(first, 'the first machine', 'document.catalogued@1'),
    has(first, 'the first machine', 'document.conflictSettled@1'),
    has(beside, 'the second machine', 'document.changed@1'),
    has(far, 'the machine without a network', 'media.exported@1'),
    has(far, 'the machine without a network', 'request.registered@1'),
    has(third, 'the third machine', 'request.registered@1'),
  ]
}

function headquartersChecks({ first, beside, third, offices }: ExchangeSeen): Check[] {
  const [near, far] = offices
  if (!near || !far) return [[false, `headquarters knows ${offices.length} offices, not 2`]]
  return [
    [near.machines === 3 && far.machines === 1, `machines at headquarters: ${near.machines} and ${far.machines}`],
    [
      near.acts >= first.acts + beside.acts + third.acts,
      `headquarters has ${near.acts} acts of the first office, whose machines wrote ${first.acts}, ${beside.acts} and ${third.acts}`,
    ],
    [near.backlog === 0, `${near.backlog} acts of the first office were still to be sent`],
    [near.open === 2 && far.open === 1, `open requests at headquarters: ${near.open} and ${far.open}, not 2 and 1`],
    [near.conflicts + far.conflicts === 0, `conflicts that are still open at headquarters: ${near.conflicts}`],
    [near.poison + far.poison === 0, 'headquarters could not count every act'],
    [near.quarantined + far.quarantined === 0, 'headquarters keeps acts apart'],
  ]
}

const leftChecks = ({ slip, screenshots }: ExchangeSeen): Check[] => [
  [slip.includes('介质编号：JZ-01'), 'the slip is missing or does not say the number of the medium'],
  [slip.includes('不含国家秘密'), 'the slip does not say that it holds no state secret'],
  [screenshots >= fewestShots, `only ${screenshots} screenshots`],
]
