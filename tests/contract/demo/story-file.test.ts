import { expect, test } from 'vitest'
import { storyFrom } from '../../demo/visit/story-file'
import { defaultStory } from '../../demo/hands/people-of-the-story'

test('what the file says comes first, what it leaves out comes from the story', () => {
  const story = storyFrom('{"applicant":{"name":"李喆堃"},"search":{"found":0}}')
  expect(story.applicant).toEqual({ ...defaultStory.applicant, name: '李喆堃' })
  expect(story.search).toEqual({ ...defaultStory.search, found: 0 })
  expect(storyFrom('{}')).toEqual(defaultStory)
})

test.each([
  ['a misspelt field', '{"applicant":{"nmae":"李喆堃"}}', /applicant: .*nmae/],
  ['a misspelt part', '{"aplicant":{}}', /aplicant/],
  ['a number as text', '{"search":{"found":"0"}}', /search\.found/],
  ['no page', '{"attachment":{"pages":0}}', /attachment\.pages/],
  ['no JSON', 'name: 李喆堃', /not JSON/],
])('%s is refused with its place', (_what, json, said) => {
  expect(() => storyFrom(json)).toThrow(said)
})
