import type { Session, Witness } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { Proof } from '#shared/ledger/exchange/craft'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { KeyHolderChain } from '#shared/ledger/exchange/key-holders'
import type { Finding } from '../authority/office-authority'
import type { ClockDoubt } from '../clock/office-clock'
import { orClosed } from '../files/or-closed'
import type { Head, Ledger } from '../ledger/ledger'
import type { Announce } from '../vault/announce'
import type { OpenKeys } from '../vault/open-keys'
import type { CarriedKey } from '../vault/subject-key-frames'
import { copyFaults, copyState, type CopyFaults, type CopyState } from './copy-state'
import { DeskSession, type OwnAct } from './desk-session'
import type { Founding } from './founding'
import { closeDesk, noRoom, openDesk, type OpenDesk } from './open-desk'
import { foundingDraft, untoldDraft } from './own-drafts'
import { refusedByDisk } from './refused-by-disk'
import { announceChange, tellUntoldChange } from './untold-change'
import type { WorkstationOptions } from './workstation-options'

export type { DeskChange } from './workstation-options'

/** The highest acts that a view has taken in, one a chain. */
export type Witnessed = Witness | readonly Witness[] | null

type VaultChange = (announce: Announce) => Result<void, Problem> | Promise<Result<void, Problem>>

/**
 * This machine, from start to end of the program: who may sign in, and whether somebody has. What is open in between is
 * its `DeskSession`; what is asked of that one is answered here as locked while there is none. Main holds exactly one.
 */
export class Workstation {
  #session: DeskSession | null = null
  #sittings = 0
  #vaultChange: Promise<unknown> = Promise.resolve()
  readonly #holds = new Set<symbol>()

  constructor(readonly options: WorkstationOptions) {}

  async establish(founding: Founding): Promise<Result<{ session: Session; recoveryKey: string }, Problem>> {
    const full = noRoom(this.options)
    if (full) return err(full)
    // Sealed beside the vault until the acts are written: an office that stands in vault.json can always be founded.
    const draft = { name: foundingDraft, content: withoutPassword(founding) }
    const made = await this.options.vault.establish(founding, draft)
    if (!made.ok) return made
    const opened = this.#open(made.value.keys, null)
    return opened.ok ? ok({ session: opened.value, recoveryKey: made.value.recoveryKey }) : opened
  }

  async signIn(input: { personId: string; password: string; witness: Witnessed }): Promise<Result<Session, Problem>> {
    if (this.isOpen) this.lock() // change of person without restart
    const keys = await this.options.vault.signIn(input.personId, input.password)
    return keys.ok ? this.#open(keys.value, input.witness) : keys
  }

  async recover(input: {
    recoveryKey: string
    personId: string
    newPassword: string
    witness: Witnessed
  }): Promise<Result<Session, Problem>> {
    if (this.isOpen) this.lock()
    const keys = await this.options.vault.recover(input.recoveryKey, input.personId, input.newPassword)
    if (!keys.ok) return keys
    const opened = this.#open(keys.value, input.witness)
    if (opened.ok) this.#session!.noteAboutMe({ type: 'person.passwordSet@1', open: { by: 'recoverySheet' } })
    return opened
  }

  lock(): void {
    const wasOpen = this.isOpen
    this.#endSession()
    this.options.vault.lock()
    if (wasOpen) this.options.onChange?.('closed')
  }

  get isOpen(): boolean {
    return this.#session !== null
  }

  /** From one sign-in to the lock, whatever is reopened in between: another number for each, null while locked. */
  get sitting(): number | null {
    return this.#session && this.#sittings
  }

  session(): Session | null {
    return this.#session?.shown() ?? null
  }

  touch(): void {
    this.#session?.touch()
  }

  /**
   * The automatic lock waits until what this answers is called: work goes on that it would cancel. That call answers whether the
   * lock was due meanwhile; then it follows at once, and whoever did the work may not have seen its end.
   */
  holdAutoLock(): () => boolean {
    const hold = Symbol('hold')
    this.#holds.add(hold)
    return () => this.#holds.delete(hold) && this.#holds.size === 0 && (this.#session?.releaseAutoLock() ?? false)
  }

