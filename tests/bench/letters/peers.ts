import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { composeLetter } from '../../../shared/letters/compose-letter'
import { makeLetter } from '../../../shared/letters/make-letter'
import type { LetterModel } from '../../../shared/letters/letter-model'
import { findBrowser } from '../../support/browser/find-browser'
import { testFonts } from '../../support/pdf/font-files'
import { processorSeconds } from './processor-time'

/** One letter as any program would take it: its head, its title, and its paragraphs. */
export interface PlainLetter {
  readonly model: LetterModel
  readonly agency: string
  readonly number: string
  readonly title: string
  readonly paragraphs: readonly string[]
}

export interface Peer {
  readonly name: string
  readonly make: (letter: PlainLetter) => Promise<Uint8Array>
  /** Processor time used so far, seconds; of this process where it is not given. */
  readonly cpu?: () => Promise<number>
  readonly close?: () => Promise<void>
}

export interface MissingPeer {
  readonly name: string
  readonly why: string
}

export function plainLetter(model: LetterModel): PlainLetter {
  const [agency = '', number = '', title = '', ...paragraphs] = composeLetter(model, testFonts()).text.split('\n')
  return { model, agency, number, title, paragraphs }
}

const product = createRequire(import.meta.url)
const peers = createRequire(path.join(import.meta.dirname, '../package.json'))
const fontFile = (name: string) => product.resolve(name)
const serif = fontFile('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
const black = fontFile('@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf')
const MM = 72 / 25.4
/** Left, top, right, bottom of GB/T 9704, pt. */
const margins = { left: 28 * MM, top: 37 * MM, right: 26 * MM, bottom: 35 * MM }

/** The same letters through each program with the same two fonts; whoever cannot be had is named with its reason. */
export async function openPeers(): Promise<{ peers: readonly Peer[]; missing: readonly MissingPeer[] }> {
  const found: Peer[] = []
  const missing: MissingPeer[] = []
  for (const [name, open] of Object.entries(openers)) {
    try {
      found.push({ name, ...(await open()) })
    } catch (cause) {
      missing.push({ name, why: (cause as Error).message.split('\n')[0] ?? 'unknown' })
    }
  }
  return { peers: found, missing }
}

const openers: Readonly<Record<string, () => Promise<Omit<Peer, 'name'>>>> = {
  'Records Desk': async () => {
    const fonts = testFonts()
    return {
      make: async ({ model }) => {
        const made = await makeLetter(model, fonts)
        if (!made.ok) throw new Error(made.problem.kind)
        return made.value.bytes
      },
    }
  },
  pdfkit: async () => openPdfKit(),
  pdfmake: async () => openPdfMake(),
  'Chromium print to PDF': async () => openChromium(),
  Typst: async () => openTypst(),
}

interface PdfKitDocument {
  on(event: 'data' | 'end', listener: (chunk: Buffer) => void): this
  registerFont(name: string, source: Buffer): this
  font(name: string): this
  fontSize(size: number): this
  fillColor(colour: string): this
  text(text: string, options?: object): this
  moveDown(lines: number): this
  end(): void
}

function openPdfKit(): Omit<Peer, 'name'> {
  const PdfDocument = peers('pdfkit') as new (options: object) => PdfKitDocument
  const [body, title] = [fs.readFileSync(serif), fs.readFileSync(black)]
  return {
    make: letter =>
      new Promise(resolve => {
        const chunks: Buffer[] = []
        const document = new PdfDocument({ size: 'A4', margins })
        document.on('data', chunk => chunks.push(chunk))
        document.on('end', () => resolve(Buffer.concat(chunks)))
        document.registerFont('body', body).registerFont('title', title)
        document.font('title').fontSize(38).fillColor('red').text(letter.agency, { align: 'center' })
        document.font('body').fontSize(16).fillColor('black').text(letter.number, { align: 'right' }).moveDown(2)
        document.font('title').fontSize(22).text(letter.title, { align: 'center' }).moveDown(1)
        document.font('body').fontSize(16)
        for (const paragraph of letter.paragraphs)
          document.text(paragraph, { indent: 32, lineGap: 8, align: 'justify' })
        document.end()
      }),
  }
}

interface PdfMake {
  setFonts(fonts: object): void
  setUrlAccessPolicy(policy: () => boolean): void
  setLocalAccessPolicy(policy: () => boolean): void
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> }
}

