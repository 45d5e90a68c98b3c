import fs from 'node:fs'
import { expect } from '@playwright/test'
import { writtenPage } from '../../support/pdf/written-page'
import { openRequest, approve, recordService, savePaper } from '../hands/case'
import { openEnded } from '../hands/case-pages'
import { saveFromReceipt } from '../hands/reception'
import { addScan, type Kind } from '../hands/scan-hands'
import { serveByEmail, serveByPost, serveTo } from '../hands/service-pages'
import type { Stage } from '../stage'
import { answer } from './answers'
import { arrive } from './arrivals'
import { fileOf } from './expected'
import { agent, mail, visitors, type VisitorKind } from './visitors'

const words: Readonly<Record<VisitorKind, string>> = {
  oral: '口头申请',
  agent: '代理人',
  organisation: '企业',
  post: '邮寄（周六签收）',
  partial: '部分公开',
  refusal: '不予公开（第十六条）',
  notOurs: '非本机关负责',
  repeat: '重复申请',
}

/** The people of the day at the counter, each with the number of their request. */
export class Counter {
  readonly numbers = new Map<VisitorKind, string>()

  constructor(readonly stage: Stage) {}

  /** Registered with a receipt, then examined, searched for, drafted and sent to the reviewer. */
  async receive(kind: VisitorKind): Promise<void> {
    const { stage } = this
    const { hands, say } = stage
    const shot = this.#shotOf(kind)
    await arrive[kind](hands)
    await shot('register')
    await expect(hands.page.getByText('可以登记')).toBeVisible()
    await hands.press('Control+Enter')
    const requestNo = await this.#receipt(kind)
    this.numbers.set(kind, requestNo)
    say(`${requestNo} ${words[kind]}：${visitors[kind].name}`)
    for (const scan of scansOnArrival[kind] ?? []) await this.#scan(kind, scan)
    await answer(hands, kind, shot)
  }

  /** The second person: reads the proof, approves, numbers and issues. */
  async approve(kind: VisitorKind): Promise<void> {
    const { hands, say } = this.stage
    const shot = this.#shotOf(kind)
    await openRequest(hands, this.#numberOf(kind))
    const shown = await approve(hands, name => (name === 'review' ? shot(name) : Promise.resolve()))
    say(`审核签发 ${this.#numberOf(kind)}：${shown}`)
  }

  /** The letter reaches the visitor, and what proves it is kept. */
  async serve(kind: VisitorKind): Promise<void> {
    const { hands, say } = this.stage
    await openRequest(hands, this.#numberOf(kind))
    await this.#save(kind, /^(答复书|告知书)（/, 'letter')
    if (kind === 'post') await this.#save(kind, /^信封和地址签/, 'envelope')
    await this.#reach(kind)
    for (const scan of scansOnService[kind] ?? []) await this.#scan(kind, scan)
    if (kind === 'oral') await this.#save(kind, /^申请表/, 'form')
    await this.#shotOf(kind)('served')
    say(`送达 ${this.#numberOf(kind)}：${words[kind]}`)
  }

  /** A case that has ended, for whoever wants to look again. */
  async lookAgain(kind: VisitorKind): Promise<void> {
    await openEnded(this.stage.hands, this.#numberOf(kind))
  }

  async #reach(kind: VisitorKind): Promise<void> {
    const { hands } = this.stage
    const shot = this.#shotOf(kind)
    const plain = (name: string) => (name === 'service' ? shot(name) : Promise.resolve())
    if (kind === 'organisation') return serveByEmail(hands, shot)
    if (kind === 'post' || kind === 'notOurs') {
      await serveByPost(hands, { trackingNo: mail[kind], isRegistered: kind === 'notOurs' }, shot)
      return this.#save(kind, /^邮寄凭证登记/, 'posting')
    }
    if (kind === 'agent') await serveTo(hands, { as: '代收人', name: agent.name }, shot)
    else await recordService(hands, plain)
    await this.#save(kind, /^送达回证/, 'proof-of-service')
  }

  async #receipt(kind: VisitorKind): Promise<string> {
    const { hands, saveTo, fileFor } = this.stage
    const { page } = hands
    const dialog = page.getByRole('dialog', { name: /已登记/ })
    await expect(dialog).toBeVisible({ timeout: 60_000 })
    const requestNo = /[A-Z]{2,6}-[A-Z\d]{1,3}-\d{4}-\d{4}/.exec(await dialog.innerText())?.[0]
    if (!requestNo) throw new Error('the receipt shows no request number')
    if (kind === 'oral') {
      await hands.tabTo(dialog.getByRole('button', { name: '打印申请表' }))
      await hands.press('Enter')
      await expect(page.getByText('已打印申请表，已记入账本')).toBeVisible({ timeout: 60_000 })
      await expect(dialog.getByRole('img', { name: /^申请表/ })).toBeVisible()
      await this.#shotOf(kind)('form')
    }
    await saveFromReceipt(hands, { paper: '登记回执', file: fileFor(fileOf(kind, 'receipt')), saveTo })
    await expect(dialog.getByRole('img', { name: /^登记回执/ })).toBeVisible({ timeout: 60_000 })
    await this.#shotOf(kind)('receipt')
    if (kind === 'post') {
      await saveFromReceipt(hands, { paper: '期限计算书', file: fileFor(fileOf(kind, 'due-date-proof')), saveTo })
    }
    await hands.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('办理经过')).toBeVisible()
    return requestNo
  }

