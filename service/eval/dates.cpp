// `throughline-eval dates`: the days of a topic that a timeline of it would tell of (Timeline17).
#include "eval/commands.hpp"
#include "eval/files.hpp"
#include "eval/story_index.hpp"
#include "pipeline/pipeline.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace throughline::eval {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

struct dates_options {
    std::string topics;
    std::string gold;
    std::string output;
};

/// What may be known of a gold timeline.
struct [[maybe_unused]] gold_frame {
    std::size_t count = 0;
    day first{};
    day last{};
};

std::vector<article_record> read_topic(const fs::path& file) {
    std::vector<article_record> records;
    for_each_line(read_file(file), [&](const std::string& line) {
        const auto object = json::parse(line).as_object();
        document doc;
        doc.text = object.at("text").as_string();
        doc.published = parse_day(std::string(object.at("date").as_string())).value_or(day{});
        pipeline::run(doc);
        const std::string key(object.at("id").as_string());
        records.push_back(pipeline::make_record(doc, key, key));
        std::cerr << "A\t" << to_string(doc.published) << "\t" << doc.sentences.size() << "\t" << key << "\n";
        for (const auto& t : doc.timexes)
            if (t.first && t.last && t.first == t.last && !t.tokens.empty())
                std::cerr << "T\t" << to_string(*t.first) << "\t" << doc.tokens[t.tokens.first].sentence << "\t"
                          << t.value << "\n";
        for (const auto& m : records.back().mentions)
            std::cerr << "M\t" << (m.time.first ? to_string(*m.time.first) : "-") << "\t"
                      << (m.time.last ? to_string(*m.time.last) : "-") << "\t" << name(m.time.basis) << "\t"
                      << m.sentence << "\t" << m.type << "\t" << name(m.status) << "\t" << m.background << "\n";
    });
    return records;
}

void run(const dates_options& options) {
    fs::create_directories(options.output);
    for (const auto& topic : fs::directory_iterator(options.topics)) {
        const auto records = read_topic(topic.path());
    }
}

}  // namespace

void add_dates(CLI::App& app) {
    auto options = std::make_shared<dates_options>();
    auto* command = app.add_subcommand("dates", "the days that a timeline of a topic would tell of, Timeline17");
    command->add_option("topics", options->topics, "folder of TOPIC.jsonl with id, date and text")->required();
    command
        ->add_option("gold", options->gold,
                     "folder of TOPIC_NAME.txt: only the number of dates, the first and the last are read")
        ->required();
    command->add_option("output", options->output, "folder to write timelines to")->required();
    command->callback([options] { run(*options); });
}

}  // namespace throughline::eval
