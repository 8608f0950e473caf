#include "eval/tokenized_document.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace throughline::eval {

tokenized_document::tokenized_document(const boost::json::value& sentences) {
    for (const auto& sentence : sentences.as_array()) {
        auto& words = words_.emplace_back();
        for (const auto& word : sentence.as_array()) {
            const auto begin = static_cast<std::uint32_t>(text_.size());
            text_.append(word.as_string());
            words.push_back({begin, static_cast<std::uint32_t>(text_.size())});
            text_.push_back(' ');
        }
        text_.push_back('\n');
    }
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
