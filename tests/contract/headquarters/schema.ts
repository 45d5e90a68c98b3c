import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { inOffice, inOverview, openDatabase, type Database } from '../../../headquarters/store/database'
import { addOffice } from '../../../headquarters/store/offices'
import type { TestCluster } from '../../support/headquarters/test-cluster'

/** Of the migrations themselves; they hold nothing of an office. */
const keptByKysely = ['kysely_migration', 'kysely_migration_lock']

export function schemaTests(cluster: () => TestCluster): void {
  const rowsOf = async <T>(query: string, db: Database = cluster().db) => (await sql.raw<T>(query).execute(db)).rows

  describe('the schema, as the catalogue of the database tells it', () => {
    test('every key, index and foreign key begins with the office; nothing counts up by itself', async () => {
      const tables = await tablesIn(cluster().db)
      expect(tables.length).toBeGreaterThan(25) // with the parts of the acts
      expect(await faultsOf(cluster().db)).toEqual([])
      console.log(`headquarters: ${tables.length} tables begin with their office, and stand behind the wall`)
    })

    test('the search finds what is planted', async () => {
      await sql.raw(planted.join(';')).execute(cluster().db)
      try {
        const faults = await faultsOf(cluster().db)
        for (const fault of expectedOfPlanted) expect(faults).toContain(fault)
      } finally {
        await sql.raw('drop table planted_link; drop table planted').execute(cluster().db)
      }
    })

    test('acts are spread over sixteen parts by office', async () => {
      const [found] = await rowsOf<{ key: string; parts: number }>(
        `select pg_get_partkeydef('act'::regclass) as key, count(*)::int as parts from pg_inherits where inhparent = 'act'::regclass`,
      )
      expect(found).toEqual({ key: 'HASH (office_id)', parts: 16 })
    })
  })

  describe('the wall between the offices', () => {
    test('a transaction reads and writes one office, whatever it asks for', async () => {
      const { db } = cluster()
      const [one, other] = [await office(db, '530102'), await office(db, '530103')]
      const seen = await inOffice(db, one, rows => rows.selectFrom('health').select('office_id').execute())
      expect(seen).toEqual([{ office_id: one }])
      // No `where`: the application's own check is switched off.
      const changed = await inOffice(db, one, rows => rows.updateTable('health').set({ acts: 7 }).execute())
      expect(changed.map(({ numUpdatedRows }) => Number(numUpdatedRows))).toEqual([1])
      const kept = await inOffice(db, other, rows => rows.selectFrom('health').select('acts').execute())
      expect(kept).toEqual([{ acts: 0 }])
      await expect(inOffice(db, one, rows => rows.insertInto('blob').values(blobOf(other)).execute())).rejects.toThrow(
        /row-level security/,
      )
      await inOffice(db, one, rows => rows.deleteFrom('health').execute())
      expect(await inOffice(db, other, rows => rows.selectFrom('health').select('acts').execute())).toHaveLength(1)
    })

    test('every wall is asked once a statement, not once a row', async () => {
      const walls = await rowsOf<{ wall: string }>(
        `select tablename || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '') as wall from pg_policies
         where schemaname = 'public' and policyname in ('own_office', 'overview')`,
      )
      expect(walls.length).toBeGreaterThan(25)
      expect(walls.filter(({ wall }) => !/\( *SELECT/i.test(wall))).toEqual([])
    })

    test('it stands in every table, for the owner too', async () => {
      const { db } = cluster()
      const mine = await office(db, '530104')
      await inOffice(db, mine, rows => rows.insertInto('blob').values(blobOf(mine)).execute())
      const tables = (await tablesIn(db)).filter(table => table !== 'office')
      const strangers = await inOffice(db, mine + 1, async rows => {
        const counts: number[] = []
        for (const table of tables)
          counts.push(
            (await sql.raw<{ n: number }>(`select count(*)::int as n from ${table}`).execute(rows)).rows[0]!.n,
          )
        return counts
      })
      expect(strangers).toEqual(tables.map(() => 0))
    })

    test('outside an office nothing is seen; the overview sees sums and no act', async () => {
      const { db } = cluster()
      const mine = await office(db, '530105')
      await inOffice(db, mine, rows => rows.insertInto('blob').values(blobOf(mine)).execute())
      expect(await db.selectFrom('health').selectAll().execute()).toEqual([])
      const summed = await inOverview(db, rows => rows.selectFrom('health').select('office_id').execute())
      expect(summed.map(({ office_id }) => office_id)).toContain(mine)
      expect(await inOverview(db, rows => rows.selectFrom('blob').selectAll().execute())).toEqual([])
      await expect(inOverview(db, rows => rows.deleteFrom('health').execute())).rejects.toThrow(/read-only/)
    })

    test('a role that passes walls is refused', async () => {
      expect(await openDatabase(cluster().keeperUrl)).toEqual({
        ok: false,
        problem: { kind: 'roleBypassesWall', role: 'keeper' },
      })
    })
  })

  test('migrations run once, also where two servers begin at the same time', async () => {
    const opened = await Promise.all([openDatabase(cluster().url, 2), openDatabase(cluster().url, 2)])
    expect(opened.map(({ ok }) => ok)).toEqual([true, true])
    for (const one of opened) if (one.ok) await one.value.destroy()
    expect(await rowsOf('select name from kysely_migration')).toEqual([
      { name: '0001-first' },
      { name: '0002-sendings' },
      { name: '0003-walls-asked-once' },
      { name: '0004-scans-waiting' },
    ])
  })
}

const office = (db: Database, placeCode: string) => addOffice(db, { placeCode, name: '云溪县档案馆', at: new Date(0) })

const blobOf = (officeId: number) => ({
  ...{ office_id: officeId, digest: Buffer.alloc(32, 1), bytes: 1, kept_at: new Date(0) },
})

async function tablesIn(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    order by 1`.execute(db)
  return rows.map(({ name }) => name).filter(name => !keptByKysely.includes(name))
}

/** Everything in the catalogue that could not be spread by office, or would let one office see another. */
async function faultsOf(db: Database): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    with mine as (
      select oid, relname, relrowsecurity and relforcerowsecurity as walled from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all(${keptByKysely})),
    first_of as (
      select i.indexrelid, i.indrelid, i.indisunique, i.indisprimary, a.attname
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0])
    select 'no primary key: ' || relname as fault from mine
      where not exists (select 1 from first_of f where f.indrelid = mine.oid and f.indisprimary)
    union all select 'index not by office: ' || indexrelid::regclass from first_of join mine on mine.oid = indrelid
      where attname <> 'office_id' and indexrelid::regclass::text <> 'office_ledger_office_key'
    union all select 'foreign key leaves the office: ' || conname from pg_constraint c join mine on mine.oid = c.conrelid
      where contype = 'f' and not (
        (select attname from pg_attribute where attrelid = c.conrelid and attnum = c.conkey[1]) = 'office_id' and
        (select attname from pg_attribute where attrelid = c.confrelid and attnum = c.confkey[1]) = 'office_id')
    union all select 'counts up: ' || relname || '.' || attname from mine join pg_attribute on attrelid = mine.oid
      where attnum > 0 and (attidentity <> '' or atthasdef and exists (
        select 1 from pg_attrdef d where d.adrelid = mine.oid and d.adnum = attnum
          and pg_get_expr(d.adbin, d.adrelid) like 'nextval%'))
    union all select 'trigger: ' || tgname from pg_trigger join mine on mine.oid = tgrelid where not tgisinternal
    union all select 'no wall: ' || relname from mine
      where not walled or not exists (select 1 from pg_policy where polrelid = mine.oid)
    order by 1`.execute(db)
  return rows.map(({ fault }) => fault)
}

const planted = [
  'create table planted (id bigserial primary key, office_id int not null, name text unique)',
  'create table planted_link (office_id int, other bigint references planted, primary key (office_id, other))',
]
const expectedOfPlanted = [
  ...['counts up: planted.id', 'foreign key leaves the office: planted_link_other_fkey', 'no wall: planted'],
  ...['index not by office: planted_name_key', 'index not by office: planted_pkey', 'no wall: planted_link'],
]
