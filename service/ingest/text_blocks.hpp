// Paragraphs of a Markdown or plain text source, their markup taken off.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::ingest {

enum class block_kind : std::uint8_t {
    paragraph,
    heading,   ///< "# …" or a line underscored with "=" or "-"
    item,      ///< of a list
    quotation  ///< "> …"
};

struct text_block {
    block_kind kind = block_kind::paragraph;
    std::string text;        ///< one line, no markup; never empty
    std::size_t linked = 0;  ///< bytes of `text` that were a link's words
};

/// The blocks in order. Rules, pictures with their captions, tables, fenced code and link definitions give none;
/// hard-wrapped lines are joined by a blank.
std::vector<text_block> read_blocks(std::string_view source);

}  // namespace throughline::ingest
