import type { VaultStatus } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { unannounced, type Announce } from './announce'
import { tryPassword, trySheet, tryStaffPassword } from './booked-tries'
import type { Drafts } from './drafts'
import type { House, OpenKeys } from './open-keys'
import { checkNewPassword, type PasswordKdf } from './password-key'
import { prepareChain, type PreparedChain } from './prepare-chain'
import { printRecoveryKey, recoveryKeyBytes } from './recovery-key'
import { openSession, type VaultSession } from './session'
import { setUpOffice, whyNotSetUp, type FirstDraft, type NewOffice } from './set-up-office'
import type { SignInGuard } from './sign-in-guard'
import { officeShareOf, type OfficeShare } from './office-share'
import type { MirrorState } from './subject-key-mirror'
import type { SubjectKeys } from './subject-keys'
import { holdsWrap, withNewcomer, withNextSheet, withPassword, withPerson } from './vault-changes'
import { withoutPerson, withPosts, withSheetSettled } from './vault-changes'
import type { Posts, VaultRecord } from './vault-file'
import type { VaultFiles } from './vault-files'
import { houseOf, statusOf } from './vault-status'
import type { VaultStore } from './vault-store'
import { prepareWrap, randomId, type NewPerson, type PreparedWrap, type RandomBytes } from './vault-wraps'

export interface Established {
  readonly keys: OpenKeys
  readonly recoveryKey: string
  readonly personId: string
}

export interface VaultParts {
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
    return statusOf(this.#parts.store.record, this.#session !== null)
  }

