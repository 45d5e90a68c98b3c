import { expect, test } from 'vitest'
import { sbomOf, type Bom } from '../../../build/pack/sbom'

const component = (name: string, ref: string) => ({
  ...{ 'bom-ref': ref, name, version: ref.slice(ref.lastIndexOf('@') + 1), purl: `pkg:npm/${ref}` },
  ...{ scope: 'optional', properties: [{ name: 'cdx:npm:package:development', value: 'true' }] },
})
const whole: Bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  metadata: { component: component('folder', 'desk@1.0.0') },
  components: [
    component('a', 'a@1.0.0'),
    component('a', 'a@2.0.0'),
    component('lib', '@x/lib@1.1.0'),
    component('electron', 'electron@45.0.0'),
  ],
  dependencies: [
    { ref: 'desk@1.0.0', dependsOn: ['a@1.0.0', 'eslint@1.0.0'] },
    { ref: '@x/lib@1.1.0', dependsOn: ['a@1.0.0', 'a@2.0.0'] },
  ],
}

test('only what is bundled, in the version that is bundled, under its own name, and Electron', () => {
  const bom = sbomOf(whole, [
    { name: 'a', version: '1.0.0' },
    { name: '@x/lib', version: '1.1.0' },
  ])
  expect(bom.components.map(one => [one.name, one.version, one['scope'], one['properties']])).toEqual([
    ['a', '1.0.0', 'required', undefined],
    ['@x/lib', '1.1.0', 'required', undefined],
    ['electron', '45.0.0', 'required', undefined],
  ])
  expect(bom.metadata.component).toMatchObject({ name: 'desk', type: 'application' })
  expect(bom.dependencies).toEqual([
    { ref: 'desk@1.0.0', dependsOn: ['a@1.0.0', '@x/lib@1.1.0', 'electron@45.0.0'] },
    { ref: '@x/lib@1.1.0', dependsOn: ['a@1.0.0'] },
  ])
})

test('a bundled package that is not locked stops the packing', () => {
  expect(() => sbomOf(whole, [{ name: 'b', version: '1.0.0' }])).toThrow('b@1.0.0')
})
