import type { Session } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { Proof } from '#shared/ledger/exchange/craft'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { keyHoldersOf, type KeyHolderChain } from '#shared/ledger/exchange/key-holders'
import { subjectOf } from '#shared/ledger/subject'
import { freeWorkstationCode } from '../authority/free-workstation-code'
import { rootsOf } from '../ledger/exchange-ledger'
import type { Head } from '../ledger/ledger'
import type { ProposedAct } from '../ledger/make-acts'
import { startAutoLock, type AutoLock } from '../vault/auto-lock'
import type { OpenKeys } from '../vault/open-keys'
import { SubjectKeyError } from '../vault/personal-sealer'
import { subjectTag, type CarriedKey } from '../vault/subject-key-frames'
import { exchangeOf, rollOver } from './exchange-of'
import { JournalChecks } from './journal-checks'
import { admit, closeDesk, journalFolders, listLeftovers, noRoom, sweepBlobs, type OpenDesk } from './open-desk'
import { putInOrder } from './put-in-order'
import { changesPosts, forgetWhoLeft, hasLeft } from './send-off'
import { actsOf, sessionOf, workstationsOf } from './session-of'
import { markMachine, settleMachine } from './settle-machine'
import type { TellingParts } from './untold-change'
import type { WorkstationOptions } from './workstation-options'

/** An act as its caller knows it: in whose name it is done, the session says. */
export type OwnAct = Omit<ProposedAct, 'actor'>

export interface DeskSessionParts {
  readonly desk: OpenDesk
  readonly options: WorkstationOptions
  /** Locks the whole machine. */
  readonly lock: () => void
  /** Ends this session, makes the change and opens another for the same person; answers the own chain's head. */
  readonly reopen: (change: () => Result<OpenKeys, Problem>) => Result<Head, Problem>
  /** Work goes on for which the automatic lock waits. */
  readonly isHeld: () => boolean
}

/** What there is from one sign-in to the lock: the open journals, and the person in whose name acts go into them. */
export class DeskSession {
  readonly #checks: JournalChecks
  #autoLock: AutoLock
  /** Whom it trusts is reckoned once. */
  #exchange: ExchangeLedger | null = null
  #isOver = false

  constructor(private readonly parts: DeskSessionParts) {
    const { desk, options } = parts
    this.#checks = new JournalChecks({ desk, care: options.journalCare, onUnsound: options.onJournalLocked })
    this.#autoLock = this.#startAutoLock()
  }

  get desk(): OpenDesk {
    return this.parts.desk
  }

  /** As the window may know it; null before the office stands in the vault. */
  shown(): Session | null {
    return sessionOf(this.desk, this.parts.options)
  }

  /** Before anything is written: see `settleMachine`. True where this session has ended, and another goes on. */
  settleMachine(): Result<boolean, Problem> {
    const { ledger, keys } = this.desk
    const machine = this.#machine()
    if (!machine) return ok(false)
    const full = noRoom(this.parts.options)
    const goOn = () => (full ? err(full) : this.#goOnAsAnother())
    return settleMachine({ ...machine, keys, ledger, goOn })
  }

  /** This machine was judged at the sign-in, and writes another chain now. */
  markMachine(): void {
    const machine = this.#machine()
    if (machine) markMachine({ ...machine, keys: this.desk.keys })
  }

  #machine() {
    const { folder, machineIdentifiers } = this.parts.options
    return machineIdentifiers && { folder, identifiers: machineIdentifiers() }
  }

