#include "cli/commands.hpp"
#include "cli/send_articles.hpp"
#include "cli/service_options.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>
#include <memory>

namespace throughline::cli {
namespace {

struct ingest_arguments {
    service_options service;
    std::vector<std::string> paths;
    std::size_t connections = 4;
    bool no_wait = false;
};

void print(const send_summary& summary, double seconds) {
    std::string line = std::to_string(summary.total()) + (summary.total() == 1 ? " article: " : " articles: ");
    line += std::to_string(summary.added) + " new, " + std::to_string(summary.present) + " already there";
    const std::pair<std::size_t, const char*> others[] = {
        {summary.queued, " not read yet"}, {summary.failed, " failed"}, {summary.refused, " refused"}};
    for (const auto& [count, what] : others)
        if (count > 0) line += ", " + std::to_string(count) + what;
    char took[32];
    std::snprintf(took, sizeof took, " (%.1f s)", seconds);
    std::cout << line << took << (summary.stopped ? ", stopped" : "") << std::endl;
}

int ingest(const ingest_arguments& arguments) {
    send_options options;
    options.address = arguments.service.address();
    options.key = arguments.service.key;
    options.connections = arguments.connections;
    options.wait = !arguments.no_wait;
    article_files articles(arguments.paths);

    const auto begin = std::chrono::steady_clock::now();
    const auto summary = send_articles(articles, options);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    if (!summary.unreachable.empty()) {
        std::cerr << "throughline: no service answers at " << options.address.text() << " (" << summary.unreachable
                  << "); start one with: throughline serve\n";
        return exit_unavailable;
    }
    print(summary, took.count());
    if (summary.total() == 0 && !summary.stopped) std::cerr << "throughline: no articles found\n";
    const bool all_done = summary.total() > 0 && summary.failed == 0 && summary.refused == 0 && !summary.stopped;
    return all_done ? exit_done : exit_failed;
}

}  // namespace

void add_ingest(CLI::App& app, int& code) {
    const auto arguments = std::make_shared<ingest_arguments>();
    auto* command = app.add_subcommand("ingest", "Send articles to a running service");
    command
        ->add_option("paths", arguments->paths,
                     "Files and folders: .json .ndjson .jsonl .html .md .txt; - reads NDJSON from standard input")
        ->required();
    arguments->service.add_to(*command);
    command->add_option("--connections", arguments->connections, "Requests at a time")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command->add_flag("--no-wait", arguments->no_wait, "Return once all are accepted, before they are read");
    command->footer(
        "Sending the same articles again changes nothing, so an ingest that was broken off is simply run again.\n"
        "Examples:\n"
        "  throughline ingest deploy/samples\n"
        "  zcat feed.ndjson.gz | throughline ingest - --base http://127.0.0.1:8080\n"
        "Exit codes: 0 all accepted and read, 1 some refused or failed, 2 wrong usage, 3 no service answers.");
    command->callback([arguments, &code] { code = ingest(*arguments); });
}

}  // namespace throughline::cli
