#include "cli/commands.hpp"
#include "cli/service_options.hpp"
#include "cli/story_query.hpp"
#include "cli/terminal.hpp"
#include "cli/timeline_text.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/serialize.hpp>

#include <iostream>
#include <memory>

namespace throughline::cli {
namespace {

struct timeline_arguments {
    service_options service;
    std::string story;
    std::string format = "text";
};

int timeline(const timeline_arguments& arguments) {
    const auto address = arguments.service.address();
    const bool as_text = arguments.format == "text";
    auto told = read_story(address, arguments.service.key, arguments.story, as_text);
    if (!told) {
        const auto& failure = told.failure();
        if (failure.code == errc::unavailable)
            std::cerr << "throughline: no service answers at " << address.text() << " (" << printable(failure.detail)
                      << ")\n";
        else
            std::cerr << "throughline: " << printable(failure.detail) << '\n';
        return failure.code == errc::unavailable ? exit_unavailable : exit_failed;
    }
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

}  // namespace

void add_timeline(CLI::App& app, int& code) {
    const auto arguments = std::make_shared<timeline_arguments>();
    auto* command = app.add_subcommand("timeline", "Print the chronology of a story");
    command->add_option("story", arguments->story, "Id of the story, or words of its title or of a name in it")
        ->required();
    arguments->service.add_to(*command);
    command->add_option("--format", arguments->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    command->footer(
        "Examples:\n"
        "  throughline timeline putin\n"
        "  throughline timeline putin --format json | jq '.events[].title'\n"
        "Exit codes: 0 printed, 1 no such story, 2 wrong usage, 3 no service answers.");
    command->callback([arguments, &code] { code = timeline(*arguments); });
}

}  // namespace throughline::cli
