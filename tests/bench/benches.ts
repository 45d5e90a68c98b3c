export interface BenchOptions {
  readonly acts: number
  readonly requests: number
  readonly docs: number
  readonly offices: number
  readonly peerMinutes: number
  /** Where the office or the headquarters of the bench is filled once, and kept; nowhere where it is left out. */
  readonly profile?: string | undefined
  /** A folder of Markdown for `search`. */
  readonly corpus?: string | undefined
}

export type BenchName = keyof typeof benches
export type BenchFigures = { [Name in BenchName]: Awaited<ReturnType<(typeof benches)[Name]>> }

/** Each says what it does and what it has measured; targets stand in bench-rows.ts. */
export const benches = {
  ledger: async (options: BenchOptions) => {
    const { benchAppend } = await import('./ledger-append')
    const { benchView } = await import('./ledger-view')
    const append = await benchAppend(2_000)
    say(`append + fdatasync of one act (${append.frameBytes} bytes), 2,000 times, interleaved:`)
    say(
      `  ledger ${ms(append.ledger)}   bare write + fdatasync ${ms(append.bare)}   lmdb transaction ${ms(append.lmdb)}`,
    )
    say(`  ledger / bare = ${append.timesBare.toFixed(2)}`)
    const view = await benchView(options.acts, say)
    say(`view of ${view.acts} acts, ${view.requests} requests, from nothing: ${view.rebuildSeconds.toFixed(1)} s`)
    say(
      `  of this the stand-in's transport: ${view.transportSeconds.toFixed(1)} s; sign-in before it ${view.signInSeconds.toFixed(1)} s`,
    )
    say(`  longest task on the window's thread: ${view.longestTaskMs.toFixed(0)} ms`)
    say(`act to visible row, ${view.actToRow.n} times: ${ms(view.actToRow)}`)
    return { append, view }
  },
  catalogue: async (options: BenchOptions) => {
    const { benchCatalogue } = await import('./catalogue')
    const figures = await benchCatalogue(options.docs, say)
    say(`catalogue of ${figures.documents} documents: list whole after ${figures.listSeconds.toFixed(1)} s`)
    for (const [when, scrolled] of [
      ['while the index is first built', figures.building],
      ['once it is there', figures.ready],
    ] as const)
      say(
        `  ten seconds of scrolling ${when}: ${(100 * scrolled.within20).toFixed(1)} % of ${scrolled.frames} frames within 20 ms, longest ${scrolled.longestFrameMs.toFixed(0)} ms, longest task ${scrolled.longestTaskMs.toFixed(0)} ms`,
      )
    const { openingTaskMs, indexingTaskMs } = figures
    say(
      `  longest task of the window while the search is opened, the index being built: ${openingTaskMs.toFixed(0)} ms`,
    )
    say(
      `  and while nothing but the index is built: ${indexingTaskMs === null ? 'it was there already' : `${indexingTaskMs.toFixed(0)} ms`}`,
    )
    say(`  after a restart, from F6 to the first hits: ${figures.deskToHitsMs.toFixed(0)} ms`)
    return figures
  },
  kiosk: async (options: BenchOptions) => {
    const { benchKiosk } = await import('./kiosk')
    const figures = await benchKiosk(options.docs, say)
    const { documents, publishSeconds, longestSliceMs, oneMoreMs, signInMs, whileBuildingMs } = figures
    say(
      `kiosk of ${documents} documents: published in ${publishSeconds.toFixed(1)} s, main busy ${longestSliceMs.toFixed(0)} ms at most`,
    )
    say(`  one more document ${oneMoreMs.toFixed(0)} ms, the next sign-in ${signInMs.toFixed(0)} ms`)
    const meanwhile =
      whileBuildingMs === null ? 'no time for a question' : `a question ${whileBuildingMs.toFixed(0)} ms`
    say(`  first start: whole after ${figures.buildSeconds.toFixed(1)} s, meanwhile ${meanwhile}`)
    say(`  later start ${figures.startMs.toFixed(0)} ms, then a question ${ms(figures.asked)}`)
    return figures
  },
  cases: async (options: BenchOptions) => {
    const { benchCases } = await import('./cases')
    const figures = await benchCases({ requests: options.requests, profile: options.profile, say })
    say(`${figures.requests} requests, ${figures.acts} acts:`)
    say(`  board ${ms(figures.board)}   case page ${ms(figures.casePage)}`)
    say(`  a chip ${ms(figures.chip)}   words ${ms(figures.words)}`)
    say(`  longest task while filtering and scrolling ${figures.longestTaskMs.toFixed(0)} ms`)
    say(`  frames over 50 ms while scrolling: ${figures.slowFrames} of ${figures.frames}`)
    const longer = figures.startSeconds - figures.emptyStartSeconds
    say(`  start ${figures.startSeconds.toFixed(2)} s, ${longer.toFixed(2)} s longer than with next to none`)
    const { firstPaint, people } = figures
    say(
      `  first paint of Today p50 ${firstPaint.todayMs.toFixed(0)} ms of ${firstPaint.times}, worst ${firstPaint.worstTodayMs.toFixed(0)} ms; the window itself ${firstPaint.windowMs.toFixed(0)} ms; scripts ${firstPaint.scriptKb.toFixed(0)} KB`,
    )
    say(`  whole journal of ${figures.acts} acts in its thread: ${figures.checkSeconds.toFixed(2)} s`)
    say(`among ${people.people} people, in Node:`)
    say(`  reception, what this person asked for before ${ms(people.earlier)}`)
    say(`  palette, a name ${ms(people.palette)}; not found ${people.missed}`)
    say(
      `  prepared in idle time, longest piece: who came before ${people.index.longestMs.toFixed(0)} of ${people.index.allMs.toFixed(0)} ms, words ${people.paletteWords.longestMs.toFixed(0)} of ${people.paletteWords.allMs.toFixed(0)} ms`,
    )
    if (people.missed > 0) process.exitCode = 1
    return figures
  },
  register: async (options: BenchOptions) => {
    const { benchRegister } = await import('./register')
    const figures = await benchRegister({ requests: options.requests, profile: options.profile, say })
    const { rows, pages, pdfMb, seconds, longestTaskMs, stopMs, beforeMb, peakMb } = figures
    say(`a register of ${rows} rows in the window: ${pages} pages, ${pdfMb.toFixed(1)} MB`)
    say(
      `  rows ${seconds.rows.toFixed(1)} s, layout ${seconds.layout.toFixed(1)} s, shown after ${seconds.shown.toFixed(1)} s, saved in ${seconds.saved.toFixed(1)} s`,
    )
    say(`  steps of progress seen: ${figures.steps}; stopped in the middle: told after ${stopMs.toFixed(0)} ms`)
    say(`  longest task on the window's thread ${longestTaskMs.toFixed(0)} ms`)
    say(`  memory of the window's process: ${beforeMb.toFixed(0)} MB before, at most ${peakMb.toFixed(0)} MB`)
    say(`  ${figures.printed.pages} pages of it on the printer: ${figures.printed.seconds.toFixed(1)} s`)
    return figures
  },
  clocks: async () => {
    const { benchClocks } = await import('./clocks')
    const figures = benchClocks()
    say(`${figures.dueDates} due dates with pauses and extensions: ${figures.dueDateSeconds.toFixed(2)} s`)
    say(`${figures.proofs} proofs, day by day: ${figures.proofSeconds.toFixed(2)} s`)
    say(
      `  peer: chinese-days asked day by day, without pauses: ${figures.peerSecondsPerMillion.toFixed(0)} s a million`,
    )
    say(`  answers that differ from the peer's: ${figures.differing}`)
    return figures
  },
  letters: async () => {
    const { benchPreview } = await import('./letters/click-to-preview')
    const { benchBatch } = await import('./letters/batch')
    const { benchPeers } = await import('./letters/beside-peers')
    const preview = await benchPreview(30)
    say('click to preview, case page, first page of the paper seen:')
    for (const { paper, n, first, ...spread } of preview)
      say(`  ${paper}: ${ms(spread)}, ${n} times; the first one ${first.toFixed(0)} ms`)
    const batch = await benchBatch(500)
    say(`${batch.letters} replies (${batch.pages} pages) one after the other in the program's worker:`)
    say(`  CPU ${batch.cpuMsALetter.toFixed(1)} ms a letter, ${batch.kbALetter.toFixed(1)} KB`)
    say(`  wall ${batch.wallMsALetter.toFixed(1)} ms a letter`)
    say(`  window meanwhile: longest stall ${batch.longestStallMs.toFixed(0)} ms, tasks over 50 ms: ${batch.longTasks}`)
    const beside = await benchPeers(30)
    say(`beside the peers, the same ${beside.letters} replies and fonts, in turn:`)
    for (const { name, cpuMs, kb, timesCpu, timesKb } of beside.peers)
      say(
        `  ${name}: CPU ${cpuMs.toFixed(1)} ms (x ${timesCpu.toFixed(1)}), ${kb.toFixed(1)} KB (x ${timesKb.toFixed(1)})`,
      )
    for (const { name, why } of beside.missing) say(`  ${name}: could not be had (${why})`)
    return { preview, batch, beside }
  },
  search: async (options: BenchOptions) => {
    const count = options.docs
    const { benchSearch, tableOf } = await import('./search/search')
    if (options.corpus) {
      say('a corpus of files is searched in Node beside brute force; Chromium and the peers have the generated one')
      const { readCorpus } = await import('./search/markdown-corpus')
      const figures = await benchSearch(count, say, readCorpus(options.corpus, count))
      for (const line of tableOf(figures)) say(line)
      if (isWrong(figures)) process.exitCode = 1
      return figures
    }
    const { benchWhole, wholeTable, wrongInBrowser } = await import('./search/whole-table')
    const runs = []
    for (const documents of count > 10_000 ? [10_000, count] : [count])
      runs.push(await benchWhole(documents, { say, peerMinutes: options.peerMinutes }))
    const last = runs.at(-1)!
    for (const line of tableOf(last.node)) say(line)
    for (const line of wholeTable(runs)) say(line)
    for (const wrong of runs.flatMap(wrongInBrowser)) say(`WRONG in Chromium: ${wrong}`)
    if (runs.some(run => isWrong(run.node) || wrongInBrowser(run).length > 0)) process.exitCode = 1
    return runs
  },
  sync: async () => {
    const { benchSync } = await import('./sync/sync')
    const { syncTable } = await import('./sync/sync-table')
    const figures = await benchSync(20_000, say)
    for (const line of syncTable(figures)) say(line)
    return figures
  },
  media: async () => {
    const { benchMedia } = await import('./media/media')
    const figures = await benchMedia(2, say)
    const { bytes, files, copied, exported, exportedSealed } = figures
    say(`${(bytes / 2 ** 30).toFixed(1)} GiB in ${files} files, median of ${figures.rounds}:`)
    say(`  cp + sha256sum + sync ${copied.toFixed(1)} s`)
    say(`  export ${exported.toFixed(1)} s, ${(exported / copied).toFixed(2)} times`)
    say(`  export of sealed scans ${exportedSealed.toFixed(1)} s, ${(exportedSealed / copied).toFixed(2)} times`)
    return figures
  },
  hq: async (options: BenchOptions) => {
    const { benchHeadquarters } = await import('./hq/hq')
    const figures = await benchHeadquarters({ offices: options.offices, profile: options.profile, say })
    const { offices, acts, reads, ingest } = figures
    say(`headquarters of ${offices} offices and ${acts} acts, ${reads.casesOfYear} cases in the year:`)
    say(`  national year statistics ${ms(reads.year)}`)
    say(`  one office's month ${ms(reads.month)}`)
    say(`  the console's first page, in the database ${ms(reads.standings)}`)
    say(`  ingest of ${ingest.acts} acts: ${ingest.actsASecond.toFixed(0)} acts a second`)
    say(`    the console meanwhile ${ms(ingest.console)}, ${ingest.console.times} times`)
    say(`    processor an act: server ${ingest.serverCpu.toFixed(0)} µs, database ${ingest.databaseCpu.toFixed(0)} µs`)
    return figures
  },
  footprint: async () => {
    const { benchFootprint } = await import('./footprint')
    const figures = await benchFootprint(say)
    const { ranOn, size, firstPaintSeconds, starts, idle } = figures
    const where = ranOn === 'electron' ? 'Electron' : 'the stand-in: Chromium and Node, not Electron'
    say(
      `installed: asar ${size.asarMb.toFixed(1)} MB, beside it ${size.besideMb.toFixed(1)} MB; Electron itself comes on top`,
    )
    say(`start to first paint p50 ${firstPaintSeconds.toFixed(2)} s of ${starts} (${where})`)
    say(`idle, signed in, memory of its own and its share of what is shared (${where}):`)
    for (const { kind, mb } of idle) say(`  ${kind} ${mb.toFixed(0)} MB`)
    say(`  together ${idle.reduce((sum, { mb }) => sum + mb, 0).toFixed(0)} MB`)
    return figures
  },
}
function say(line: string): void {
  console.log(line)
}

function ms(spread: { p50: number; p95: number }): string {
  return `p50 ${spread.p50.toFixed(2)} ms, p95 ${spread.p95.toFixed(2)} ms`
}

/** Recall and precision 1 over at least one question is asked for. */
const isWrong = ({ classes }: { classes: readonly { queries: number; missed: number; tooMany: number }[] }): boolean =>
  classes.every(({ queries }) => queries === 0) || classes.some(({ missed, tooMany }) => missed + tooMany > 0)