  async #save(kind: VisitorKind, name: RegExp, paper: string): Promise<void> {
    const { hands, saveTo, fileFor } = this.stage
    await savePaper(hands, { name, file: fileFor(fileOf(kind, paper)), saveTo })
  }

  async #scan(kind: VisitorKind, { what, name, lines }: PaperToScan): Promise<void> {
    const { hands, openFrom, fileFor } = this.stage
    const file = fileFor(`${kind}-${name}.pdf`)
    fs.writeFileSync(file, await writtenPage(name, lines))
    await addScan(hands, { file, kind: what, openFrom })
  }

  #numberOf(kind: VisitorKind): string {
    const requestNo = this.numbers.get(kind)
    if (!requestNo) throw new Error(`${kind} has not been registered`)
    return requestNo
  }

  #shotOf(kind: VisitorKind) {
    return (name: string) => this.stage.shot(`${kind}-${name}`)
  }
}

interface PaperToScan {
  readonly what: Kind
  readonly name: string
  readonly lines: readonly string[]
}

const scansOnArrival: Partial<Readonly<Record<VisitorKind, readonly PaperToScan[]>>> = {
  oral: [
    { what: '签名的申请表', name: '按指印的申请表', lines: ['记录已读给本人听，内容无误。', '申请人（指印）：罗桂香'] },
  ],
  agent: [
    {
      ...{ what: '授权委托书', name: '授权委托书' },
      lines: ['委托人：王德福', '受托人：王晓梅', '代为提出申请、领取答复和信息。', '二〇二六年九月十二日'],
    },
  ],
  post: [
    {
      ...{ what: '带邮戳的信封', name: '带邮戳的信封' },
      lines: ['云溪县自然资源局 收', `特快专递 ${mail.in}`, '邮戳：云溪 2026.09.11', '收发室签收：2026年9月12日'],
    },
  ],
}

const scansOnService: typeof scansOnArrival = {
  organisation: [
    {
      ...{ what: '其他材料', name: '电子邮件发送记录' },
      lines: ['发送时间：2026年9月14日', '附件：答复书', '状态：已发送'],
    },
  ],
  partial: [
    { what: '签收的送达回证', name: '签收的送达回证', lines: ['收件人签名：沈玉珍', '签收日期：2026年9月14日'] },
  ],
}
