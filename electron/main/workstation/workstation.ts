import type { Session, Witness } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { Proof } from '#shared/ledger/exchange/craft'
import { keyHoldersOf, type KeyHolderChain } from '#shared/ledger/exchange/key-holders'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { subjectOf } from '#shared/ledger/subject'
import type { Finding, OfficeAuthority } from '../authority/office-authority'
import type { ClockDoubt } from '../clock/office-clock'
import { rootsOf } from '../ledger/exchange-ledger'
import type { Head, Ledger } from '../ledger/ledger'
import type { ProposedAct } from '../ledger/make-acts'
import type { Announce } from '../vault/announce'
import { startAutoLock, type AutoLock, type Schedule } from '../vault/auto-lock'
import type { OpenKeys } from '../vault/open-keys'
import { SubjectKeyError } from '../vault/personal-sealer'
import { subjectTag, type CarriedKey } from '../vault/subject-key-frames'
import { copyState, type CopyState } from './copy-state'
import { exchangeOf, type ExchangeOfParts } from './exchange-of'
import type { Founding } from './founding'
import { admit, closeDesk, journalFolders, noRoom, openDesk, sweepBlobs } from './open-desk'
import type { DeskPlace, OpenDesk } from './open-desk'
import { foundingDraft, untoldDraft } from './own-drafts'
import { putInOrder } from './put-in-order'
import { refusedByDisk } from './refused-by-disk'
import { actsOf, sessionOf } from './session-of'
import { announceChange, tellUntoldChange } from './untold-change'

export interface WorkstationOptions extends DeskPlace {
  readonly schedule: Schedule
  readonly newId: () => string
  /** The auto-lock struck: the window has to forget what it shows. */
  readonly onTimedLock: () => void
  /** A whole check, while people work, found the journal unsound: it is for reading only from now on. */
  readonly onJournalLocked?: (problem: Problem) => void
  /** Headquarters as it was pinned at enrolment. */
  readonly pinned?: () => ChainRoot | null
  /** Somebody signed in, locked, or wrote: told while the caller waits, so whoever hears only makes a note of it. */
  readonly onChange?: (change: DeskChange) => void
}

export type DeskChange = 'opened' | 'written' | 'closed'

/** The highest acts that a view has taken in, one a chain. */
export type Witnessed = Witness | readonly Witness[] | null

type VaultChange = (announce: Announce) => Result<void, Problem> | Promise<Result<void, Problem>>

/** This machine: who is signed in, which keys are open and where acts go. Main holds exactly one. */
export class Workstation {
  #desk: OpenDesk | null = null
  #vaultChange: Promise<unknown> = Promise.resolve()
  /** Of the desk that is open, or was: whom it trusts is reckoned once. */
  #exchange: { readonly of: Ledger; readonly exchange: ExchangeLedger } | null = null
  /** Ends a check that somebody waits for, with the answer that the office was locked. */
  #endAskedCheck: (() => void) | null = null

  constructor(readonly options: WorkstationOptions) {}

  get ledger(): Ledger | null {
    return this.#desk?.ledger ?? null
  }

  get isOpen(): boolean {
    return this.#desk !== null
  }

  get mirrorState(): CopyState {
    const { ledger, blobMirror } = this.#desk ?? {}
    const { vault, mirrorFolder } = this.options
    return copyState({ ledger, blobMirror, vault, mirrorFolder })
  }

  /** The disk may be there again: the copy goes on without waiting for the next act. Resolves when the journal's did. */
  async lookAtMirror(): Promise<void> {
    if (this.mirrorState !== 'behind' || this.#desk?.ledger.readOnly) return
    this.#desk?.ledger.followMirror()
    this.#desk?.blobMirror?.follow()
    this.options.vault.followMirror()
    await new Promise(resolve => setImmediate(resolve)) // behind the copy, which waits for its turn too
  }

  /** The sealed files of the office and which of them acts name; null while it is locked. */
  get scans(): Pick<OpenDesk, 'blobs' | 'blobIndex' | 'blobMirror' | 'carried'> | null {
    return this.#desk
  }

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
    if (opened.ok) this.#noteAboutMe({ type: 'person.passwordSet@1', open: { by: 'recoverySheet' } })
    return opened
  }

  lock(): void {
    const wasOpen = this.isOpen
    this.#closeDesk()
    this.options.vault.lock()
    if (wasOpen) this.options.onChange?.('closed')
  }

  #closeDesk(): void {
    this.#endAskedCheck?.()
    if (this.#desk) closeDesk(this.#desk)
    this.#desk = null
  }

  touch(): void {
    this.#desk?.autoLock.touch()
  }

  /** Appends one act in the name of the person who is signed in. */
  append(act: Omit<ProposedAct, 'actor'>): Result<Head, Problem> {
    const written = this.appendAll([act])
    return written.ok ? ok(written.value.at(-1)!) : written
  }

