// The checker itself: what it must not let pass.
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {Contract} from './contract.mjs'

const document = {
    openapi: '3.1.0',
    info: {title: 'Test', version: '1'},
    paths: {
        '/things/{id}': {
            get: {
                responses: {
                    200: {
                        description: 'A thing',
                        headers: {'X-Count': {required: true, schema: {type: 'integer'}}},
                        content: {'application/json': {schema: {$ref: '#/components/schemas/Thing'}}},
                    },
                    404: {$ref: '#/components/responses/NotFound'},
                },
            },
        },
        '/things/best': {
            get: {
                responses: {
                    200: {
                        description: 'A stream',
                        content: {'text/event-stream': {schema: {type: 'string'}, 'x-events': {change: {$ref: '#/components/schemas/Thing'}}}},
                    },
                },
            },
        },
    },
    components: {
        responses: {NotFound: {description: 'None', content: {'application/problem+json': {schema: {$ref: '#/components/schemas/Problem'}}}}},
        schemas: {
            Thing: {type: 'object', additionalProperties: false, required: ['id'], properties: {id: {type: 'string'}, born: {type: 'string', format: 'date'}}},
            Problem: {type: 'object', additionalProperties: false, required: ['code'], properties: {code: {type: 'string'}}},
        },
    },
}
const contract = new Contract(document)
const answer = changes => ({
    method: 'GET', target: '/things/a?x=1', status: 200, body: '{"id":"a"}',
    headers: {'content-type': 'application/json', 'x-count': '1'}, ...changes,
})
const findings = changes => contract.check(answer(changes)).findings
const headers = changes => ({...answer().headers, ...changes})

test('what is described passes', () => {
    assert.deepEqual(findings({}), [])
    assert.deepEqual(findings({method: 'HEAD', body: ''}), [])
    assert.deepEqual(findings({status: 404, body: '{"code":"none"}', headers: {'content-type': 'application/problem+json'}}), [])
    assert.deepEqual(findings({target: '/things/best', event: 'change', data: '{"id":"a"}'}), [])
    assert.deepEqual(findings({target: '/none', status: 404, body: '{"code":"none"}'}), [])
})

test('an undescribed member, status, type, event or path does not pass', () => {
    assert.notDeepEqual(findings({body: '{"id":"a","colour":"red"}'}), [])
    assert.notDeepEqual(findings({status: 418}), [])
    assert.notDeepEqual(findings({headers: headers({'content-type': 'text/html'})}), [])
    assert.notDeepEqual(findings({target: '/things/best', event: 'other', data: '{"id":"a"}'}), [])
    assert.notDeepEqual(findings({target: '/none'}), [])
    assert.notDeepEqual(findings({method: 'POST'}), [])
})

test('a value, a format or a header that does not fit does not pass', () => {
    assert.notDeepEqual(findings({body: '{"id":1}'}), [])
    assert.notDeepEqual(findings({body: '{"id":"a","born":"2018-02-30"}'}), [])
    assert.notDeepEqual(findings({body: '{}'}), [])
    assert.notDeepEqual(findings({body: 'not json'}), [])
    assert.notDeepEqual(findings({headers: headers({'x-count': 'many'})}), [])
    assert.notDeepEqual(findings({headers: {'content-type': 'application/json'}}), [])
    assert.notDeepEqual(findings({method: 'HEAD'}), [])
})

test('a literal path goes before a name, and a schema that is open is found', () => {
    assert.equal(contract.template('/things/best'), '/things/best')
    assert.equal(contract.template('/things/b'), '/things/{id}')
    assert.deepEqual(contract.openSchemas(), [])
    const open = structuredClone(document)
    delete open.components.schemas.Thing.additionalProperties
    assert.deepEqual(new Contract(open).openSchemas(), ['#/components/schemas/Thing'])
})
