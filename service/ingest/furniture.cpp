#include "ingest/furniture.hpp"

#include "ingest/data_table.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace throughline::ingest {
namespace {

// Longer paragraphs are never furniture by their first words alone.
constexpr std::size_t longest_furniture_words = 45;
constexpr std::size_t longest_notice_words = 60;
constexpr std::size_t longest_credit_words = 14;
constexpr std::size_t longest_label_words = 24;
constexpr std::size_t longest_byline_words = 16;

struct phrases {
    std::unordered_set<std::string_view> whole, role;
    std::unordered_map<std::string_view, std::vector<std::string_view>> start;  // by first word
    std::vector<std::string_view> credit, caption, notice, address, byline;
};

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

const phrases& table() {
    static const phrases read = [] {
        phrases made;
        for (const auto& row : data_table("service/ingest/data/furniture.tsv")) {
            if (row[0] == "whole") made.whole.insert(row[1]);
            if (row[0] == "start") made.start[first_word(row[1])].push_back(row[1]);
            if (row[0] == "credit") made.credit.push_back(row[1]);
            if (row[0] == "caption") made.caption.push_back(row[1]);
            if (row[0] == "notice") made.notice.push_back(row[1]);
            if (row[0] == "role") made.role.insert(row[1]);
            if (row[0] == "address") made.address.push_back(row[1]);
            if (row[0] == "byline") made.byline.push_back(row[1]);
        }
        return made;
    }();
    return read;
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t';
        words += !blank && !inside;
        inside = !blank;
    }
    return words;
}

bool is_word_end(std::string_view text, std::size_t at) {
    return at >= text.size() || !text::is_wordlike(text::kind_of(text::decode(text, at).value));
}

bool starts_like_furniture(std::string_view folded) {
    const auto found = table().start.find(first_word(folded));
    if (found == table().start.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](std::string_view phrase) {
        return folded.starts_with(phrase) &&
               (!is_word_end(phrase, phrase.size() - 1) || is_word_end(folded, phrase.size()));
    });
}

std::string_view without_closing_marks(std::string_view text) {
    while (!text.empty() && std::string_view(".:!?,;)»>…").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    return trim(text);
}

// "Cranes in the harbour. (Photo: Jane Roe)"
bool ends_in_source(std::string_view folded) {
    const auto line = trim(folded.ends_with('.') ? folded.substr(0, folded.size() - 1) : folded);
    const auto open = line.rfind('(');
    if (open == std::string_view::npos || !line.ends_with(')')) return false;
    const auto source = trim(line.substr(open + 1));
    return std::any_of(table().caption.begin(), table().caption.end(),
                       [&](auto begin) { return source.starts_with(begin); });
}

}  // namespace

bool ends_sentence(std::string_view paragraph) {
    std::size_t end = trim(paragraph).size();
    paragraph = trim(paragraph);
    while (end > 0) {
        const auto begin = text::previous(paragraph, end);
        const auto value = text::decode(paragraph, begin).value;
        const auto kind = text::kind_of(value);
        if (kind == text::char_kind::stop || value == ':' || value == 0x2026) return true;
        const bool closing = kind == text::char_kind::quote || kind == text::char_kind::apostrophe ||
                             kind == text::char_kind::close || value == '*' || value == '_';
        if (!closing) return false;
        end = begin;
    }
    return false;
}

bool is_prose(std::string_view paragraph) {
    const auto words = count_words(paragraph);
    return words > longest_label_words || (words >= 4 && ends_sentence(paragraph));
}

bool is_name_like(std::string_view line) {
    static constexpr std::array<std::string_view, 14> joints = {"of", "the", "and", "for", "by", "in",  "at",
                                                                "de", "la",  "van", "von", "/",  "via", "bin"};
    bool any = false;
    for (auto word : split(trim(line), ' ')) {
        word = trim(word);
        if (word.empty() || std::find(joints.begin(), joints.end(), word) != joints.end()) continue;
        const auto kind = text::first_kind(word);
        if (text::is_alphabetic(kind) && kind == text::char_kind::lower) return false;
        any = any || kind == text::char_kind::upper;
    }
    return any;
}

bool is_furniture(std::string_view paragraph) {
    const auto words = count_words(paragraph);
    if (words > longest_furniture_words) return false;
    const std::string folded = text::fold(paragraph);
    if (folded.empty() || table().whole.contains(without_closing_marks(folded)) || starts_like_furniture(folded) ||
        ends_in_source(folded))
        return true;
    if (words > longest_credit_words || ends_sentence(paragraph) || !is_name_like(paragraph)) return false;
    const auto line = without_closing_marks(folded);
    return std::any_of(table().credit.begin(), table().credit.end(), [&](auto end) { return line.ends_with(end); });
}

bool is_notice(std::string_view paragraph) {
    if (count_words(paragraph) > longest_notice_words) return false;
    const std::string folded = text::fold(paragraph);
    return std::any_of(table().notice.begin(), table().notice.end(),
                       [&](auto words) { return folded.find(words) != std::string::npos; });
}

std::vector<std::string> split_names(std::string_view names) {
    std::vector<std::string> found;
    const auto add = [&found](std::string_view name) {
        name = trim(name);
        if (!name.empty() && !table().role.contains(text::lower(name))) found.emplace_back(name);
    };
    for (const auto part : split(names, ',')) {
        std::string_view rest = part;
        if (trim(rest).starts_with("and ")) rest = trim(rest).substr(4);
        for (auto joint = rest.find(" and "); joint != std::string_view::npos; joint = rest.find(" and ")) {
            add(rest.substr(0, joint));
            rest.remove_prefix(joint + 5);
        }
        add(rest);
    }
    return found;
}

std::optional<std::vector<std::string>> read_byline(std::string_view line) {
    line = trim(line);
    if (count_words(line) > longest_byline_words) return std::nullopt;
    const std::string lowered = text::lower(line);
    for (const auto label : table().byline) {
        if (!lowered.starts_with(label) || !is_word_end(lowered, label.size()) || lowered.size() != line.size())
            continue;
        auto names = trim(line.substr(label.size()));
        while (names.starts_with(':')) names = trim(names.substr(1));
        const bool names_only = names.find_first_of("0123456789|") == std::string_view::npos;
        if (names_only && is_name_like(names) && !is_prose(names)) return split_names(names);
    }
    return std::nullopt;
}

std::optional<std::string_view> read_address_label(std::string_view line) {
    line = trim(line);
    const std::string lowered = text::lower(line.substr(0, 80));
    for (const auto label : table().address) {
        if (!lowered.starts_with(label)) continue;
        auto rest = trim(line.substr(label.size()));
        if (!rest.starts_with(':')) continue;
        rest = trim(rest.substr(1));
        if (rest.starts_with('<') && rest.ends_with('>')) rest = rest.substr(1, rest.size() - 2);
        const bool address =
            (rest.starts_with("http://") || rest.starts_with("https://")) && rest.find(' ') == std::string_view::npos;
        if (rest.empty() || address) return rest;
    }
    return std::nullopt;
}

}  // namespace throughline::ingest
