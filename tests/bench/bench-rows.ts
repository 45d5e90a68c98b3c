import type { BenchFigures, BenchName } from './benches'
import { peerSaid } from './search/peer-said'
import type { SearchFigures } from './search/search'
import type { WholeFigures } from './search/whole-table'
import { wrongInBrowser, wrongOf } from './search/whole-table'
import { syncRows } from './sync/sync-table'
import { atLeast, atMost, told, type TableRow } from './table-row'

/** The targets of the product, all of them, beside what its peers and the machine have to say. */
export const benchRows: { readonly [Name in BenchName]: (figures: BenchFigures[Name]) => readonly TableRow[] } = {
  ledger: ({ append, view }) => [
    atMost('append and fdatasync, times a bare write of the same bytes', append.timesBare, 2),
    told('append and fdatasync, p50', append.ledger.p50, 'ms'),
    told('peer: bare write and fdatasync, p50', append.bare.p50, 'ms'),
    told('peer: LMDB, a transaction, p50', append.lmdb.p50, 'ms'),
    atMost(`${count(view.acts)} acts into an empty view`, view.rebuildSeconds, 12, 's'),
    told("of it the stand-in's transport", view.transportSeconds, 's'),
    atMost('longest task of the window meanwhile', view.longestTaskMs, 50, 'ms'),
    atMost('act to visible row, p95', view.actToRow.p95, 40, 'ms'),
  ],
  catalogue: ({ documents, building, ready, openingTaskMs, indexingTaskMs, deskToHitsMs, listSeconds }) => [
    told(`list of ${count(documents)} documents whole, for the first time`, listSeconds, 's'),
    ...[['while the index is first built', building] as const, ['once the index is there', ready] as const].flatMap(
      ([when, scrolled]) => [
        atLeast(`scrolling ${when}: frames within 20 ms`, 100 * scrolled.within20, 95, '%'),
        atMost(`scrolling ${when}: longest task`, scrolled.longestTaskMs, 50, 'ms'),
      ],
    ),
    told('opening the search while the index is built, longest task', openingTaskMs, 'ms'),
    atMost('longest task while only the index is built', indexingTaskMs, 50, 'ms'),
    atMost('after a restart, from F6 to the first hits', deskToHitsMs, 800, 'ms'),
  ],
  kiosk: figures => [
    told(`an edition of ${count(figures.documents)} documents`, figures.publishSeconds, 's'),
    told('main busy with it at one time, at most', figures.longestSliceMs, 'ms'),
    told('first start of a kiosk, until it knows everything', figures.buildSeconds, 's'),
    told('later start', figures.startMs, 'ms'),
    told('a question, p95', figures.asked.p95, 'ms'),
  ],
  cases: figures => [
    told('requests', figures.requests),
    told('acts', figures.acts),
    atMost('board of Today, p95', figures.board.p95, 100, 'ms'),
    atMost('a chip of the list, p95', figures.chip.p95, 100, 'ms'),
    atMost('words in the list, p95', figures.words.p95, 100, 'ms'),
    atMost('case page, p95', figures.casePage.p95, 100, 'ms'),
    atMost('longest task while filtering and scrolling', figures.longestTaskMs, 50, 'ms'),
    atMost('start, longer than with next to nothing', figures.startSeconds - figures.emptyStartSeconds, 1, 's'),
    atMost('first paint of Today, p50', figures.firstPaint.todayMs, 700, 'ms'),
    told('first paint of Today, worst', figures.firstPaint.worstTodayMs, 'ms'),
    atMost('whole journal in its thread', figures.checkSeconds, 5, 's'),
    atMost(`who came before, among ${count(figures.people.people)} people, p95`, figures.people.earlier.p95, 50, 'ms'),
    atMost(
      `a name in the palette, among ${count(figures.people.people)} people, p95`,
      figures.people.palette.p95,
      50,
      'ms',
    ),
    atMost('people who were not found', figures.people.missed, 0),
  ],
  register: figures => [
    told('rows', figures.rows),
    told('pages', figures.pages),
    told('from the key to the first page', figures.seconds.shown, 's'),
    atMost('longest task of the window', figures.longestTaskMs, 50, 'ms'),
    told('stopped in the middle, told after', figures.stopMs, 'ms'),
    told("memory of the window's process, at most", figures.peakMb, 'MB'),
  ],
  clocks: figures => [
    atMost(`${count(figures.dueDates)} due dates with pauses and extensions`, figures.dueDateSeconds, 2, 's'),
    atMost(`${count(figures.proofs)} proofs, day by day`, figures.proofSeconds, 2, 's'),
    told('peer: chinese-days asked day by day, a million', figures.peerSecondsPerMillion, 's'),
    atMost("answers that differ from the peer's", figures.differing, 0),
  ],
  letters: ({ preview, batch, beside }) => [
    ...preview.map(({ paper, p95 }) => atMost(`click to preview, ${paper}, p95`, p95, 400, 'ms')),
    atMost(`${count(batch.letters)} letters in a worker: processor a letter`, batch.cpuMsALetter, 20, 'ms'),
    atMost(`${count(batch.letters)} letters in a worker: a letter`, batch.kbALetter, 90, 'KB'),
    told('longest stall of the window meanwhile', batch.longestStallMs, 'ms'),
    ...beside.peers.map(({ name, cpuMs, kb }) =>
      told(`the same ${beside.letters} replies: ${name}`, `${cpuMs.toFixed(1)} ms of processor, ${kb.toFixed(1)} KB`),
    ),
    ...beside.missing.map(({ name, why }) => told(`peer: ${name}`, `could not be had (${why})`)),
  ],
  search: figures =>
    isWhole(figures) ? figures.slice(-1).flatMap(run => searchRows(run, figures[0])) : corpusRows(figures),
  sync: syncRows,
  media: ({ bytes, files, copied, exported, exportedSealed }) => [
    told(`peer: cp, sha256sum and sync of ${(bytes / 2 ** 30).toFixed(0)} GiB in ${files} files`, copied, 's'),
    told('export of the same', exported, 's'),
    atMost('export, times the peer', exported / copied, 1.5),
    atMost('export of sealed scans, times the peer', exportedSealed / copied, 1.5),
  ],
  hq: ({ offices, acts, reads, ingest }) => [
    told('offices', offices),
    told('acts', acts),
    atMost('national year statistics, p95', reads.year.p95, 200, 'ms'),
    atMost("one office's month, p95", reads.month.p95, 10, 'ms'),
    atLeast('ingest while the console is used, acts a second', ingest.actsASecond, 2_500),
    told('the console meanwhile, p95', ingest.console.p95, 'ms'),
  ],
  footprint: ({ ranOn, size, firstPaintSeconds, idle }) => [
    told('ran on', ranOn === 'electron' ? 'Electron' : 'the stand-in: Chromium and Node, not Electron'),
    told('installed: asar, without Electron', size.asarMb, 'MB'),
    told('installed: licences and bill of materials', size.besideMb, 'MB'),
    told('start of the process to first paint, p50', firstPaintSeconds, 's'),
    ...idle.map(({ kind, mb }) => told(`idle, signed in: ${kind}`, mb, 'MB')),
    told(
      'idle, signed in: together',
      idle.reduce((sum, { mb }) => sum + mb, 0),
      'MB',
    ),
  ],
}

