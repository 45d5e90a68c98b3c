import { expect, test } from './office-test'

test('the watch over every test here sees an error, an exception, a breach of the policy and a call outside', async ({
  desk,
}) => {
  await desk.page.evaluate(async () => {
    console.error('planted error')
    queueMicrotask(() => {
      throw new Error('planted exception')
    })
    const style = document.createElement('style')
    style.textContent = 'body{color:red}'
    document.head.append(style)
    await fetch('https://records-desk.invalid/').catch(() => undefined)
  })
  await expect.poll(() => desk.reachedFor()).toHaveLength(1)
  await desk.close()
  const seen = desk.complaints.splice(0).join('\n')
  expect(seen).toContain('planted error')
  expect(seen).toContain('planted exception')
  expect(seen).toContain('style-src')
  expect(seen).toMatch(/reached for .*records-desk\.invalid/)
})
