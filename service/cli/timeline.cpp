#include "cli/commands.hpp"
#include "cli/service_options.hpp"
#include "cli/story_query.hpp"
#include "cli/terminal.hpp"
#include "cli/timeline_text.hpp"
#include "exports/format.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/serialize.hpp>

#include <array>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace throughline::cli {
namespace {

/// The options that narrow a timeline are the API's parameters with dashes for underscores.
struct filter_option {
    const char* option;
    const char* parameter;
    const char* meaning;
};
constexpr std::array<filter_option, 6> filter_options{{
    {"--from", "from", "Events that can lie on this day (YYYY-MM-DD) or later"},
    {"--to", "to", "Events that can lie on this day or earlier"},
    {"--type", "type", "Events of this type of the ontology"},
    {"--participant", "participant", "Events that this person, place or body takes part in"},
    {"--min-sources", "min_sources", "Events that at least so many publishers tell of"},
    {"--max", "max", "The best so many events"},
}};

struct timeline_arguments {
    service_options service;
    std::string story;
    std::string format = "text";
    std::array<std::string, filter_options.size()> filters;

    timeline_filters given() const {
        timeline_filters list;
        for (std::size_t i = 0; i < filters.size(); ++i)
            if (!filters[i].empty()) list.emplace_back(filter_options[i].parameter, filters[i]);
        return list;
    }
};

int told_failure(const error& failure, const service_address& address) {
    const bool unavailable = failure.code == errc::unavailable;
    std::cerr << "throughline: ";
    if (unavailable) std::cerr << "no service answers at " << address.text() << " (";
    std::cerr << printable(failure.detail) << (unavailable ? ")\n" : "\n");
    if (failure.code == errc::invalid_field) return exit_usage;
    return unavailable ? exit_unavailable : exit_failed;
}

int print_export(const timeline_arguments& arguments) {
    const auto address = arguments.service.address();
    const auto text = read_export(address, arguments.service.key, arguments.story, arguments.given(), arguments.format);
    if (!text) return told_failure(text.failure(), address);
    std::cout << *text << std::flush;
    return exit_done;
}

int print_timeline(const timeline_arguments& arguments) {
    const auto address = arguments.service.address();
    const bool as_text = arguments.format == "text";
    auto told = read_story(address, arguments.service.key, arguments.story, arguments.given(), as_text);
    if (!told) return told_failure(told.failure(), address);
    if (as_text) {
        std::cout << timeline_text(told->story, told->events, {columns(1), wants_colour(1)}) << std::flush;
    } else {
        const boost::json::object whole{{"story", told->story}, {"events", told->events}};
        std::cout << boost::json::serialize(whole) << std::endl;
    }
    if (as_text && !told->others.empty()) {
        std::cerr << "Other stories that fit:\n";
        for (const auto& other : told->others) std::cerr << "  " << printable(other) << '\n';
    }
    return exit_done;
}

std::vector<std::string> format_names() {
    std::vector<std::string> names{"text", "json"};
    for (const auto& each : exports::formats()) names.emplace_back(each.name);
    return names;
}

}  // namespace

void add_timeline(CLI::App& app, int& code) {
    const auto arguments = std::make_shared<timeline_arguments>();
    auto* command = app.add_subcommand("timeline", "Print the chronology of a story");
    const auto says_something = [](const std::string& words) {
        return words.find_first_not_of(' ') == std::string::npos ? "no words to find a story by" : std::string();
    };
    command->add_option("story", arguments->story, "Id of the story, or words of its title or of a name in it")
        ->required()
        ->check(CLI::Validator(says_something, "WORDS"));
    arguments->service.add_to(*command);
    command->add_option("--format", arguments->format, "How to write it")
        ->check(CLI::IsMember(format_names()))
        ->capture_default_str();
    for (std::size_t i = 0; i < filter_options.size(); ++i)
        command->add_option(filter_options[i].option, arguments->filters[i], filter_options[i].meaning);
    command->footer(
        "Examples:\n"
        "  throughline timeline putin\n"
        "  throughline timeline putin --format json | jq '.events[].title'\n"
        "  throughline timeline putin --format ical --min-sources 2 > putin.ics\n"
        "Exit codes: 0 printed, 1 no such story, 2 wrong usage, 3 no service answers.");
    command->callback([arguments, &code] {
        const bool own = arguments->format == "text" || arguments->format == "json";
        code = own ? print_timeline(*arguments) : print_export(*arguments);
    });
}

}  // namespace throughline::cli
