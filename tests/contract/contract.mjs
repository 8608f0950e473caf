// Holds answers of the service to an OpenAPI 3.1 document; ajv judges by JSON Schema 2020-12.
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const methods = ['get', 'put', 'post', 'delete', 'patch']

const pointer = (...parts) => '#/' + parts.map(part => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')

export class Contract {
    constructor(document) {
        this.document = document
        this.ajv = this.#makeAjv({})
        this.headerAjv = this.#makeAjv({coerceTypes: true})
        this.paths = Object.keys(document.paths).map(path => ({path, segments: path.split('/')}))
        // A literal segment goes before a name.
        this.paths.sort((one, other) => names(one) - names(other))
    }

    #makeAjv(options) {
        const ajv = new Ajv2020({strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true, ...options})
        addFormats(ajv)
        ajv.addVocabulary(['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components'])  // of the document around
        ajv.addSchema(this.document, 'contract', false, false)
        return ajv
    }

    /// What $ref leads to, and where that stands.
    #resolve(where) {
        let value = this.document
        for (const part of where.slice(2).split('/')) value = value?.[decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')]
        return value?.$ref ? this.#resolve(value.$ref) : {value, where}
    }

    /// The template that a path fits, undefined where there is none.
    template(path) {
        const segments = path.split('/')
        return this.paths.find(known => known.segments.length === segments.length &&
            known.segments.every((part, i) => part.startsWith('{') ? segments[i] !== '' : part === segments[i]))?.path
    }

    operations() {
        return Object.entries(this.document.paths)
            .flatMap(([path, item]) => methods.filter(method => item[method]).map(method => `${method.toUpperCase()} ${path}`))
    }

    /// Under which operation and status an answer belongs, and the sentences that say what is wrong with it.
    check(answer) {
        const path = this.template(answer.target.split('?')[0])
        const place = path ? this.document.paths[path] : {}
        const method = answer.method === 'HEAD' ? 'get' : answer.method.toLowerCase()
        const name = `${answer.method} ${path ?? 'elsewhere'} ${answer.event ? `event ${answer.event}` : answer.status}`
        if (answer.event) return {name, findings: this.#checkEvent(answer, path)}
        if (answer.method === 'OPTIONS') return {name, findings: this.#checkRefusal(answer, [204, 404, 503])}
        if (!path) return {name, findings: this.#checkRefusal(answer, [404, 503])}
        if (!place[method]) return {name, findings: this.#checkRefusal(answer, [405, 503])}
        return {name, findings: this.#checkDescribed(answer, pointer('paths', path, method, 'responses', String(answer.status)))}
    }

    /// Answers that no operation describes: unknown paths, other methods.
    #checkRefusal(answer, statuses) {
        const findings = statuses.includes(answer.status) ? [] : [`${answer.status} where nothing is described`]
        if ([204, 405].includes(answer.status) && !answer.headers.allow) findings.push('lacks Allow')
        if (answer.status >= 400) findings.push(...this.#checkJson(answer.body, '#/components/schemas/Problem'))
        return findings
    }

    #checkDescribed(answer, where) {
        const described = this.#resolve(where)
        if (!described.value) return ['the status is not described']
        return [...this.#checkHeaders(answer, described), ...this.#checkBody(answer, described)]
    }

    #checkHeaders(answer, described) {
        const findings = []
        for (const name of Object.keys(described.value.headers ?? {})) {
            const header = this.#resolve(`${described.where}/headers/${name}`)
            const value = answer.headers[name.toLowerCase()]
            if (value === undefined) {
                if (header.value.required) findings.push(`lacks the header ${name}`)
                continue
            }
            findings.push(...this.#errors(this.headerAjv, `${header.where}/schema`, value, `header ${name}`))
        }
        return findings
    }

    #checkBody(answer, described) {
        const content = described.value.content
        if (answer.method === 'HEAD') return answer.body ? ['HEAD has a body'] : []
        if (!content) return answer.body ? ['a body is not described'] : []
        const type = (answer.headers['content-type'] ?? '').split(';')[0].trim()
        if (!content[type]) return [`the content type "${type}" is not described`]
        const schema = described.where + pointer('content', type, 'schema').slice(1)
        if (type.endsWith('json')) return this.#checkJson(answer.body, schema)
        return this.#errors(this.ajv, schema, answer.body, 'body')
    }

    #checkEvent(answer, path) {
        const where = pointer('paths', path, 'get', 'responses', '200', 'content', 'text/event-stream', 'x-events', answer.event)
        const described = this.#resolve(where)
        return described.value ? this.#checkJson(answer.data, described.where) : ['the event is not described']
    }

    #checkJson(text, schema) {
        let value
        try {
            value = JSON.parse(text)
        } catch (problem) {
            return [`is not JSON: ${problem.message}`]
        }
        return this.#errors(this.ajv, schema, value, 'body')
    }

    #errors(ajv, where, value, what) {
        const validate = ajv.getSchema(`contract${where}`)
        if (validate(value)) return []
        return validate.errors.map(({instancePath, message, params}) => `${what}${instancePath} ${message} ${JSON.stringify(params)}`)
    }

    /// Schemas of responses that would let a member pass that they do not describe.
    openSchemas() {
        const found = []
        const walk = (schema, where) => {
            if (schema === null || typeof schema !== 'object') return
            if (schema.properties && schema.additionalProperties === undefined && schema.unevaluatedProperties === undefined)
                found.push(where)
            for (const [key, value] of Object.entries(schema)) walk(value, `${where}/${key}`)
        }
        for (const [name, schema] of Object.entries(this.document.components.schemas))
            if (!name.endsWith('Input')) walk(schema, `#/components/schemas/${name}`)
        for (const [path, item] of Object.entries(this.document.paths))
            for (const method of methods) walk(item[method]?.responses, pointer('paths', path, method, 'responses'))
        return found
    }
}

const names = ({segments}) => segments.filter(part => part.startsWith('{')).length
