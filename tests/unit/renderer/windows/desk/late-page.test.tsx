import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { latePage } from '../../../../../renderer/windows/desk/late-page'

const Desk = ({ name }: { readonly name: string }) => <h1>{name}</h1>

test('a page that is not read yet shows nothing at first; prepared, it is there in the same turn', async () => {
  let reads = 0
  const { Page, prepare } = latePage(async () => (reads++, Desk))
  expect(renderToStaticMarkup(<Page name="办件" />)).toBe('')
  await prepare()
  await prepare()
  expect(reads).toBe(1)
  expect(renderToStaticMarkup(<Page name="办件" />)).toBe('<h1>办件</h1>')
})

test('a file that could not be read while the window idled is asked for again, and nothing is thrown meanwhile', async () => {
  let reads = 0
  const { Page, prepare } = latePage(async () => {
    if (++reads === 1) throw new TypeError('the file is gone')
    return Desk
  })
  await expect(prepare()).resolves.toBeUndefined()
  expect(renderToStaticMarkup(<Page name="设置" />)).toBe('')
  await prepare()
  expect(reads).toBe(2)
  expect(renderToStaticMarkup(<Page name="设置" />)).toBe('<h1>设置</h1>')
})
