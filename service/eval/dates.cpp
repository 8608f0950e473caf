// `throughline-eval dates`: the days that a timeline of a topic would tell of (Timeline17).
#include "eval/commands.hpp"
#include "eval/files.hpp"
#include "eval/story_index.hpp"
#include "eval/topic_days.hpp"
#include "language/tag.hpp"
#include "temporal/temporal.hpp"
#include "text/tokenize.hpp"

#include <boost/json.hpp>

#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>

namespace throughline::eval {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

topic_days read_topic(const fs::path& file) {
    topic_days topic;
    for_each_line(read_file(file), [&](const std::string& line) {
        const auto object = json::parse(line).as_object();
        document doc;
        doc.text = object.at("text").as_string();
        doc.published = parse_day(std::string(object.at("date").as_string())).value_or(day{});
        text::tokenize(doc);
        language::tag(doc);
        temporal::tag(doc);
        topic.add(doc);
    });
    return topic;
}

/// The dates of a gold timeline, of which only the number, the first and the last may be used.
std::set<day> gold_dates(const fs::path& file) {
    std::set<day> dates;
    for_each_line(read_file(file), [&](const std::string& line) {
        if (const auto date = parse_day(line.substr(0, line.find_last_not_of(" \r") + 1))) dates.insert(*date);
    });
    if (dates.empty()) throw std::runtime_error("no date in " + file.string());
    return dates;
}

std::string write_days(const std::vector<told_day>& days) {
    std::string lines;
    for (const auto& one : days)
        lines += to_string(one.when) + '\n' + one.sentence + "\n--------------------------------\n";
    return lines;
}

}  // namespace

void run_dates(const dates_options& options) {
    fs::create_directories(options.output);
    for (const auto& topic : fs::directory_iterator(options.topics)) {
        const auto days = read_topic(topic.path());
        const auto prefix = topic.path().stem().string() + '_';
        for (const auto& gold : fs::directory_iterator(options.gold)) {
            const auto name = gold.path().filename();
            if (!name.string().starts_with(prefix)) continue;
            const auto dates = gold_dates(gold.path());
            const auto told = days.best(dates.size(), *dates.begin(), *dates.rbegin());
            write_file(fs::path(options.output) / name, write_days(told));
        }
    }
}

}  // namespace throughline::eval
