import { randomBytes } from 'node:crypto'
import type { VaultStatus } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { unannounced, type Announce } from './announce'
import { attemptWrite } from './attempt-write'
import type { Drafts } from './drafts'
import { createSigning, unlockKeys, type House, type OpenKeys } from './open-keys'
import { argon2Kdf, checkNewPassword, type PasswordKdf } from './password-key'
import { parseRecoveryKey, printRecoveryKey, recoveryKeyBytes } from './recovery-key'
import { openSession, type VaultSession } from './session'
import { setUpOffice, whyNotSetUp, type FirstDraft, type NewOffice } from './set-up-office'
import { openSignInGuard, type SignInGuard } from './sign-in-guard'
import type { MirrorState } from './subject-key-mirror'
import type { SubjectKeys } from './subject-keys'
import type { Posts, VaultRecord } from './vault-file'
import { nodeVaultFiles, type VaultFiles } from './vault-files'
import { openVaultStore, type VaultStore } from './vault-store'
import { openWithPassword, openWithSheet, prepareWrap, randomId } from './vault-wraps'
import { wrapFor, wrapForRecovery, type PreparedWrap, type RandomBytes } from './vault-wraps'

export interface VaultOptions {
  readonly folder: string
  readonly mirrorFolder?: string
  readonly files?: VaultFiles
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** For keys, salts and ids; nonces always come from the system. */
  readonly random?: RandomBytes
  /** A cheaper one is for tests; nothing in a file reaches it. */
  readonly kdf?: PasswordKdf
}

/** A chain that is not this machine's yet. */
export interface PreparedChain {
  readonly chain: string
  /** SPKI (DER), base64. */
  readonly publicKey: string
  sign(bytes: Uint8Array): Buffer
  /** By the key of the chain that is in force. */
  prove(bytes: Uint8Array): Buffer
  /** It is not used after all. */
  drop(): void
  /** From now on this machine writes it. The keys that were given out before are zeroed. */
  commit(): Result<OpenKeys, Problem>
}

export interface Established {
  readonly keys: OpenKeys
  readonly recoveryKey: string
  readonly personId: string
}

type SignInProblem = Extract<Problem, { kind: 'wrongPassword' | 'wrongRecoveryKey' }>['kind']

/** Opens the folder, not the keys. Problems: those of vault.json (`keyStoreDamaged`, `journalNewer`) and `cannotWrite`. */
export function openVault(options: VaultOptions): Result<Vault, Problem> {
  const { files = nodeVaultFiles, kdf = argon2Kdf, random = randomBytes, now, folder, mirrorFolder } = options
  const store = openVaultStore({ files, folder, mirrorFolder, floor: kdf.floor })
  if (!store.ok) return store
  const guard = attemptWrite(() => openSignInGuard({ files, folder, now }))
  return guard.ok ? ok(new Vault({ files, folder, now, random, kdf, store: store.value, guard: guard.value })) : guard
}

interface VaultParts {
  readonly files: VaultFiles
  readonly folder: string
  readonly now: () => number
  readonly random: RandomBytes
  readonly kdf: PasswordKdf
  readonly store: VaultStore
  readonly guard: SignInGuard
}

/** The office's keys behind passwords. One session at a time: lock before the next sign-in. */
export class Vault {
  readonly #parts: VaultParts
  #session: VaultSession | null = null
  /** Grows with every unlock and lock, so that slow work notices what happened meanwhile. */
  #turn = 0

  constructor(parts: VaultParts) {
    this.#parts = parts
  }

