#include "cli/analysis.hpp"
#include "cli/commands.hpp"
#include "extraction/ontology.hpp"
#include "ingest/article_input.hpp"
#include "language/conllu.hpp"
#include "pipeline/pipeline.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>

namespace throughline::cli {
namespace {

struct analyze_options {
    std::string path;
    std::string format = "text";
    std::string published;
    std::string ontology_path;
};

std::string read_all(const std::string& path) {
    if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

ingest::media media_of(const std::string& path) {
    const std::string ending = std::filesystem::path(path).extension().string();
    if (ending == ".json") return ingest::media::json;
    if (ending == ".html" || ending == ".htm") return ingest::media::html;
    if (ending == ".md") return ingest::media::markdown;
    return ingest::media::plain;
}

document read_document(const analyze_options& options) {
    const day today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const ingest::limits allowed{.today = today};
    const std::string bytes = read_all(options.path);
    auto article = ingest::read_article(bytes, media_of(options.path), {}, allowed);
    document doc;
    if (article) {
        doc.text = std::move(article->text);
        doc.headline = std::move(article->headline);
        doc.publisher = std::move(article->publisher);
        doc.published = article->published;
    } else if (article.failure().code == errc::missing_field && media_of(options.path) == ingest::media::plain) {
        // Bare text without headline or date is what people try first.
        doc.text = bytes;
        doc.published = today;
    } else {
        throw std::runtime_error(options.path + ": " + article.failure().detail);
    }
    if (!options.published.empty()) {
        const auto date = parse_day(options.published);
        if (!date) throw std::runtime_error("--published: not a date: " + options.published);
        doc.published = *date;
    }
    return doc;
}

void analyze(const analyze_options& options) {
    if (!options.ontology_path.empty())
        extraction::install_ontology(
            extraction::ontology::read(read_all(options.ontology_path), options.ontology_path));
    document doc = read_document(options);
    pipeline::run(doc);
    std::string out;
    if (options.format == "conllu") {
        language::append_conllu(doc, out);
    } else {
        const article_record record = pipeline::make_record(doc, options.path, {});
        out = options.format == "json" ? analysis_json(doc, record) : analysis_text(doc, record);
    }
    std::cout << out;
}

}  // namespace

void add_analyze(CLI::App& app, int& code) {
    auto options = std::make_shared<analyze_options>();
    CLI::App* command = app.add_subcommand("analyze", "Show what the pipeline sees in one article");
    command->add_option("path", options->path, "A .json, .html, .md or .txt file, or - for standard input")->required();
    command->add_option("--format", options->format, "text, json or conllu")
        ->check(CLI::IsMember({"text", "json", "conllu"}))
        ->capture_default_str();
    command->add_option("--published", options->published, "The article's date, YYYY-MM-DD");
    command->add_option("--ontology", options->ontology_path, "An ontology file to use instead of the built-in one");
    command->callback([options, &code] {
        analyze(*options);
        code = exit_done;
    });
}

}  // namespace throughline::cli