function openPdfMake(): Omit<Peer, 'name'> {
  const pdfMake = peers('pdfmake') as PdfMake
  pdfMake.setUrlAccessPolicy(() => false)
  pdfMake.setLocalAccessPolicy(() => true)
  pdfMake.setFonts({ Serif: { normal: serif, bold: black } })
  return {
    make: ({ agency, number, title, paragraphs }) =>
      pdfMake
        .createPdf({
          pageSize: 'A4',
          pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
          defaultStyle: { font: 'Serif', fontSize: 16, lineHeight: 1.2 },
          content: [
            { text: agency, fontSize: 38, bold: true, color: 'red', alignment: 'center' },
            { text: number, alignment: 'right', margin: [0, 0, 0, 40] },
            { text: title, fontSize: 22, bold: true, alignment: 'center', margin: [0, 0, 0, 20] },
            ...paragraphs.map(text => ({ text, leadingIndent: 32, alignment: 'justify' })),
          ],
        })
        .getBuffer(),
  }
}

const escaped = (text: string) => text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)

async function openChromium(): Promise<Omit<Peer, 'name'>> {
  const found = await findBrowser()
  const browser = await chromium.launch({
    executablePath: found.executable,
    args: [...found.args],
    env: { ...process.env, ...found.env } as Record<string, string>,
  })
  const page = await browser.newPage()
  const face = (name: string, file: string) =>
    `@font-face{font-family:${name};src:url(data:font/ttf;base64,${fs.readFileSync(file).toString('base64')})}`
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${face('body', serif)}${face('title', black)}
    @page{size:A4;margin:37mm 26mm 35mm 28mm}body{margin:0;font:16pt/29pt body;text-align:justify}p{margin:0;text-indent:2em}
    h1{font:38pt title;color:red;text-align:center;margin:0}h2{font:22pt title;text-align:center}.no{text-align:right}</style><body>`,
  )
  return {
    make: async ({ agency, number, title, paragraphs }) => {
      const html =
        `<h1>${escaped(agency)}</h1><p class="no">${escaped(number)}</p><h2>${escaped(title)}</h2>` +
        paragraphs.map(text => `<p>${escaped(text)}</p>`).join('')
      await page.evaluate(async body => {
        document.body.innerHTML = body
        await document.fonts.ready
      }, html)
      return page.pdf({ preferCSSPageSize: true })
    },
    cpu: () => processorSeconds(browser),
    close: () => browser.close(),
  }
}

interface TypstCompiler {
  pdf(source: { mainFileContent: string }): Buffer
  evictCache(maxAge: number): void
}

function openTypst(): Omit<Peer, 'name'> {
  const { NodeCompiler } = peers('@myriaddreamin/typst-ts-node-compiler') as {
    NodeCompiler: { create(options: object): TypstCompiler }
  }
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [fs.readFileSync(serif), fs.readFileSync(black)] }] })
  const content = (text: string) => `#${JSON.stringify(text)}`
  return {
    make: async ({ agency, number, title, paragraphs }) => {
      const bytes = compiler.pdf({
        mainFileContent: [
          '#set page(paper: "a4", margin: (left: 28mm, right: 26mm, top: 37mm, bottom: 35mm))',
          '#set text(font: "Noto Serif SC", size: 16pt, lang: "zh", region: "cn")',
          '#set par(justify: true, leading: 13pt, first-line-indent: (amount: 2em, all: true))',
          `#align(center, text(size: 38pt, weight: 900, fill: red)[${content(agency)}])`,
          `#align(right)[${content(number)}]`,
          `#align(center, text(size: 22pt, weight: 900)[${content(title)}])`,
          ...paragraphs.map(content),
        ].join('\n\n'),
      })
      compiler.evictCache(5)
      return bytes
    },
  }
}