  /** Several acts in one frame: all or none. */
  appendAll(acts: readonly Omit<ProposedAct, 'actor'>[]): Result<Head[], Problem> {
    const desk = this.#desk
    if (!desk) return err({ kind: 'locked' })
    return this.#write(acts.map(act => ({ ...act, actor: desk.keys.personId })))
  }

  #write(acts: readonly ProposedAct[]): Result<Head[], Problem> {
    try {
      const written = this.#desk!.ledger.append(acts)
      if (written.ok) this.options.onChange?.('written')
      return written
    } catch (cause) {
      if (cause instanceof SubjectKeyError) return err(cause.problem)
      throw cause
    }
  }

  session(): Session | null {
    return this.#desk && sessionOf(this.#desk, this.options.vault)
  }

  /**
   * Changes the vault and writes the act that tells of it; a crash in between is made good at the next sign-in. Asks
   * the authority first: a refused act must not leave a changed password behind. One change at a time: a second one
   * would take the first, half done, for one that a crash cut short, and tell of it twice.
   */
  changeVault(act: Omit<ProposedAct, 'actor'>, change: VaultChange): Promise<Result<void, Problem>> {
    const changed = this.#vaultChange.then(() => this.#changeVault(act, change))
    this.#vaultChange = changed.catch(() => undefined)
    return changed
  }

  async #changeVault(act: Omit<ProposedAct, 'actor'>, change: VaultChange): Promise<Result<void, Problem>> {
    const refused = this.refusal(act)
    if (refused) return err(refused)
    const parts = this.#tellingParts()
    const earlier = tellUntoldChange(parts) // there is room for one only
    if (!earlier.ok) return earlier
    const named = { ...act, actor: this.#desk!.keys.personId }
    const changed = await change(wrap => announceChange(parts, named, wrap))
    if (!changed.ok) return changed
    const noted = this.append(act)
    return noted.ok ? this.options.vault.drafts.discard(untoldDraft) : noted
  }

  /** With the key of this office, in the name of whoever is signed in. Throws while locked. */
  sign(bytes: Uint8Array): Buffer {
    if (!this.#desk) throw new Error('the office is locked')
    return this.#desk.keys.sign(bytes)
  }

  /** Of whoever is signed in; null while locked. The vault's to zero: nobody keeps them. */
  get keys(): OpenKeys | null {
    return this.#desk?.keys ?? null
  }

  /** Why main would refuse this act now, or null: asked before the vault is changed for it. */
  refusal(act: Omit<ProposedAct, 'actor'>): Problem | null {
    const desk = this.#desk
    return desk ? desk.ledger.refusal([{ ...act, actor: desk.keys.personId }]) : { kind: 'locked' }
  }

  /** Chains in whose name this machine may ask headquarters, newest first; none while locked. */
  get callers(): OpenKeys['callers'] {
    return this.#desk?.keys.callers ?? []
  }

  /** What several machines did that a person has to settle; nothing while locked. */
  get findings(): readonly Finding[] {
    return this.#desk?.authority.findings() ?? []
  }

  /** Why the date has to be asked for, or null. */
  clockDoubt(): ClockDoubt | null {
    return this.options.clock.doubt(this.#desk?.ledger.trustedAt ?? null)
  }

  /** The ledger as the exchange works with it; null while locked. After a roll-over ask anew: the own chain is another. */
  exchangeWith(proof: Proof): ExchangeLedger | null {
    const desk = this.#desk
    if (!desk) return null
    if (this.#exchange?.of !== desk.ledger)
      this.#exchange = { of: desk.ledger, exchange: exchangeOf({ ...this.#partingParts(desk), proof }) }
    return this.#exchange.exchange
  }

  /** The office's other machines, for which subject keys may be wrapped; none while locked. */
  keyHolders(headquarters: readonly ChainRoot[], proof: Proof): readonly KeyHolderChain[] {
    const desk = this.#desk
    if (!desk) return []
    const { office, chain: ownChain, chainFacts: facts } = desk.ledger
    const roots = rootsOf({ chain: ownChain, publicKey: desk.keys.publicKey.toString('base64') }, facts)
    return keyHoldersOf({ office, ownChain, roots, headquarters, facts }, proof)
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
    const { ledger } = this
    if (!ledger) return err({ kind: 'locked' })
    const adopted = this.options.vault.subjectKeys.adopt(keys)
    if (!adopted.ok) return adopted
    const tags = new Set(adopted.value)
    const opensMore = tags.size > 0 && Array.from(ledger.subjects()).some(subject => tags.has(subjectTag(subject)))
    if (opensMore) ledger.forgetOpened()
    return ok({ news: adopted.value.length, opensMore })
  }

  /** What opens that which was encrypted for this machine; for one opening. Throws while locked. */
  identities(): readonly string[] {
    if (!this.#desk) throw new Error('the office is locked')
    return this.#desk.keys.identities()
  }

  #partingParts(desk: OpenDesk): Omit<ExchangeOfParts, 'proof'> {
    const { vault } = this.options
    return {
      pinned: this.options.pinned ?? (() => null),
      ...{ vault, folders: journalFolders(this.options.folder), desk: { ledger: desk.ledger, keys: desk.keys } },
      role: desk.authority.postsOf(desk.keys.personId)[0] ?? 'clerk',
      isOpen: () => this.#desk?.ledger === desk.ledger,
      refusal: () => desk.ledger.readOnly ?? noRoom(this.options),
      reopen: change => {
        this.#closeDesk()
        const keys = change()
        if (!keys.ok && vault.status().state !== 'open') return keys // it could not be opened again: the next sign-in can
        const opened = this.#open(keys.ok ? keys.value : desk.keys, null, { isSignIn: false })
        return keys.ok ? (opened.ok ? ok(this.#desk!.ledger.head) : opened) : keys
      },
    }
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
    const desk = openDesk(this.options, { keys, witnesses: [witness ?? []].flat() }, (...of) =>
      this.#startAutoLock(...of),
    )
    const { ledger, authority } = desk
    this.#desk = desk
    if (ledger.uncheckedUpTo === 0) sweepBlobs(desk)
    const ready = putInOrder({ ...this.#tellingParts(), authority, keys, newId: this.options.newId })
    const admitted = ready.ok ? admit(desk) : ready
    if (!admitted.ok) {
      this.lock()
      return admitted
    }
    if (isSignIn && ledger.head.seq > 0)
      this.#noteAboutMe({ type: 'person.signedIn@1', open: { failuresBefore: keys.failuresBefore } })
    this.#startCheck()
    if (isSignIn) this.options.onChange?.('opened')
    return ok(this.session()!)
  }

  #startCheck(): void {
    const { journalCare, onJournalLocked } = this.options
    const desk = this.#desk!
    const { keys, ledger } = desk
    if (!journalCare) return
    const wasUnchecked = ledger.uncheckedUpTo > 0
    const stopCheck = journalCare.start({
      ...{ keys, ledger },
      onSound: () => {
        if (!wasUnchecked) return
        ledger.confirmSound()
        sweepBlobs(this.#desk!)
      },
      onUnsound: problem => onJournalLocked?.(problem),
    })
    this.#desk = { ...desk, stopCheck }
  }

  /** Reads every journal whole, whatever its length, beside the work that goes on. Null where they are sound. */
  checkNow(): Promise<Problem | null> {
    const desk = this.#desk
    const { journalCare, onJournalLocked } = this.options
    if (!desk) return Promise.resolve({ kind: 'locked' })
    const { keys, ledger } = desk
    if (ledger.readOnly) return Promise.resolve(ledger.readOnly)
    if (!journalCare) throw new Error('this workstation has nobody to check its journals')
    this.#endAskedCheck?.()
    return new Promise(resolve => {
      const answer = (problem: Problem | null) => {
        this.#endAskedCheck = null
        resolve(problem)
      }
      const onUnsound = (problem: Problem) => {
        onJournalLocked?.(problem)
        answer(problem)
      }
      const stop = journalCare.start({ keys, ledger, onSound: () => answer(null), onUnsound, isAsked: true })
      this.#endAskedCheck = () => {
        stop()
        answer({ kind: 'locked' })
      }
    })
  }

  #tellingParts() {
    return { vault: this.options.vault, ledger: this.#desk!.ledger, write: this.#write.bind(this) }
  }

  /** The office may have set another time since the desk was opened. */
  renewAutoLock(): void {
    const desk = this.#desk
    if (!desk) return
    desk.autoLock.stop()
    this.#desk = { ...desk, autoLock: this.#startAutoLock(desk.authority, desk.ledger) }
  }

  #startAutoLock(authority: OfficeAuthority, ledger: Ledger): AutoLock {
    const { schedule, onTimedLock } = this.options
    const lock = () => {
      this.lock()
      onTimedLock()
    }
    return startAutoLock({ minutes: authority.autoLockMinutes(actsOf(ledger)), now: Date.now, schedule, lock })
  }

  /** A note for the audit trail; it never stands in the way of signing in. */
  #noteAboutMe(fact: { type: string; open: { [name: string]: string | number } }): void {
    const { keys, ledger } = this.#desk!
    const role = this.session()?.posts[0] ?? 'clerk'
    if (!ledger.readOnly)
      this.#write([{ actor: keys.personId, role, subject: subjectOf('person', keys.personId), facts: [fact] }])
  }
}

function withoutPassword({ administrator, ...office }: Founding) {
  const { name, posts } = administrator
  return { ...office, administrator: { name, posts: [...posts] } }
}