  /** The office may have set another time since it was opened. */
  renewAutoLock(): void {
    this.#session?.renewAutoLock()
  }

  /** Appends one act in the name of the person who is signed in. */
  append(act: OwnAct): Result<Head, Problem> {
    const written = this.appendAll([act])
    return written.ok ? ok(written.value.at(-1)!) : written
  }

  /** Several acts in one frame: all or none. */
  appendAll(acts: readonly OwnAct[]): Result<Head[], Problem> {
    return this.#session?.append(acts) ?? err({ kind: 'locked' })
  }

  /** Why main would refuse this act now, or null: asked before the vault is changed for it. */
  refusal(act: OwnAct): Problem | null {
    return this.#session ? this.#session.refusal(act) : { kind: 'locked' }
  }

  /**
   * Changes the vault and writes the act that tells of it; a crash in between is made good at the next sign-in. Asks
   * the authority first: a refused act must not leave a changed password behind. One change at a time: a second one
   * would take the first, half done, for one that a crash cut short, and tell of it twice.
   */
  changeVault(act: OwnAct, change: VaultChange): Promise<Result<void, Problem>> {
    const changed = this.#vaultChange.then(() => this.#changeVault(act, change))
    this.#vaultChange = changed.catch(() => undefined)
    return changed
  }

