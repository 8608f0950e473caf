// Writes down what fetch() gets from the service, as tests/support/answer_log.hpp does for the tests in C++.
import {appendFileSync} from 'node:fs'

/// From now on the answers of this server are checked against the contract, where THROUGHLINE_RECORD names a file.
export function logAnswersOf(base) {
    const file = process.env.THROUGHLINE_RECORD
    if (!file) return
    const plain = globalThis.fetch
    globalThis.fetch = async (resource, options = {}) => {
        const answer = await plain(resource, options)
        const url = new URL(resource.url ?? resource)
        const type = answer.headers.get('content-type') ?? ''
        if (url.origin !== new URL(base).origin || answer.redirected || type.startsWith('text/event-stream')) return answer
        const line = {
            method: (options.method ?? resource.method ?? 'GET').toUpperCase(), target: url.pathname + url.search,
            status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.clone().text(),
        }
        appendFileSync(file, JSON.stringify(line) + '\n')
        return answer
    }
}