  #goOnAsAnother(): Result<Head, Problem> {
    const { desk, options, reopen } = this.parts
    const { vault, clock, folder, newId } = options
    const { ledger, keys, authority } = desk
    const role = authority.postsOf(keys.personId)[0] ?? 'clerk'
    const { workstation, windowName } = vault.house! // a session was opened from it
    const code = freeWorkstationCode([workstation, ...workstationsOf(ledger)], newId()) ?? workstation
    const isClockGood = clock.doubt(ledger.trustedAt) === null
    const parts = { desk, vault, folders: journalFolders(folder), role, reopen }
    return rollOver(parts, ledger.head, { code, windowName, isClockGood })
  }

  /**
   * Ends what a crash left half done, and lets nobody in who has left the office. Without a sign-in no file is taken for a
   * leftover: the one whose journals were opened again may be taking files in whose acts come next.
   */
  begin({ isSignIn }: { isSignIn: boolean }): Result<void, Problem> {
    const { authority, keys, ledger } = this.desk
    if (isSignIn) listLeftovers(this.desk)
    if (ledger.uncheckedUpTo === 0) sweepBlobs(this.desk)
    const ready = putInOrder({ ...this.tellingParts(), authority, keys, newId: this.parts.options.newId })
    return ready.ok ? admit(this.desk) : ready
  }

  startCheck(): void {
    this.#checks.start(() => sweepBlobs(this.desk))
  }

  checkNow(): Promise<Problem | null> {
    return this.#checks.now()
  }

  /** Closes the journals; the keys are the vault's to zero. */
  end(): void {
    this.#isOver = true
    this.#checks.end()
    this.#autoLock.stop()
    closeDesk(this.desk)
  }

  touch(): void {
    this.#autoLock.touch()
  }

  releaseAutoLock(): boolean {
    return this.#autoLock.release()
  }

  renewAutoLock(): void {
    this.#autoLock.stop()
    this.#autoLock = this.#startAutoLock()
  }

  /** All or none. */
  append(acts: readonly OwnAct[]): Result<Head[], Problem> {
    return this.#write(acts.map(act => this.inMyName(act)))
  }

  refusal(act: OwnAct): Problem | null {
    return this.desk.ledger.refusal([this.inMyName(act)])
  }

  inMyName(act: OwnAct): ProposedAct {
    return { ...act, actor: this.desk.keys.personId }
  }

  noteSignedIn(): void {
    const { keys, ledger } = this.desk
    const fact = { type: 'person.signedIn@1', open: { failuresBefore: keys.failuresBefore } }
    if (ledger.head.seq > 0) this.noteAboutMe(fact)
  }

  /** A note for the audit trail; it never stands in the way of signing in. */
  noteAboutMe(fact: { type: string; open: { [name: string]: string | number } }): void {
    const { keys, ledger } = this.desk
    const role = this.shown()?.posts[0] ?? 'clerk'
    if (!ledger.readOnly) this.append([{ role, subject: subjectOf('person', keys.personId), facts: [fact] }])
  }

  tellingParts(): TellingParts {
    return { vault: this.parts.options.vault, ledger: this.desk.ledger, write: acts => this.#write(acts) }
  }

  exchangeWith(proof: Proof): ExchangeLedger {
    const { desk, options, reopen } = this.parts
    const { ledger, keys, authority } = desk
    this.#exchange ??= exchangeOf({
      ...{ proof, vault: options.vault, desk: { ledger, keys }, folders: journalFolders(options.folder), reopen },
      pinned: options.pinned ?? (() => null),
      role: authority.postsOf(keys.personId)[0] ?? 'clerk',
      isOpen: () => !this.#isOver,
      refusal: () => ledger.readOnly ?? noRoom(options),
      onTaken: acts => (changesPosts(acts) ? this.#sendOffWhoLeft() : undefined),
    })
    return this.#exchange
  }

  keyHolders(headquarters: readonly ChainRoot[], proof: Proof): readonly KeyHolderChain[] {
    const { ledger, keys } = this.desk
    const { office, chain: ownChain, chainFacts: facts } = ledger
    const roots = rootsOf({ chain: ownChain, publicKey: keys.publicKey.toString('base64') }, facts)
    return keyHoldersOf({ office, ownChain, roots, headquarters, facts }, proof)
  }

  adoptKeys(keys: readonly CarriedKey[]): Result<{ readonly news: number; readonly opensMore: boolean }, Problem> {
    const { ledger } = this.desk
    const adopted = this.parts.options.vault.subjectKeys.adopt(keys)
    if (!adopted.ok) return adopted
    const tags = new Set(adopted.value)
    const opensMore = tags.size > 0 && Array.from(ledger.subjects()).some(subject => tags.has(subjectTag(subject)))
    if (opensMore) ledger.forgetOpened()
    return ok({ news: adopted.value.length, opensMore })
  }

  /** Also whoever is signed in: after the run that told of it, as if the desk had been left alone too long. */
  #sendOffWhoLeft(): void {
    const { authority, keys } = this.desk
    const { options, lock } = this.parts
    forgetWhoLeft(options.vault, authority)
    if (!hasLeft(authority, keys.personId)) return
    setImmediate(() => {
      if (this.#isOver) return
      lock()
      options.onTimedLock()
    })
  }

  #write(acts: readonly ProposedAct[]): Result<Head[], Problem> {
    try {
      const written = this.desk.ledger.append(acts)
      if (written.ok) this.parts.options.onChange?.('written')
      return written
    } catch (cause) {
      if (cause instanceof SubjectKeyError) return err(cause.problem)
      throw cause
    }
  }

  #startAutoLock(): AutoLock {
    const { desk, options, lock, isHeld } = this.parts
    return startAutoLock({
      minutes: desk.authority.autoLockMinutes(actsOf(desk.ledger)),
      ...{ now: Date.now, schedule: options.schedule, isHeld },
      lock: () => {
        lock()
        options.onTimedLock()
      },
    })
  }
}
