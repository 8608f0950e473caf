// A text put together from a corpus's own sentences and tokens, and the way back.
#pragma once

#include "document/span.hpp"

#include <boost/json/value.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::eval {

/// Tokens of one sentence, as the corpus counts them.
struct corpus_tokens {
    std::uint32_t sentence = 0;
    std::vector<std::uint32_t> tokens;
};

class tokenized_document {
public:
    /// `sentences`: an array of arrays of words. Words are joined by blanks, sentences by line ends.
    explicit tokenized_document(const boost::json::value& sentences);
    explicit tokenized_document(std::span<const std::vector<std::string>> sentences);

    const std::string& text() const { return text_; }

    /// Bytes from the first to the last of the tokens; which are not empty and exist.
    span extent(const corpus_tokens& tokens) const;

    /// The tokens that the bytes touch, of the sentence they begin in.
    corpus_tokens tokens_in(span bytes) const;

private:
    void add(std::string_view word);
    void end_sentence() { text_.push_back('\n'); }

    std::string text_;
    std::vector<std::vector<span>> words_;
};

}  // namespace throughline::eval
