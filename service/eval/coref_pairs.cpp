// `throughline-eval coref-pairs`: what the weights of event coreference are learned from.
#include "eval/commands.hpp"
#include "eval/coref_document.hpp"
#include "eval/files.hpp"
#include "linking/candidate_pairs.hpp"
#include "linking/pair_features.hpp"

#include <charconv>
#include <string>

namespace throughline::eval {
namespace {

void append_row(bool same, const linking::feature_values& values, std::string& rows) {
    rows.push_back(same ? '1' : '0');
    for (const double value : values) {
        char digits[32];
        const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::general, 6).ptr;
        rows.push_back('\t');
        rows.append(digits, end);
    }
    rows.push_back('\n');
}

}  // namespace

void run_coref_pairs(const corpus_files& files) {
    const auto documents = read_coref_documents(read_file(files.input), mention_source::marked);
    std::string rows;
    for (const auto& members : stories_of(documents)) {
        const auto records = records_of(documents, members);
        linking::growing_mentions mentions;
        mentions.grow(records);
        const auto& story = mentions.story();
        const auto cluster = [&](std::uint32_t mention) -> const std::string& {
            const auto ref = story.mentions[mention].ref;
            return documents[members[ref.article]].clusters[ref.mention];
        };
        for (const auto& pair : linking::candidate_blocks().update(story, mentions.changes())) {
            const auto values = linking::compare(story.mentions[pair.left], story.mentions[pair.right], story);
            append_row(cluster(pair.left) == cluster(pair.right), values, rows);
        }
    }
    write_file(files.output, rows);
}

}  // namespace throughline::eval
