// `throughline-eval document-frequency`: makes service/pipeline/data/document_frequency.tsv.
#include "eval/commands.hpp"
#include "eval/files.hpp"
#include "eval/story_index.hpp"
#include "pipeline/pipeline.hpp"
#include "pipeline/terms.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace throughline::eval {
namespace {

constexpr const char* header =
    "# Documents that hold a term, counted over a sample of English news articles of many outlets.\n"
    "# Rows: term TAB documents. The first row is the size of the sample. Terms: \"w:\" and a lemma, \"e:\" and an "
    "entity "
    "key.\n";

}  // namespace

void run_document_frequency(const frequency_options& options) {
    std::unordered_map<std::string, std::uint32_t> documents_with;
    std::uint32_t documents = 0;
    for_each_line(read_file(options.input), [&](const std::string& line) {
        const auto article = boost::json::parse(line).as_object();
        document doc;
        doc.text = article.at("text").as_string();
        pipeline::run(doc);
        for (const auto& [term, count] : pipeline::term_counts(doc)) ++documents_with[term];
        ++documents;
    });

    std::vector<std::pair<std::string, std::uint32_t>> rows(documents_with.begin(), documents_with.end());
    std::erase_if(rows, [&](const auto& row) { return row.second < options.least; });
    std::sort(rows.begin(), rows.end(), [](const auto& left, const auto& right) {
        return left.second != right.second ? left.second > right.second : left.first < right.first;
    });
    std::string table = header + ('\t' + std::to_string(documents)) + '\n';
    for (const auto& [term, count] : rows) table += term + '\t' + std::to_string(count) + '\n';
    write_file(options.output, table);
}

}  // namespace throughline::eval
