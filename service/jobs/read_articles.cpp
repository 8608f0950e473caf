#include "jobs/read_articles.hpp"

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

storage::lookup_keys keys_of(const storage::article_text& article, const article_record& record,
                             const std::string& reader) {
    storage::lookup_keys keys;
    keys.reader = reader;
    if (!record.terms.empty()) keys.terms = linking::lookup_terms({record.key, record.published, record.terms});
    if (const auto signature = ingest::near_signature::from_bytes(article.signature)) {
        const auto bands = signature->bands();
        keys.bands.assign(bands.begin(), bands.end());
    }
    return keys;
}

}  // namespace

result<bool> read_articles(job_context& context, const std::vector<storage::job>& jobs) {
    std::vector<std::string> subjects;
    std::vector<std::int64_t> ids;
    for (const auto& job : jobs) {
        subjects.push_back(job.subject);
        ids.push_back(job.id);
    }
    auto articles = context.database.run("load_texts", storage::access::read,
                                         [&](storage::transaction& tx) { return storage::load_texts(tx, subjects); });
    if (!articles) return articles.failure();

    std::vector<storage::analysis> analyses;
    for (auto& article : *articles) {
        auto record = read(article, context.hooks.stage);
        auto keys = keys_of(article, record, context.reader);
        analyses.push_back({std::move(article), std::move(record), std::move(keys)});
    }
    return context.database.run(
        "store_analyses", storage::access::write, [&](storage::transaction& tx) -> result<bool> {
            if (!storage::finish(tx, context.worker, ids)) return lost_lease();
            storage::enqueue(tx, storage::job_kind::form, storage::store_analyses(tx, analyses));
            return true;
        });
}

}  // namespace throughline::jobs
