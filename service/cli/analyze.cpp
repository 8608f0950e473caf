#include "cli/analysis.hpp"
#include "cli/article_files.hpp"
#include "cli/commands.hpp"
#include "cli/ontology_file.hpp"
#include "ingest/article_input.hpp"
#include "ingest/charset.hpp"
#include "language/conllu.hpp"
#include "pipeline/pipeline.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
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

/// Bare text without headline or date is what people try first; nullopt for anything else.
std::optional<std::string> bare_text(const std::string& bytes, ingest::media format) {
    if (format == ingest::media::plain || format == ingest::media::markdown) {
        auto text = ingest::to_utf8(bytes, {}, "text");
        return text ? std::optional(std::move(*text)) : std::nullopt;
    }
    if (format != ingest::media::json) return std::nullopt;
    const auto value = boost::json::parse(bytes);
    const auto* object = value.if_object();
    if (object == nullptr || object->size() != 1 || !object->contains("text")) return std::nullopt;
    const auto* text = object->at("text").if_string();
    return text == nullptr ? std::nullopt : std::optional<std::string>(*text);
}

document read_document(const std::string& bytes, ingest::media format, const std::string& label,
                       const std::string& published) {
    const day today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const ingest::limits allowed{.today = today};
    auto article = ingest::read_article(ingest::raw_article{bytes, format, {}, {}}, allowed);
    document doc;
    if (article) {
        doc.text = std::move(article->text);
        doc.headline = std::move(article->headline);
        doc.publisher = std::move(article->publisher);
        doc.published = article->published;
    } else {
        auto text = article.failure().code == errc::missing_field ? bare_text(bytes, format) : std::nullopt;
        if (!text) throw std::runtime_error(label + ": " + article.failure().detail);
        doc.text = std::move(*text);
        doc.published = today;
    }
    if (!published.empty()) {
        const auto date = parse_day(published);
        if (!date) throw std::runtime_error("--published: not a date: " + published);
        doc.published = *date;
    }
    return doc;
}

std::string analysis_of(document doc, const std::string& label, const std::string& format) {
    pipeline::run(doc);
    std::string out;
    if (format == "conllu") {
        language::append_conllu(doc, label, out);
        return out;
    }
    const article_record record = pipeline::make_record(doc, label, {});
    return format == "json" ? analysis_json(doc, record) : analysis_text(doc, record);
}

/// The articles of a folder or feed one after the other; one that cannot be read is told of and passed over.
exit_code analyze_all(const analyze_options& options) {
    auto code = exit_done;
    article_files files({options.path});
    while (auto file = files.next()) {
        try {
            if (!file->problem.empty()) throw std::runtime_error(file->label + ": " + file->problem);
            auto doc = read_document(file->body, file->format, file->label, options.published);
            const auto analysis = analysis_of(std::move(doc), file->label, options.format);
            std::cout << (options.format == "text" ? "== " + file->label + " ==\n" + analysis + "\n" : analysis);
        } catch (const std::runtime_error& problem) {
            std::cerr << problem.what() << '\n';
            code = exit_failed;
        }
    }
    return code;
}

exit_code analyze(const analyze_options& options) {
    use_ontology_file(options.ontology_path);
    const auto ending = std::filesystem::path(options.path).extension().string();
    if (std::filesystem::is_directory(options.path) || ending == ".jsonl" || ending == ".ndjson")
        return analyze_all(options);
    auto doc = read_document(read_all(options.path), media_of(options.path), options.path, options.published);
    std::cout << analysis_of(std::move(doc), options.path, options.format);
    return exit_done;
}

}  // namespace

void add_analyze(CLI::App& app, int& code) {
    auto options = std::make_shared<analyze_options>();
    CLI::App* command = app.add_subcommand("analyze", "Show what the pipeline sees in articles");
    command
        ->add_option(
            "path", options->path,
            "A .json, .html, .md or .txt file, a feed with an article a line, a folder of such, or - for text on "
            "standard input")
        ->required();
    command->add_option("--format", options->format, "text, json or conllu")
        ->check(CLI::IsMember({"text", "json", "conllu"}))
        ->capture_default_str();
    command->add_option("--published", options->published, "The article's date, YYYY-MM-DD");
    command->add_option("--ontology", options->ontology_path, "An ontology file to use instead of the built-in one");
    command->callback([options, &code] { code = analyze(*options); });
}

}  // namespace throughline::cli
