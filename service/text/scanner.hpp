// Cuts one stretch of text without white space into tokens.
#pragma once

#include "document/token.hpp"
#include "text/utf8.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::text {

class scanner {
public:
    /// Tokens are appended to `tokens`, with offsets into `text`.
    scanner(std::string_view text, std::vector<token>& tokens) : text_(text), tokens_(tokens) {}

    /// Scans [begin, end), which holds no white space and stands between white space or the text's ends.
    void scan(std::size_t begin, std::size_t end);

private:
    void emit(std::size_t end);
    void word();
    void apostrophe();
    void symbol();
    void run_of_same();
    void stops();
    void split_clitics(std::size_t begin, std::size_t end);

    /// End of the word that begins at at_, before clitics are cut off.
    std::size_t word_end();
    bool joins(std::size_t connector, std::size_t begin);
    bool period_joins(std::size_t period, std::size_t begin);
    bool hyphen_joins(std::size_t hyphen, std::size_t begin);
    bool takes_stop(std::size_t begin, std::size_t end);

    /// End of a web address, e-mail address, host name or dotted abbreviation at `begin`, or `begin` when there is
    /// none.
    std::size_t address_end(std::size_t begin) const;
    std::size_t trim_address(std::size_t begin, std::size_t end) const;
    std::size_t acronym_end(std::size_t begin) const;

    char at(std::size_t i) const { return i < end_ ? text_[i] : '\0'; }
    char_kind kind_at(std::size_t i) const { return i < end_ ? kind_of(decode(text_, i).value) : char_kind::space; }
    char_kind kind_before(std::size_t i) const {
        return i > begin_ ? kind_of(decode(text_, previous(text_, i)).value) : char_kind::space;
    }
    std::string_view lowered(std::size_t begin, std::size_t end);

    std::string_view text_;
    std::vector<token>& tokens_;
    std::size_t begin_ = 0;
    std::size_t at_ = 0;
    std::size_t end_ = 0;
    bool space_before_ = false;
    std::string buffer_;
};

}  // namespace throughline::text
