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

/// Bare text without headline or date is what people try first; nullopt for anything else.
std::optional<std::string> bare_text(const article_file& file) {
    if (file.format == ingest::media::plain || file.format == ingest::media::markdown) {
        auto text = ingest::to_utf8(file.body, {}, "text");
        return text ? std::optional(std::move(*text)) : std::nullopt;
    }
    if (file.format != ingest::media::json) return std::nullopt;
    const auto value = boost::json::parse(file.body);
    const auto* object = value.if_object();
    if (object == nullptr || object->size() != 1 || !object->contains("text")) return std::nullopt;
    const auto* text = object->at("text").if_string();
    return text == nullptr ? std::nullopt : std::optional<std::string>(*text);
}

document read_document(const article_file& file, const std::string& published) {
    const day today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const ingest::limits allowed{.today = today};
    auto article = ingest::read_article(ingest::raw_article{file.body, file.format, {}, {}}, allowed);
    document doc;
    if (article) {
        doc.text = std::move(article->text);
        doc.headline = std::move(article->headline);
        doc.publisher = std::move(article->publisher);
        doc.published = article->published;
    } else {
        auto text = article.failure().code == errc::missing_field ? bare_text(file) : std::nullopt;
        if (!text) throw std::runtime_error(file.label + ": " + article.failure().detail);
        doc.text = std::move(*text);
        doc.published = today;
    }
    if (const auto date = parse_day(published)) doc.published = *date;
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

/// One article after the other; one that cannot be read is told of and passed over.
exit_code analyze(const analyze_options& options) {
    use_ontology_file(options.ontology_path);
    auto code = exit_done;
    const auto show = [&](const article_file& file) {
        try {
            if (!file.problem.empty()) throw std::runtime_error(file.label + ": " + file.problem);
            const auto analysis = analysis_of(read_document(file, options.published), file.label, options.format);
            const bool one_of_many = options.format == "text" && file.label != options.path;
            std::cout << (one_of_many ? "== " + file.label + " ==\n" + analysis + "\n" : analysis);
        } catch (const std::runtime_error& problem) {
            std::cerr << problem.what() << '\n';
            code = exit_failed;
        }
    };
    if (options.path == "-") {
        show({"-", {std::istreambuf_iterator<char>(std::cin), {}}, {}, ingest::media::plain});
        return code;
    }
    article_files files({options.path});
    while (auto file = files.next()) show(*file);
    return code;
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
    command->add_option("--published", options->published, "The article's date, YYYY-MM-DD")
        ->check([](const std::string& given) { return parse_day(given) ? "" : "not a day that exists: " + given; });
    command->add_option("--ontology", options->ontology_path, "An ontology file to use instead of the built-in one");
    command->callback([options, &code] { code = analyze(*options); });
}

}  // namespace throughline::cli