  /** What the sign-in screen may know. */
  status(): VaultStatus {
    const record = this.#parts.store.record
    if (record === null) return { state: 'empty', officeName: '', windowName: '', workstation: '', people: [] }
    const { officeName, windowName, workstation } = record
    const people = record.people.map(({ personId, name, posts }) => ({ personId, name, posts: [...posts] }))
    return { state: this.#session ? 'open' : 'locked', officeName, windowName, workstation, people }
  }

  /** Where this machine stands; null before set-up. */
  get house(): House | null {
    const { record } = this.#parts.store
    if (record === null) return null
    const { officeId, chain, officeName, windowName, placeCode, workstation } = record
    return { officeId, chain, officeName, windowName, placeCode, workstation }
  }

  /** SPKI (DER, base64) of the key that signs here; null before set-up. */
  get publicKey(): string | null {
    return this.#parts.store.record?.signing.publicKey ?? null
  }

  /** `current` only where both vault.json and the subject keys stand in the second folder as they do here. */
  get mirror(): MirrorState {
    const { store } = this.#parts
    return store.mirror === 'current' ? (this.#session?.subjectKeys.mirror ?? 'current') : store.mirror
  }

  /** The second folder may be there again: what it lacks goes there now and not with the next key. */
  followMirror(): void {
    this.#parts.store.follow()
    this.#session?.subjectKeys.followMirror()
  }

  /** Throws while locked. */
  get subjectKeys(): SubjectKeys {
    return this.#openSession().subjectKeys
  }

  /** Throws while locked. */
  get drafts(): Drafts {
    return this.#openSession().drafts
  }

  /**
   * Sets the office up and opens it. The recovery key is shown this once; `renewRecovery` makes another. The draft is
   * sealed on disk before vault.json is, so that no crash leaves an office that forgot what to found.
   */
  async establish(office: NewOffice, draft: FirstDraft | null = null): Promise<Result<Established, Problem>> {
    const { kdf, random } = this.#parts
    const { password } = office.administrator
    const refusal = whyNotSetUp(this.#parts, password)
    if (refusal) return err(refusal)
    const prepared = await prepareWrap(kdf, random, password)
    const made = setUpOffice(this.#parts, office, { prepared, draft })
    if (!made.ok) return made
    const { dataKey, personId, recoveryKey } = made.value
    const keys = this.#open(dataKey, { personId, failuresBefore: 0 })
    return keys.ok ? ok({ keys: keys.value, recoveryKey, personId }) : keys
  }

  /**
   * Opens the vault. `wrongPassword` also for an unknown person, after the same time; `mustWait` while a delay runs;
   * `keyStoreDamaged` where the password was right and the files are not. Throws where the vault is open already.
   */
  async signIn(personId: string, password: string): Promise<Result<OpenKeys, Problem>> {
    const { guard, kdf } = this.#parts
    const record = this.#lockedRecord()
    if (record === null) return err({ kind: 'notEstablished' })
    const known = record.people.find(person => person.personId === personId)
    const who = known ? personId : 'nobody'
    const begun = guard.begin(who)
    if (!begun.ok) return begun
    const turn = this.#turn
    const tried = known ?? record.people[0]
    const opened = tried ? await openWithPassword(kdf, tried, password) : null
    const dataKey = known ? opened : discard(opened)
    if (dataKey === null) return this.#wrong('wrongPassword', who)
    guard.succeed(who)
    if (turn !== this.#turn) {
      dataKey.fill(0)
      return lockedMeanwhile
    }
    return this.#open(dataKey, { personId, failuresBefore: begun.value.failuresBefore })
  }

  /**
   * Opens the vault with the printed key and gives a person a new password. A typing error is `badInput` with detail
   * `recoveryKey` or `recoveryKey.group.3` and costs no try. The sheet stays good until `settleRecovery`.
   */
  async recover(typed: string, personId: string, newPassword: string): Promise<Result<OpenKeys, Problem>> {
    const { guard, kdf, random } = this.#parts
    const record = this.#lockedRecord()
    if (record === null) return err({ kind: 'notEstablished' })
    const strong = checkNewPassword(newPassword)
    if (!strong.ok) return strong
    const recoveryKey = parseRecoveryKey(typed)
    if (!recoveryKey.ok) return err({ kind: 'badInput', detail: mistypedDetail(recoveryKey.problem.group) })
    const begun = guard.begin('recovery')
    if (!begun.ok) return begun
    const dataKey = openWithSheet(record, recoveryKey.value)
    recoveryKey.value.fill(0)
    if (dataKey === null) return this.#wrong('wrongRecoveryKey', 'recovery')
    guard.succeed('recovery')

    const turn = this.#turn
    const prepared = await prepareWrap(kdf, random, newPassword)
    const rewrapped = turn === this.#turn ? this.#rewrap(personId, { dataKey, prepared }) : lockedMeanwhile
    if (!rewrapped.ok) {
      dataKey.fill(0)
      return rewrapped
    }
    const failuresBefore = guard.failures(personId)
    guard.succeed(personId)
    return this.#open(dataKey, { personId, failuresBefore })
  }

  /** A further person who may open the vault. Whether the caller may add one is the authority's to say. */
  async addPerson(name: string, posts: Posts, password: string): Promise<Result<{ personId: string }, Problem>> {
    const { kdf, random, store } = this.#parts
    const strong = checkNewPassword(password)
    if (!strong.ok) return strong
    if (this.#session === null) return err({ kind: 'locked' })
    const turn = this.#turn
    const prepared = await prepareWrap(kdf, random, password)
    const { record } = store
    if (this.#session === null || turn !== this.#turn || record === null) return err({ kind: 'locked' })
    const person = wrapFor({ personId: randomId(random), name, posts }, prepared, this.#session.dataKey)
    const stored = store.write({ ...record, people: [...record.people, person] })
    return stored.ok ? ok({ personId: person.personId }) : stored
  }

  /** Takes a person's wrap away: they open this vault no longer. The last one stays, or nobody could. */
  removePerson(personId: string): Result<void, Problem> {
    const { record } = this.#parts.store
    if (this.#session === null || record === null) return err({ kind: 'locked' })
    const people = record.people.filter(person => person.personId !== personId)
    if (people.length === record.people.length || people.length === 0) return err({ kind: 'unknownPerson' })
    return this.#parts.store.write({ ...record, people })
  }

  /**
   * Whoever is signed in changes their own password and proves that it is theirs: an open desk alone must not do.
   * Wrong tries are booked and delayed as at sign-in. `weakPassword`, `mustWait`, `wrongPassword`, `locked`.
   */
  async changePassword(
    current: string,
    password: string,
    announce: Announce = unannounced,
  ): Promise<Result<void, Problem>> {
    const { guard, kdf, store } = this.#parts
    const strong = checkNewPassword(password)
    if (!strong.ok) return strong
    const personId = this.#session?.keys.personId
    const me = store.record?.people.find(person => person.personId === personId)
    if (!me) return err({ kind: 'locked' })
    const begun = guard.begin(me.personId)
    if (!begun.ok) return begun
    const turn = this.#turn
    const opened = await openWithPassword(kdf, me, current)
    if (opened === null) return this.#wrong('wrongPassword', me.personId)
    discard(opened)
    return turn === this.#turn ? this.setPassword(me.personId, password, announce) : lockedMeanwhile
  }

  /**
   * Whether this is the password of anybody who may open the vault: the kiosk shows no names to choose from. Opens nothing.
   * Wrong tries are booked and delayed as at sign-in, apart from anybody's own. `wrongPassword`, `mustWait`, `notEstablished`.
   */
  async checkStaffPassword(password: string): Promise<Result<void, Problem>> {
    const { guard, kdf, store } = this.#parts
    if (store.record === null) return err({ kind: 'notEstablished' })
    const begun = guard.begin('kiosk')
    if (!begun.ok) return begun
    for (const person of store.record.people) {
      const opened = await openWithPassword(kdf, person, password)
      if (opened === null) continue
      discard(opened)
      guard.succeed('kiosk')
      return ok(undefined)
    }
    return this.#wrong('wrongPassword', 'kiosk')
  }

  /** The posts that the sign-in screen shows; what a person may do is the ledger's to say. */
  setPosts(personId: string, posts: Posts): Result<void, Problem> {
    const { record } = this.#parts.store
    if (this.#session === null || record === null) return err({ kind: 'locked' })
    if (!record.people.some(person => person.personId === personId)) return err({ kind: 'unknownPerson' })
    const people = record.people.map(person => (person.personId === personId ? { ...person, posts } : person))
    return this.#parts.store.write({ ...record, people })
  }

  /** A new password; the data key stays, so nothing else is written anew. `unknownPerson`, `weakPassword`, `locked`. */
  async setPassword(
    personId: string,
    password: string,
    announce: Announce = unannounced,
  ): Promise<Result<void, Problem>> {
    const { kdf, random, guard } = this.#parts
    const strong = checkNewPassword(password)
    if (!strong.ok) return strong
    if (this.#session === null) return err({ kind: 'locked' })
    const turn = this.#turn
    const prepared = await prepareWrap(kdf, random, password)
    if (this.#session === null || turn !== this.#turn) return err({ kind: 'locked' })
    const rewrapped = this.#rewrap(personId, { dataKey: this.#session.dataKey, prepared, announce })
    if (rewrapped.ok) guard.succeed(personId)
    return rewrapped
  }

  /** A new key to print. Until `settleRecovery` the old sheet opens as well: a crash must not leave the office with none. */
  renewRecovery(): Result<string, Problem> {
    const { random, store } = this.#parts
    if (this.#session === null || store.record === null) return err({ kind: 'locked' })
    const recoveryKey = random(recoveryKeyBytes)
    const nextRecovery = wrapForRecovery(recoveryKey, this.#session.dataKey)
    const stored = store.write({ ...store.record, nextRecovery })
    return stored.ok ? ok(printRecoveryKey(recoveryKey)) : stored
  }

  /**
   * The renewed sheet is in somebody's hand: the old one opens this vault no longer, though it opens older copies of
   * vault.json. `notFound` where none was renewed.
   */
  settleRecovery(announce: Announce = unannounced): Result<void, Problem> {
    const { record, write } = this.#parts.store
    if (this.#session === null || record === null) return err({ kind: 'locked' })
    const { nextRecovery: recovery, ...rest } = record
    if (recovery === undefined) return err({ kind: 'notFound' })
    const announced = announce(recovery.wrap)
    return announced.ok ? write({ ...rest, recovery }) : announced
  }

  /**
   * A new chain for this machine, with a key of its own; nothing is written before `commit`. `sign` and `prove` work until
   * then: by the new key and by the one in force. Throws while locked.
   */
  prepareChain(): PreparedChain {
    const { random, store } = this.#parts
    const { dataKey, keys } = this.#openSession()
    const record = store.record as VaultRecord // a session was opened from it
    const chain = random(16).toString('hex')
    const house = { ...record, chain, formerChains: [...(record.formerChains ?? []), record.chain] }
    const signing = createSigning(dataKey, house)
    const next: VaultRecord = { ...house, signing }
    const unlocked = unlockKeys(dataKey, next, keys)!
    return {
      chain,
      publicKey: signing.publicKey,
      sign: bytes => unlocked.keys.sign(bytes),
      prove: bytes => keys.sign(bytes),
      drop: () => unlocked.zero(),
      commit: () => {
        unlocked.zero()
        const stored = store.write(next)
        return stored.ok ? this.#reopen() : stored
      },
    }
  }

  /** The same person goes on with what vault.json says now. */
  #reopen(): Result<OpenKeys, Problem> {
    const { dataKey, keys } = this.#openSession()
    const { personId, failuresBefore } = keys
    const kept = Buffer.from(dataKey)
    this.lock()
    return this.#open(kept, { personId, failuresBefore })
  }

  /** Whether a password or the sheet in force stands in vault.json with this very wrap: whether a change was made. */
  holdsWrap(wrap: string): boolean {
    const { record } = this.#parts.store
    return record !== null && [...record.people, record.recovery].some(one => one.wrap === wrap)
  }

  /** Zeroes every key that was given out. What is under way answers `locked`. */
  lock(): void {
    this.#turn += 1
    this.#session?.close()
    this.#session = null
  }

  #open(dataKey: Buffer, by: { personId: string; failuresBefore: number }): Result<OpenKeys, Problem> {
    const { files, folder, now, store } = this.#parts
    const record = store.record as VaultRecord // every caller has read or written it
    const opened = openSession({ files, folder, now, mirrorFolder: store.usableMirror, record, dataKey, by })
    if (!opened.ok) {
      dataKey.fill(0)
      return opened
    }
    this.#turn += 1
    this.#session = opened.value
    store.follow()
    return ok(opened.value.keys)
  }

  #rewrap(
    personId: string,
    { dataKey, prepared, announce = unannounced }: { dataKey: Buffer; prepared: PreparedWrap; announce?: Announce },
  ): Result<void, Problem> {
    const { store } = this.#parts
    const record = store.record as VaultRecord // every caller has read it
    const person = record.people.find(one => one.personId === personId)
    if (!person) return err({ kind: 'unknownPerson' })
    const rewrapped = wrapFor(person, prepared, dataKey)
    const announced = announce(rewrapped.wrap)
    if (!announced.ok) return announced
    return store.write({ ...record, people: record.people.map(one => (one === person ? rewrapped : one)) })
  }

  #wrong(kind: SignInProblem, who: string): Result<never, Problem> {
    return err({ kind, waitSeconds: this.#parts.guard.waitSeconds(who) })
  }

  #lockedRecord(): VaultRecord | null {
    if (this.#session !== null) throw new Error('lock the vault before the next sign-in')
    return this.#parts.store.record
  }

  #openSession(): VaultSession {
    if (this.#session === null) throw new Error('the vault is locked')
    return this.#session
  }
}

/** Somebody locked, or signed in, while a password was being turned into a key. */
const lockedMeanwhile = err({ kind: 'locked' })

const mistypedDetail = (group: number | null) => (group === null ? 'recoveryKey' : `recoveryKey.group.${group}`)

function discard(key: Buffer | null): null {
  key?.fill(0)
  return null
}
