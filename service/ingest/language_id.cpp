#include "ingest/language_id.hpp"

#include "ingest/data_table.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace throughline::ingest {
namespace {

constexpr std::size_t sample_bytes = 20'000;

// Below this share of closed-class words a text is a list, a table or in a language that is not known here.
constexpr double least_share = 0.08;

struct script_block {
    char32_t first = 0;
    char32_t last = 0;
    std::size_t language = 0;
};

struct language_tables {
    std::vector<std::string_view> codes;
    std::unordered_map<std::string_view, std::vector<std::size_t>> words;  // word -> languages that have it
    std::vector<script_block> blocks;                                      // in order of code points
    std::size_t japanese = 0, chinese = 0;

    std::size_t index_of(std::string_view code) {
        const auto found = std::find(codes.begin(), codes.end(), code);
        if (found != codes.end()) return static_cast<std::size_t>(found - codes.begin());
        codes.push_back(code);
        return codes.size() - 1;
    }
};

char32_t read_hex(std::string_view text) {
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return value;
}

const language_tables& tables() {
    static const language_tables read = [] {
        language_tables made;
        for (const auto& row : data_table("service/ingest/data/function_words.tsv")) {
            const auto language = made.index_of(row[0]);
            for (const auto word : split(row[1], ' ')) {
                auto& languages = made.words[word];
                if (languages.empty() || languages.back() != language) languages.push_back(language);
            }
        }
        for (const auto& row : data_table("service/ingest/data/scripts.tsv"))
            made.blocks.push_back({read_hex(row[0]), read_hex(row[1]), made.index_of(row[2])});
        made.japanese = made.index_of("ja");
        made.chinese = made.index_of("zh");
        return made;
    }();
    return read;
}

const script_block* block_of(char32_t letter) {
    const auto& blocks = tables().blocks;
    const auto above = std::upper_bound(blocks.begin(), blocks.end(), letter,
                                        [](char32_t value, const script_block& block) { return value < block.first; });
    if (above == blocks.begin() || (above - 1)->last < letter) return nullptr;
    return &*(above - 1);
}

}  // namespace

std::string_view identify_language(std::string_view text) {
    const std::string sample = text::lower(text.substr(0, sample_bytes));
    const auto& known = tables();
    std::vector<std::size_t> words_of(known.codes.size()), letters_of(known.codes.size());
    std::size_t words = 0, latin_letters = 0;
    for (std::size_t at = 0; at < sample.size();) {
        std::size_t end = at;
        while (end < sample.size()) {
            const auto point = text::decode(sample, end);
            const auto kind = text::kind_of(point.value);
            if (!text::is_alphabetic(kind) && kind != text::char_kind::mark) break;
            if (const auto* block = block_of(point.value))
                ++letters_of[block->language];
            else
                ++latin_letters;
            end += point.size;
        }
        if (end == at) {
            at += text::decode(sample, at).size;
            continue;
        }
        ++words;
        const auto found = known.words.find(std::string_view(sample).substr(at, end - at));
        if (found != known.words.end())
            for (const auto language : found->second) ++words_of[language];
        at = end;
    }
    // Japanese is written with Chinese characters and kana; kana tell the two apart.
    auto& kana = letters_of[known.japanese];
    if (kana * 5 > letters_of[known.chinese]) kana += std::exchange(letters_of[known.chinese], 0);
    const auto script = std::max_element(letters_of.begin(), letters_of.end());
    if (*script > latin_letters) return known.codes[static_cast<std::size_t>(script - letters_of.begin())];
    const auto best = std::max_element(words_of.begin(), words_of.end());
    if (static_cast<double>(*best) < least_share * static_cast<double>(words) || *best == 0) return "und";
    return known.codes[static_cast<std::size_t>(best - words_of.begin())];
}

}  // namespace throughline::ingest