const count = (number: number): string => number.toLocaleString('en')

const isWhole = (figures: SearchFigures | readonly WholeFigures[]): figures is readonly WholeFigures[] =>
  Array.isArray(figures)

function searchRows(run: WholeFigures, smallest: WholeFigures | undefined): TableRow[] {
  const { browser, documents, peers } = run
  const of = `${count(documents)} documents`
  return [
    atMost(`${of}: count, facets, best 20, warm, p50`, browser.warm.p50, 6, 'ms'),
    atMost('the same, p95', browser.warm.p95, 25, 'ms'),
    atMost('the same, first questions after a start, p95', browser.first.p95, 45, 'ms'),
    atMost('texts and marks of the 20 on top, p95', browser.withSnippets.p95 - browser.warm.p95, 20, 'ms'),
    atMost('start of the worker to the first answer', browser.openToAnswerMs, 800, 'ms'),
    atMost("growth of the window's process", browser.growthMb, 100, 'MB'),
    told('of it kept after a collection', browser.keptMb, 'MB'),
    atMost('bytes a character', browser.bytesACharacter, 2),
    atLeast('build, documents a second', browser.buildDocumentsASecond, 1_000),
    atMost('longest task of the window while building', browser.longestTaskMs, 50, 'ms'),
    atMost('saved to found, p95', browser.saveToFound.p95, 50, 'ms'),
    atMost('answered otherwise than by brute force', wrongInBrowser(run).length + wrongOf(run), 0),
    ...peers.map(peer => told(`peer: ${peer.name}, ${of}`, peerSaid(peer))),
    ...(smallest && smallest !== run
      ? smallest.peers.map(peer => told(`peer: ${peer.name}, ${count(smallest.documents)} documents`, peerSaid(peer)))
      : []),
  ]
}

const corpusRows = ({ documents, classes, bytesACharacter }: SearchFigures): TableRow[] => [
  told('documents of the corpus', documents),
  atMost('bytes a character', bytesACharacter.all, 2),
  atMost(
    'documents wrong against brute force',
    classes.reduce((sum, { missed, tooMany }) => sum + missed + tooMany, 0),
    0,
  ),
]