  /** Where this machine stands; null before set-up. */
  get house(): House | null {
    const { record } = this.#parts.store
    return record && houseOf(record)
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
    const record = this.#lockedRecord()
    if (record === null) return err({ kind: 'notEstablished' })
    const turn = this.#turn
    const tried = await tryPassword(this.#parts, record, { personId, password })
    if (!tried.ok) return tried
    const { dataKey, failuresBefore } = tried.value
    this.#parts.guard.succeed(personId)
    if (turn !== this.#turn) {
      dataKey.fill(0)
      return lockedMeanwhile
    }
    return this.#open(dataKey, { personId, failuresBefore })
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
    const opened = trySheet(guard, record, typed)
    if (!opened.ok) return opened
    const dataKey = opened.value
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
    const made = await this.#newWrap(password)
    if (!made.ok) return made
    const personId = randomId(this.#parts.random)
    const stored = this.#change((record, dataKey) =>
      ok(withPerson(record, { personId, name, posts }, { dataKey, prepared: made.value })),
    )
    return stored.ok ? ok({ personId }) : stored
  }

  /** Somebody whom another machine of the office added: their first password on this one. `weakPassword`, `locked`. */
  async letIn(person: NewPerson, password: string, announce: Announce = unannounced): Promise<Result<void, Problem>> {
    const made = await this.#newWrap(password)
    if (!made.ok) return made
    const prepared = made.value
    return this.#change((record, dataKey) => withNewcomer(record, person, { dataKey, prepared, announce }))
  }

  /** The slow half of a password that is new here; nothing, where the office was locked meanwhile. */
  async #newWrap(password: string): Promise<Result<PreparedWrap, Problem>> {
    const { kdf, random } = this.#parts
    const strong = checkNewPassword(password)
    if (!strong.ok) return strong
    if (this.#session === null) return err({ kind: 'locked' })
    const turn = this.#turn
    const prepared = await prepareWrap(kdf, random, password)
    return turn === this.#turn ? ok(prepared) : lockedMeanwhile
  }

  /** Takes a person's wrap away: they open this vault no longer. The last one stays, or nobody could. */
  removePerson(personId: string): Result<void, Problem> {
    return this.#change(record => withoutPerson(record, personId))
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
    const strong = checkNewPassword(password)
    if (!strong.ok) return strong
    const mine = await this.#tryOwn(current)
    return mine.ok ? this.setPassword(mine.value.personId, password, announce) : mine
  }

  /**
   * Whether it is the password of whoever is signed in: for what an open desk alone must not do. Wrong tries are booked and
   * delayed as at sign-in. `mustWait`, `wrongPassword`, `locked`.
   */
  async checkOwnPassword(password: string): Promise<Result<void, Problem>> {
    const mine = await this.#tryOwn(password)
    if (!mine.ok) return mine
    this.#parts.guard.succeed(mine.value.personId)
    return ok(undefined)
  }

  async #tryOwn(password: string): Promise<Result<{ personId: string }, Problem>> {
    const { record } = this.#parts.store
    const personId = this.#session?.keys.personId
    const me = record?.people.find(person => person.personId === personId)
    if (!record || !me) return err({ kind: 'locked' })
    const turn = this.#turn
    const tried = await tryPassword(this.#parts, record, { personId: me.personId, password })
    if (!tried.ok) return tried
    tried.value.dataKey.fill(0)
    return turn === this.#turn ? ok({ personId: me.personId }) : lockedMeanwhile
  }

  /**
   * Whether this is the password of anybody who may open the vault: the kiosk shows no names to choose from. Opens nothing.
   * Wrong tries are booked and delayed as at sign-in, apart from anybody's own. `wrongPassword`, `mustWait`, `notEstablished`.
   */
  async checkStaffPassword(password: string): Promise<Result<void, Problem>> {
    const { record } = this.#parts.store
    if (record === null) return err({ kind: 'notEstablished' })
    return tryStaffPassword(this.#parts, record.people, password)
  }

  /** The posts that the sign-in screen shows; what a person may do is the ledger's to say. */
  setPosts(personId: string, posts: Posts): Result<void, Problem> {
    return this.#change(record => withPosts(record, personId, posts))
  }

  /** A new password; the data key stays, so nothing else is written anew. `unknownPerson`, `weakPassword`, `locked`. */
  async setPassword(
    personId: string,
    password: string,
    announce: Announce = unannounced,
  ): Promise<Result<void, Problem>> {
    const made = await this.#newWrap(password)
    if (!made.ok) return made
    if (this.#session === null) return lockedMeanwhile
    const rewrapped = this.#rewrap(personId, { dataKey: this.#session.dataKey, prepared: made.value, announce })
    if (rewrapped.ok) this.#parts.guard.succeed(personId)
    return rewrapped
  }

  /** A new key to print. Until `settleRecovery` the old sheet opens as well: a crash must not leave the office with none. */
  renewRecovery(): Result<string, Problem> {
    const recoveryKey = this.#parts.random(recoveryKeyBytes)
    const stored = this.#change((record, dataKey) => ok(withNextSheet(record, recoveryKey, dataKey)))
    return stored.ok ? ok(printRecoveryKey(recoveryKey)) : stored
  }

  /**
   * The renewed sheet is in somebody's hand: the old one opens this vault no longer, though it opens older copies of
   * vault.json. `notFound` where none was renewed.
   */
  settleRecovery(announce: Announce = unannounced): Result<void, Problem> {
    return this.#change(record => withSheetSettled(record, announce))
  }

  /**
   * A new chain for this machine, with a key of its own; nothing is written before `commit`. `sign` and `prove` work until
   * then: by the new key and by the one in force. `workstation`: its code from now on. Throws while locked.
   */
  prepareChain(workstation?: string): PreparedChain {
    const { random, store } = this.#parts
    const { dataKey, keys } = this.#openSession()
    const record = store.record as VaultRecord // a session was opened from it
    const commit = (next: VaultRecord) => {
      const stored = store.write(next)
      return stored.ok ? this.#reopen() : stored
    }
    return prepareChain({ dataKey, keys, record, random, workstation, commit })
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
    return record !== null && holdsWrap(record, wrap)
  }

  /** What another machine of this office needs of the vault. Secret: it leaves only sealed. Throws while locked. */
  share(): OfficeShare {
    return officeShareOf(this.#parts.store.record as VaultRecord, this.#openSession().dataKey) // a session was opened from it
  }

  /** A vault that was put there whole since the program started: this machine joined an office. Throws where one stood. */
  reread(): Result<void, Problem> {
    if (this.#parts.store.record !== null) throw new Error('there is an office already')
    return this.#parts.store.reread()
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

  /** Of a vault that is open, or was just opened with the printed key. */
  #rewrap(personId: string, how: Parameters<typeof withPassword>[2]): Result<void, Problem> {
    const { store } = this.#parts
    const record = store.record as VaultRecord // every caller has read it
    const changed = withPassword(record, personId, how)
    return changed.ok ? store.write(changed.value) : changed
  }

  /** Only while the vault is open: `locked`. */
  #change(change: (record: VaultRecord, dataKey: Buffer) => Result<VaultRecord, Problem>): Result<void, Problem> {
    const { store } = this.#parts
    if (this.#session === null || store.record === null) return err({ kind: 'locked' })
    const changed = change(store.record, this.#session.dataKey)
    return changed.ok ? store.write(changed.value) : changed
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
