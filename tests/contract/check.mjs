// Checks a log of answers against the contract and prints "N passed, N failed": one for the document itself, one for each
// operation and status that was seen, and one failure for each operation that never answered well.
// usage: node check.mjs OPENAPI.yaml ANSWERS.ndjson
import {Validator} from '@seriousme/openapi-schema-validator'
import {createReadStream, readFileSync} from 'node:fs'
import {createInterface} from 'node:readline'
import {parse} from 'yaml'
import {Contract} from './contract.mjs'

const shown = 3
const [contractFile, answersFile] = process.argv.slice(2)
const document = parse(readFileSync(contractFile, 'utf8'))
let passed = 0
let failed = 0
const judge = (what, findings) => {
    if (findings.length === 0) return ++passed
    ++failed
    console.log(`FAILED: ${what}`)
    for (const finding of findings) console.log(`    ${finding}`)
}

const validity = await new Validator().validate(structuredClone(document))
judge('the contract is OpenAPI 3.1', validity.valid ? [] : [].concat(validity.errors).map(error => JSON.stringify(error)))
const contract = new Contract(document)
judge('the contract lets no unknown member pass', contract.openSchemas())

const seen = new Map()
for await (const line of createInterface({input: createReadStream(answersFile)})) {
    const answer = JSON.parse(line)
    const {name, findings} = contract.check(answer)
    const group = seen.get(name) ?? {count: 0, bad: 0, findings: []}
    ++group.count
    if (findings.length > 0 && group.bad++ < shown) group.findings.push(`${answer.target}: ${findings.slice(0, shown).join('; ')}`)
    seen.set(name, group)
}
for (const [name, {count, bad, findings}] of [...seen].sort(([one], [other]) => (one < other ? -1 : 1)))
    judge(`${name}: ${bad} of ${count} answers`, findings)
for (const operation of contract.operations())
    if (![...seen.keys()].some(name => name.startsWith(`${operation} 2`))) judge(`${operation} was never seen to succeed`, ['no answer'])

const answers = [...seen.values()].reduce((sum, {count}) => sum + count, 0)
console.log(`contract: ${answers} answers of ${seen.size} kinds`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
