import { parseQuery } from '../../../renderer/search/query/parse-query'
import { commonSynonyms } from '../../../renderer/search/query/synonyms'
import { makeCorpus } from '../../support/search/corpus'
import { createBruteForce } from './brute-force'
import { benchInBrowser, type BrowserFigures, type Spread } from './in-browser'
import { peerSaid } from './peer-said'
import { type PeerFigures, peerLines, peersCorpus } from './peers-corpus'
import { benchSearchPeers } from './peers'
import { benchSearch, type SearchFigures } from './search'

export interface WholeFigures {
  readonly documents: number
  readonly node: SearchFigures
  readonly browser: BrowserFigures
  /** Documents that brute force finds for each question of the browser. */
  readonly truth: readonly number[]
  readonly peers: readonly PeerFigures[]
}

export interface WholeBench {
  readonly say: (line: string) => void
  readonly peerMinutes: number
}

/** Ours in Node against brute force, ours in Chromium, and the peers, over one corpus. */
export async function benchWhole(documents: number, { say, peerMinutes }: WholeBench): Promise<WholeFigures> {
  const node = await benchSearch(documents, say)
  const browser = await benchInBrowser(documents, { say, peerMinutes })
  say('brute force: the questions of the browser')
  const truth = truthOf(documents)
  const peers = [...(await benchSearchPeers(documents, { say, peerMinutes })), browser.dexie]
  return { documents, node, browser, truth, peers }
}

/** The same corpus and lines, read with the synonyms that the program has. */
export function truthOf(documents: number): number[] {
  const brute = createBruteForce(makeCorpus(documents, peersCorpus))
  return peerLines(documents).map(line => brute(parseQuery(line, { synonyms: commonSynonyms })).length)
}

/** One line a figure, with its target, and how it has grown since the smaller run. */
export function wholeTable(runs: readonly WholeFigures[]): string[] {
  const [smaller, larger] = runs.length > 1 ? runs : [undefined, runs[0]]
  if (!larger) return []
  const row = (label: string, of: (run: WholeFigures) => number | null, digits: number, target = '') => {
    const [before, now] = [smaller && of(smaller), of(larger)]
    const grown = before && now ? `x ${(now / before).toFixed(1)}` : ''
    const shown = (value: number | null | undefined) =>
      value === null || value === undefined ? '-' : value.toFixed(digits)
    return `${label.padEnd(44)}${(smaller ? shown(before) : '').padStart(10)}${shown(now).padStart(10)}${grown.padStart(9)}  ${target}`
  }
  const spread = (label: string, of: (run: WholeFigures) => Spread, target = '') => [
    row(`${label}, p50 ms`, run => of(run).p50, 1, target),
    row(`${label}, p95 ms`, run => of(run).p95, 1, target),
  ]
  const { browser } = larger
  return [
    `${'ours, in Chromium'.padEnd(44)}${(smaller ? String(smaller.documents) : '').padStart(10)}${String(larger.documents).padStart(10)}${'growth'.padStart(9)}  target`,
    ...spread('count + facets + top 20, warm', run => run.browser.warm, '6 / 25'),
    ...spread('the same, first queries after start', run => run.browser.first, 'p95 45'),
    ...spread('+ texts and marks of the 20, to the window', run => run.browser.withSnippets, 'p95 20 more'),
    row('worker start to first answer, ms', run => run.browser.openToAnswerMs, 0, '800'),
    row('renderer growth, MB', run => run.browser.growthMb, 0, '100'),
    row('of it kept after a collection, MB', run => run.browser.keptMb, 0),
    row('bytes a character', run => run.browser.bytesACharacter, 2, '2.0'),
    row('build, documents/s', run => run.browser.buildDocumentsASecond, 0, '1,000'),
    row('longest task of the window while building, ms', run => run.browser.longestTaskMs, 0, '50'),
    ...spread('saved to found', run => run.browser.saveToFound, 'p95 50'),
    row('documents found by all questions together', run => run.browser.found, 0),
    row('by brute force', ({ truth }) => truth.reduce((sum, total) => sum + total, 0), 0),
    row('questions answered otherwise than by brute force', run => wrongInBrowser(run).length, 0, '0'),
    row('in Node: documents wrong against brute force', wrongOf, 0, '0'),
    row('in Node: build by processor time, documents/s', run => run.node.buildCpuDocumentsASecond, 0, '1,000'),
    ...larger.peers.flatMap(peer =>
      peerRows(
        peer,
        smaller?.peers.find(({ name }) => name === peer.name),
      ),
    ),
    `brute force in memory, p50 of all kinds ${median(larger.node.classes.map(({ brute }) => brute.p50)).toFixed(1)} ms; Chromium index p50 ${browser.warm.p50.toFixed(1)} ms`,
  ]
}

/** Each question that the browser has answered with another number than brute force; all of them where there is none. */
export const wrongInBrowser = ({ documents, browser, truth }: WholeFigures): string[] =>
  peerLines(documents).flatMap((line, at) =>
    truth[at] !== undefined && browser.totals[at] === truth[at]
      ? []
      : [`${line}: ${browser.totals[at]} instead of ${truth[at]}`],
  )

export const wrongOf = ({ node }: WholeFigures): number =>
  node.classes.reduce((sum, { missed, tooMany }) => sum + missed + tooMany, 0)

function peerRows(peer: PeerFigures, before: PeerFigures | undefined): string[] {
  return [`peer ${peer.name}: ${before ? `${peerSaid(before)} -> ` : ''}${peerSaid(peer)}`]
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN
}
