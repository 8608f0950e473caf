#include "language/trainer/corpus.hpp"

#include "text/tokenize.hpp"

#include <fstream>
#include <stdexcept>
#include <string_view>

namespace throughline::language {
namespace {

std::vector<std::string_view> fields_of(std::string_view line) {
    std::vector<std::string_view> fields;
    for (auto tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
        fields.push_back(line.substr(0, tab));
        line.remove_prefix(tab + 1);
    }
    fields.push_back(line);
    return fields;
}

std::ifstream open(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return file;
}

template <class Value>
Value required(std::optional<Value> value, const std::string& line) {
    if (!value) throw std::runtime_error("an unknown label: " + line);
    return *value;
}

std::optional<xpos> parse_news_tag(std::string_view tag) {
    if (tag == "LRB") return xpos::lrb;
    if (tag == "RRB") return xpos::rrb;
    if (tag == ";") return xpos::colon;
    if (tag == "``") return std::nullopt;  // marks opening and closing quotes alike
    return parse_xpos(tag);
}

void add_news_word(std::string_view form, std::string_view tag, gold_sentence& sentence) {
    document doc;
    doc.text = form;
    text::tokenize(doc);
    const bool whole = doc.tokens.size() == 1 && doc.tokens[0].where.size() == form.size();
    if (whole || doc.tokens.empty()) {
        gold_word word;
        word.form = form;
        word.penn = parse_news_tag(tag);
        sentence.words.push_back(std::move(word));
        return;
    }
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
        gold_word word;
        word.form = doc.word(i);
        word.space_before = i == 0;
        sentence.words.push_back(std::move(word));
    }
}

}  // namespace

std::vector<gold_sentence> read_conllu(const std::filesystem::path& path) {
    auto file = open(path);
    std::vector<gold_sentence> sentences;
    gold_sentence current;
    std::string line, document;
    bool space = true;               // before the next word
    bool space_after_joined = true;  // after the surface token that ends with word number joined_to
    std::int32_t joined_to = 0;
    while (std::getline(file, line)) {
        if (line.empty()) {
            if (!current.words.empty()) sentences.push_back(std::move(current));
            current = {};
            joined_to = 0;
            continue;
        }
        if (line.starts_with("# newdoc id = ")) document = line.substr(14);
        if (line.front() == '#') continue;
        const auto fields = fields_of(line);
        if (fields.size() != 10) throw std::runtime_error("not ten columns: " + line);
        if (fields[0].find('.') != std::string_view::npos) continue;
        const bool space_after = fields[9].find("SpaceAfter=No") == std::string_view::npos;
        if (const auto dash = fields[0].find('-'); dash != std::string_view::npos) {
            joined_to = std::stoi(std::string(fields[0].substr(dash + 1)));
            space_after_joined = space_after;
            continue;
        }
        gold_word word;
        word.form = fields[1];
        word.lemma = fields[2];
        word.pos = required(parse_upos(fields[3]), line);
        word.penn = required(parse_xpos(fields[4]), line);
        word.head = std::stoi(std::string(fields[6])) - 1;
        word.relation = required(parse_deprel(fields[7]), line);
        word.space_before = space;
        const auto number = std::stoi(std::string(fields[0]));
        space = number < joined_to ? false : number == joined_to ? space_after_joined : space_after;
        current.words.push_back(std::move(word));
        current.document = document;
    }
    return sentences;
}

std::vector<gold_sentence> read_tagged_news(const std::filesystem::path& path) {
    auto file = open(path);
    std::vector<gold_sentence> sentences;
    gold_sentence current;
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty()) {
            if (!current.words.empty()) sentences.push_back(std::move(current));
            current = {};
            continue;
        }
        const auto fields = fields_of(line);
        if (fields.size() < 2) throw std::runtime_error("not two columns: " + line);
        add_news_word(fields[0], fields[1], current);
    }
    if (!current.words.empty()) sentences.push_back(std::move(current));
    return sentences;
}

}  // namespace throughline::language
