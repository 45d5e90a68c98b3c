import fs from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openCluster } from '../../../headquarters/store/embedded/cluster'
import { mayBeReachedBy, whomToRunAs } from '../../../headquarters/store/embedded/runs-as'
import type { TestCluster } from '../../support/headquarters/test-cluster'
import { valueOf } from '../../support/workstation/test-workstation'

export function embeddedTests(cluster: () => TestCluster): void {
  test('a cluster that outlived its server is taken over, not started twice', async () => {
    const { folder, url } = cluster()
    const again = valueOf(await openCluster({ folder }))
    expect(again.url).toBe(url)
  })

  test('what the cluster keeps is for its own user, and its passwords for whoever started it', () => {
    const { folder } = cluster()
    expect(fs.statSync(path.join(folder, 'postgres')).mode & 0o077).toBe(0)
    expect(fs.statSync(path.join(folder, 'postgres.secret')).mode & 0o077).toBe(0)
    expect(fs.statSync(path.join(folder, 'postgres.log')).mode & 0o077).toBe(0)
    expect(fs.readdirSync(folder).filter(name => name.includes('.part'))).toEqual([])
  })

  test('as root it runs as somebody else who has a name, else as whoever started it', () => {
    const { folder } = cluster()
    const owner = fs.statSync(path.join(folder, 'postgres')).uid
    const me = process.getuid?.() ?? 0
    const passwd = path.join(folder, 'passwd')
    fs.writeFileSync(passwd, 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533::/:/bin/false\n')
    const asRoot = { ok: true, value: { user: 'nobody', uid: 65_534, gid: 65_533 } }
    expect(whomToRunAs(passwd)).toEqual(me === 0 ? asRoot : { ok: true, value: null })
    expect(owner === 0).toBe(false)
    expect(me === 0 || owner === me).toBe(true)
  })

  test('a folder that the other user may not pass is told apart', () => {
    const { folder } = cluster()
    const closed = path.join(folder, 'closed')
    fs.mkdirSync(path.join(closed, 'inner'), { recursive: true })
    const stranger = { user: 'stranger', uid: 4_294_000, gid: 4_294_000 }
    fs.chmodSync(closed, 0o700)
    expect(mayBeReachedBy(stranger, path.join(closed, 'inner'))).toBe(false)
    fs.chmodSync(closed, 0o711)
    expect(mayBeReachedBy(stranger, path.join(closed, 'inner'))).toBe(true)
  })

  test('the cluster flushes, checks its pages and sorts by code points', async () => {
    const { rows } = await sql<Record<string, string>>`
      select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
        current_setting('data_checksums') as checksums, datlocprovider as provider, datlocale as locale
      from pg_database where datname = current_database()`.execute(cluster().db)
    const wanted = { fsync: 'on', pages: 'on', checksums: 'on', provider: 'b', locale: 'C.UTF-8' }
    expect(rows).toEqual([wanted])
  })
}