  async #changeVault(act: OwnAct, change: VaultChange): Promise<Result<void, Problem>> {
    const session = this.#session
    const refused = this.refusal(act)
    if (refused || !session) return err(refused ?? { kind: 'locked' })
    const parts = session.tellingParts()
    const earlier = tellUntoldChange(parts) // there is room for one only
    if (!earlier.ok) return earlier
    const named = session.inMyName(act)
    const changed = await change(wrap => announceChange(parts, named, wrap))
    if (!changed.ok) return changed
    const noted = this.append(act)
    return noted.ok ? this.options.vault.drafts.discard(untoldDraft) : noted
  }

  get ledger(): Ledger | null {
    return this.#session?.desk.ledger ?? null
  }

  /** The sealed files of the office and which of them acts name; null while it is locked. */
  get scans(): Pick<OpenDesk, 'blobs' | 'blobIndex' | 'blobMirror' | 'carried'> | null {
    return this.#session?.desk ?? null
  }

  /** The posts that a person holds by the ledger; none for a stranger, for who has left, and while locked. */
  postsOf(personId: string): readonly string[] {
    return this.#session?.desk.authority.postsOf(personId) ?? []
  }

  /** What several machines did that a person has to settle; nothing while locked. */
  get findings(): readonly Finding[] {
    return this.#session?.desk.authority.findings() ?? []
  }

  /** Reads every journal whole, whatever its length, beside the work that goes on. Null where they are sound. */
  checkNow(): Promise<Problem | null> {
    return this.#session?.checkNow() ?? Promise.resolve({ kind: 'locked' })
  }

  /** Why the date has to be asked for, or null. */
  clockDoubt(): ClockDoubt | null {
    return this.options.clock.doubt(this.ledger?.trustedAt ?? null)
  }

  get mirrorState(): CopyState {
    const { ledger, blobMirror } = this.#session?.desk ?? {}
    const { vault, mirrorFolder } = this.options
    return copyState({ ledger, blobMirror, vault, mirrorFolder })
  }

  /** Nothing while locked. */
  get mirrorFaults(): CopyFaults {
    const desk = this.#session?.desk
    return desk ? copyFaults({ blobMirror: desk.blobMirror, mirrorFolder: this.options.mirrorFolder }) : {}
  }

  /** The disk may be there again: the copy goes on without waiting for the next act. Resolves when the journal's did. */
  async lookAtMirror(): Promise<void> {
    if (this.mirrorState !== 'behind' || this.ledger?.readOnly) return
    this.ledger?.followMirror()
    this.scans?.blobMirror?.follow()
    this.options.vault.followMirror()
    await new Promise(resolve => setImmediate(resolve)) // behind the copy, which waits for its turn too
  }

  /** Of whoever is signed in; null while locked. The vault's to zero: nobody keeps them. */
  get keys(): OpenKeys | null {
    return this.#session?.desk.keys ?? null
  }

  /** With the key of this office, in the name of whoever is signed in. Throws while locked. */
  sign(bytes: Uint8Array): Buffer {
    return this.#keysOrThrow().sign(bytes)
  }

  /** What opens that which was encrypted for this machine; for one opening. Throws while locked. */
  identities(): readonly string[] {
    return this.#keysOrThrow().identities()
  }

  /** Chains in whose name this machine may ask headquarters, newest first; none while locked. */
  get callers(): OpenKeys['callers'] {
    return this.keys?.callers ?? []
  }

  /** The ledger as the exchange works with it; null while locked. After a roll-over ask anew: the own chain is another. */
  exchangeWith(proof: Proof): ExchangeLedger | null {
    return this.#session?.exchangeWith(proof) ?? null
  }

  /** The office's other machines, for which subject keys may be wrapped; none while locked. */
  keyHolders(headquarters: readonly ChainRoot[], proof: Proof): readonly KeyHolderChain[] {
    return this.#session?.keyHolders(headquarters, proof) ?? []
  }

  /** Every living subject key, to be wrapped for those machines. Throws while locked. */
  carriedKeys(): readonly CarriedKey[] {
    return this.options.vault.subjectKeys.carried()
  }

  /**
   * Keys that another machine of the office sent. `opensMore`: acts were here already that did not open without them, so that
   * whatever was made of those acts is to be made anew.
   */
  adoptKeys(keys: readonly CarriedKey[]): Result<{ readonly news: number; readonly opensMore: boolean }, Problem> {
    return this.#session?.adoptKeys(keys) ?? err({ kind: 'locked' })
  }

  #keysOrThrow(): OpenKeys {
    if (!this.keys) throw new Error('the office is locked')
    return this.keys
  }

  #open(keys: OpenKeys, witness: Witnessed, how = { isSignIn: true }): Result<Session, Problem> {
    try {
      return this.#openWith(keys, witness, how)
    } catch (cause) {
      this.lock() // else the keys would stay open with no desk, and nobody could sign in again
      return refusedByDisk(cause)
    }
  }

  #openWith(keys: OpenKeys, witness: Witnessed, { isSignIn }: { isSignIn: boolean }): Result<Session, Problem> {
    const desk = openDesk(this.options, { keys, witnesses: [witness ?? []].flat() })
    const session = orClosed(
      () => closeDesk(desk),
      () =>
        new DeskSession({
          ...{ desk, options: this.options, lock: () => this.lock(), reopen: change => this.#reopen(keys, change) },
          isHeld: () => this.#holds.size > 0,
        }),
    )
    this.#session = session
    if (isSignIn) this.#sittings++
    const settled = isSignIn ? session.settleMachine() : ok(false)
    const begun = settled.ok && !settled.value ? session.begin({ isSignIn }) : settled
    if (!begun.ok) {
      this.lock()
      return begun
    }
    return this.#goOn(session, isSignIn)
  }

  #goOn(begun: DeskSession, isSignIn: boolean): Result<Session, Problem> {
    const session = this.#session! // on another machine than before it is one over a new chain, and is being checked
    if (isSignIn) session.noteSignedIn()
    if (session === begun) session.startCheck()
    if (isSignIn) this.options.onChange?.('opened')
    return ok(session.shown()!)
  }

  /** One of the own journals changes as a whole, so that it has to be closed and opened again; the person stays. */
  #reopen(keysBefore: OpenKeys, change: () => Result<OpenKeys, Problem>): Result<Head, Problem> {
    this.#endSession()
    const keys = change()
    if (!keys.ok && this.options.vault.status().state !== 'open') return keys // it could not be opened again: the next sign-in can
    const opened = this.#open(keys.ok ? keys.value : keysBefore, null, { isSignIn: false })
    if (keys.ok && opened.ok) this.#session?.markMachine()
    return keys.ok ? (opened.ok ? ok(this.ledger!.head) : opened) : keys
  }

  #endSession(): void {
    this.#session?.end()
    this.#session = null
  }
}

function withoutPassword({ administrator, ...office }: Founding) {
  const { name, posts } = administrator
  return { ...office, administrator: { name, posts: [...posts] } }
}
