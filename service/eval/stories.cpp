// `throughline-eval stories`: which documents of a corpus tell one story.
#include "eval/article_line.hpp"
#include "eval/commands.hpp"
#include "eval/files.hpp"
#include "eval/story_index.hpp"
#include "pipeline/pipeline.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace throughline::eval {
namespace {

namespace json = boost::json;

linking::article_profile read(const json::object& line) {
    document doc = document_of(line);
    pipeline::run(doc);
    const auto key = key_of(line);
    auto record = pipeline::make_record(doc, key, key);
    return {key, record.published, std::move(record.terms)};
}

std::vector<linking::article_profile> read_all(const std::string& lines) {
    std::vector<linking::article_profile> profiles;
    for_each_line(lines, [&](const std::string& line) { profiles.push_back(read(json::parse(line).as_object())); });
    std::sort(profiles.begin(), profiles.end(), [](const auto& l, const auto& r) { return l.key < r.key; });
    return profiles;
}

}  // namespace

void run_stories(const corpus_files& files) {
    const auto profiles = read_all(read_file(files.input));
    const auto stories = partition_all(profiles);
    std::string rows;
    for (std::size_t i = 0; i < profiles.size(); ++i) rows += profiles[i].key + '\t' + profiles[stories[i]].key + '\n';
    write_file(files.output, rows);
}

}  // namespace throughline::eval
