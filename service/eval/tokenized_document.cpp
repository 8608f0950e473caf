#include "eval/tokenized_document.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace throughline::eval {

tokenized_document::tokenized_document(const boost::json::value& sentences) {
    for (const auto& sentence : sentences.as_array()) {
        words_.emplace_back();
        for (const auto& word : sentence.as_array()) add(word.as_string());
        end_sentence();
    }
}

tokenized_document::tokenized_document(std::span<const std::vector<std::string>> sentences) {
    for (const auto& sentence : sentences) {
        words_.emplace_back();
        for (const auto& word : sentence) add(word);
        end_sentence();
    }
}

void tokenized_document::add(std::string_view word) {
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += word;
    words_.back().push_back({begin, static_cast<std::uint32_t>(text_.size())});
    text_ += ' ';
}

span tokenized_document::extent(const corpus_tokens& tokens) const {
    const auto [first, last] = std::minmax_element(tokens.tokens.begin(), tokens.tokens.end());
    const auto& words = words_.at(tokens.sentence);
    return {words.at(*first).begin, words.at(*last).end};
}

corpus_tokens tokenized_document::tokens_in(span bytes) const {
    corpus_tokens found;
    const auto after = std::upper_bound(words_.begin(), words_.end(), bytes.begin, [](auto begin, const auto& words) {
        return !words.empty() && begin < words.front().begin;
    });
    if (after == words_.begin()) return found;
    found.sentence = static_cast<std::uint32_t>(after - words_.begin() - 1);
    const auto& words = words_[found.sentence];
    for (std::uint32_t i = 0; i < words.size(); ++i)
        if (words[i].overlaps(bytes)) found.tokens.push_back(i);
    return found;
}

}  // namespace throughline::eval
