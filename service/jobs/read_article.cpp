#include "jobs/read_article.hpp"

#include "ingest/near_duplicate.hpp"
#include "linking/story_partition.hpp"
#include "pipeline/pipeline.hpp"
#include "storage/analysis_store.hpp"

namespace throughline::jobs {
namespace {

article_record read(const storage::article_text& article, const pipeline::stage_observer& observer) {
    document doc;
    doc.text = article.text;
    doc.headline = article.headline;
    doc.publisher = article.publisher;
    doc.published = article.published;
    if (article.english) pipeline::run(doc, observer);
    return pipeline::make_record(doc, article.key, article.key);
}

storage::lookup_keys keys_of(const storage::article_text& article, const article_record& record) {
    storage::lookup_keys keys;
    if (!record.terms.empty()) keys.terms = linking::lookup_terms({record.key, record.published, record.terms});
    if (const auto signature = ingest::near_signature::from_bytes(article.signature)) {
        const auto bands = signature->bands();
        keys.bands.assign(bands.begin(), bands.end());
    }
    return keys;
}

}  // namespace

result<bool> read_article(job_context& context, const storage::job& job) {
    const auto article = context.database.run("load_text", storage::access::read, [&](storage::transaction& tx) {
        return storage::load_text(tx, job.subject);
    });
    if (!article) return article.failure();

    article_record record;
    storage::lookup_keys keys;
    if (*article) {
        record = read(**article, context.hooks.stage);
        keys = keys_of(**article, record);
    }
    return context.database.run("store_analysis", storage::access::write,
                                [&](storage::transaction& tx) -> result<bool> {
                                    if (!storage::finish(tx, context.worker, {job.id})) return lost_lease();
                                    // A newer version has a job of its own.
                                    if (*article && storage::still_newest(tx, **article)) {
                                        storage::store_analysis(tx, **article, record, keys);
                                        storage::enqueue(tx, storage::job_kind::form, {job.subject});
                                    }
                                    return true;
                                });
}

}  // namespace throughline::jobs
