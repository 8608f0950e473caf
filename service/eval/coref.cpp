// `throughline-eval coref`: the same event in many documents, on the ECB+ corpus.
#include "eval/commands.hpp"
#include "eval/coref_document.hpp"
#include "eval/files.hpp"
#include "linking/coreference.hpp"

#include <boost/json.hpp>

#include <string>
#include <vector>

namespace throughline::eval {
namespace {

namespace json = boost::json;

std::string row(const coref_document& doc, std::size_t mention, const std::string& cluster) {
    const auto& where = doc.mentions[mention];
    const json::object object{{"doc_id", doc.name},
                              {"sent", where.sentence},
                              {"tokens", json::value_from(where.tokens)},
                              {"cluster", cluster}};
    return json::serialize(object) + '\n';
}

}  // namespace

void run_coref(const coref_options& options) {
    const auto source = options.gold_mentions ? mention_source::marked : mention_source::own;
    const auto documents = read_coref_documents(read_file(options.input), source);
    std::string rows;
    std::size_t cluster = 0;
    for (const auto& members : stories_of(documents)) {
        const auto records = records_of(documents, members);
        for (const auto& event : linking::resolve(records)) {
            const auto name = "e" + std::to_string(cluster++);
            for (const auto& ref : event.mentions) rows += row(documents[members[ref.article]], ref.mention, name);
        }
    }
    write_file(options.output, rows);
}

}  // namespace throughline::eval
