/** One peer of the search bench: builds its index over the corpus of the bench and answers its questions. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { SearchDocument } from '../../../renderer/search/search-document'
import { fold } from '../../../renderer/search/text/fold'
import { makeDocument } from '../../support/search/corpus'
import { percentile } from '../figures'
import type { PeerName } from './peers'
import { peerLines, peersCorpus } from './peers-corpus'

interface OpenPeer {
  readonly add: (documents: readonly SearchDocument[]) => void | Promise<void>
  readonly finish?: () => void
  /** How many answer, and the best 20 of them read. */
  readonly ask: (line: string) => number | Promise<number>
  readonly mb: () => number
}

const openers: Readonly<Record<PeerName, () => Promise<OpenPeer>>> = {
  'SQLite FTS5 (native)': openFts5,
  MiniSearch: openMiniSearch,
  FlexSearch: openFlexSearch,
  Orama: openOrama,
}

async function run([name = '', given = '0']: readonly string[]): Promise<void> {
  const count = Number(given)
  const peer = await openers[name as PeerName]()
  const started = performance.now()
  for (let at = 0; at < count; at += 500) {
    await peer.add(Array.from({ length: Math.min(500, count - at) }, (_, i) => makeDocument(at + i, peersCorpus)))
    console.log(`built ${Math.min(count, at + 500)}`)
  }
  peer.finish?.()
  const buildSeconds = (performance.now() - started) / 1000
  const ms: number[] = []
  let found = 0
  for (let round = 0; round < 3; round++) {
    for (const line of peerLines(count)) {
      const asked = performance.now()
      const total = await peer.ask(line)
      if (round === 0) found += total
      ms.push(performance.now() - asked)
    }
  }
  const [p50, p95] = [percentile(ms, 0.5), percentile(ms, 0.95)]
  console.log(JSON.stringify({ state: 'finished', buildSeconds, p50, p95, found, mb: peer.mb() }))
}

/** Pairs and single characters, one token each; a run of letters and digits is one. */
function tokensOf(text: string): string[] {
  const runs = fold(text).match(/[0-9a-z]+|[^0-9a-z\u0001\u0002]+/g) ?? []
  return runs.flatMap(run => {
    if (/^[0-9a-z]/.test(run)) return [run]
    const letters = [...run]
    return [...letters, ...letters.slice(1).map((letter, at) => (letters[at] as string) + letter)]
  })
}

/** What a line asks for: its pairs, or the single character; each part between spaces on its own. */
function wantedOf(line: string): string[][] {
  return line.split(/\s+/).flatMap(part => {
    const tokens = tokensOf(part)
    const telling = tokens.filter(token => [...token].length > 1)
    return tokens.length === 0 ? [] : [telling.length > 0 ? telling : tokens]
  })
}

const textOf = ({ title, docNo, body }: SearchDocument): string => [title, docNo, body].join('\n')

const memoryMb = (): number => process.memoryUsage().rss / 2 ** 20

/** A column of pairs, asked for as a phrase, so that its answers are exact as ours are. */
async function openFts5(): Promise<OpenPeer> {
  const { default: Database } = (await import('better-sqlite3' as string)) as { default: new (file: string) => Sqlite }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-fts5-'))
  const file = path.join(folder, 'index.db')
  const db = new Database(file)
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE texts (rowid INTEGER PRIMARY KEY, genre TEXT, text TEXT);
    CREATE VIRTUAL TABLE found USING fts5(pairs, singles, content = '', tokenize = "unicode61 remove_diacritics 0");`)
  const keep = db.prepare('INSERT INTO texts (rowid, genre, text) VALUES (?, ?, ?)')
  const add = db.prepare('INSERT INTO found (rowid, pairs, singles) VALUES (?, ?, ?)')
  const total = db.prepare('SELECT count(*) AS n FROM found WHERE found MATCH ?')
  const sides = db.prepare(
    'SELECT genre, count(*) FROM texts WHERE rowid IN (SELECT rowid FROM found WHERE found MATCH ?) GROUP BY genre',
  )
  const best = db.prepare('SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT 20')
  let rowid = 0
  return {
    add(documents) {
      db.exec('BEGIN')
      for (const document of documents) {
        const tokens = tokensOf(textOf(document))
        keep.run(++rowid, document.facets.genre, textOf(document))
        add.run(rowid, telling(tokens).join(' '), [...new Set(tokens.filter(isSingle))].join(' '))
      }
      db.exec('COMMIT')
    },
    finish: () => db.exec("INSERT INTO found (found) VALUES ('optimize')"),
    ask(line) {
      const query = wantedOf(line)
        .map(tokens => (isSingle(tokens[0] ?? '') ? `singles:"${tokens[0]}"` : `pairs:"${tokens.join(' ')}"`))
        .join(' AND ')
      if (query === '') return 0
      sides.all(query)
      best.all(query)
      return (total.get(query) as { n: number }).n
    },
    mb: () => fs.statSync(file).size / 2 ** 20,
  }
}

interface Sqlite {
  exec(sql: string): void
  prepare(sql: string): {
    run(...values: unknown[]): void
    get(...values: unknown[]): unknown
    all(...values: unknown[]): unknown[]
  }
}

const isSingle = (token: string): boolean => [...token].length === 1
const telling = (tokens: readonly string[]): string[] => tokens.filter(token => !isSingle(token))

async function openMiniSearch(): Promise<OpenPeer> {
  const { default: MiniSearch } = (await import('minisearch' as string)) as { default: new (options: object) => Mini }
  const mini = new MiniSearch({
    fields: ['text'],
    idField: 'id',
    tokenize: tokensOf,
    processTerm: (term: string) => term,
  })
  return {
    add: documents => mini.addAll(documents.map(document => ({ id: document.id, text: textOf(document) }))),
    ask: line =>
      mini.search(wantedOf(line).flat().join(' '), { combineWith: 'AND', tokenize: (text: string) => text.split(' ') })
        .length,
    mb: memoryMb,
  }
}

interface Mini {
  addAll(documents: readonly object[]): void
  search(query: string, options: object): readonly unknown[]
}

async function openFlexSearch(): Promise<OpenPeer> {
  const { default: FlexSearch } = (await import('flexsearch' as string)) as {
    default: { Index: new (options: object) => Flex }
  }
  const index = new FlexSearch.Index({ encode: tokensOf, tokenize: 'strict' })
  return {
    add: documents => documents.forEach(document => index.add(document.id, textOf(document))),
    ask: line => index.search(line, { limit: 1_000_000 }).length,
    mb: memoryMb,
  }
}

interface Flex {
  add(id: string, text: string): void
  search(query: string, options: object): readonly unknown[]
}

async function openOrama(): Promise<OpenPeer> {
  const { create, insertMultiple, search } = (await import('@orama/orama' as string)) as Orama
  const tokenizer = { language: 'zh', normalizationCache: new Map(), tokenize: tokensOf }
  const db = await create({ schema: { text: 'string' }, components: { tokenizer } })
  return {
    add: async documents =>
      void (await insertMultiple(
        db,
        documents.map(document => ({ id: document.id, text: textOf(document) })),
        500,
      )),
    ask: async line => (await search(db, { term: line, threshold: 0, limit: 20 })).count,
    mb: memoryMb,
  }
}

interface Orama {
  create(options: object): Promise<object>
  insertMultiple(db: object, documents: readonly object[], atOnce: number): Promise<unknown>
  search(db: object, query: object): Promise<{ readonly count: number }>
}

await run(process.argv.slice(2))
process.exit(0)
