#include "ingest/text_blocks.hpp"

#include "ingest/data_table.hpp"
#include "ingest/furniture.hpp"
#include "ingest/markdown.hpp"
#include "ingest/published_date.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::ingest {
namespace {

// Lines of a hard-wrapped text are no longer than this; longer ones are paragraphs of their own.
constexpr std::size_t widest_wrapped_line = 100;
// Bylines and dates are looked for in so many lines of a block.
constexpr std::size_t most_head_lines = 4;

bool is_rule(std::string_view line) {
    if (line.size() < 3) return false;
    const char mark = line.front();
    return (mark == '-' || mark == '*' || mark == '_' || mark == '=') &&
           std::all_of(line.begin(), line.end(), [mark](char c) { return c == mark || c == ' '; });
}

std::size_t heading_level(std::string_view line) {
    const auto level = line.find_first_not_of('#');
    return level != std::string_view::npos && level >= 1 && level <= 6 && line[level] == ' ' ? level : 0;
}

// Length of a list mark such as "- ", "* " or "• "; 0 when the line begins with none.
std::size_t bullet(std::string_view line) {
    for (const std::string_view mark : {"- ", "* ", "+ ", "• ", "· "})
        if (line.starts_with(mark)) return mark.size();
    return 0;
}

// "12. " and "3) " say which of several it is, and stay.
bool is_numbered(std::string_view line) {
    const auto digits = line.find_first_not_of("0123456789");
    return digits != std::string_view::npos && digits >= 1 && digits <= 2 && digits + 1 < line.size() &&
           (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

bool is_link_definition(std::string_view line) {
    if (!line.starts_with('[')) return false;
    const auto close = line.find("]: ");
    return close != std::string_view::npos && line.substr(close + 3).find("://") < 12;
}

class block_reader {
public:
    std::vector<text_block> read(std::string_view source) {
        for (auto line : split(source, '\n')) {
            line = trim(line);
            if (line.empty())
                flush();
            else
                add_line(line);
        }
        flush();
        return std::move(blocks_);
    }

private:
    void add_line(std::string_view line) {
        if (const auto level = heading_level(line)) {
            flush();
            line.remove_prefix(level);
            while (line.ends_with('#')) line.remove_suffix(1);
            add(block_kind::heading, line);
        } else if (is_rule(line)) {
            const bool underscore =
                lines_.size() == 1 && (line.front() == '=' || line.front() == '-') && !is_prose(lines_.front());
            if (underscore) kind_ = block_kind::heading;
            flush();
        } else if (const auto mark = bullet(line); mark > 0 || is_numbered(line)) {
            flush();
            kind_ = block_kind::item;
            lines_.push_back(line.substr(mark));
        } else if (line.front() == '>') {
            if (kind_ != block_kind::quotation) flush();
            kind_ = block_kind::quotation;
            lines_.push_back(trim(line.substr(1)));
        } else if (!is_link_definition(line)) {
            lines_.push_back(line);
        }
    }

    // A block of short lines was wrapped; in one of long lines each is a paragraph.
    void flush() {
        const bool wrapped = std::all_of(lines_.begin(), lines_.end(),
                                         [](std::string_view line) { return line.size() <= widest_wrapped_line; });
        std::string joined;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const auto line = lines_[i];
            const bool alone = !wrapped || (i < most_head_lines && is_line_of_its_own(line));
            if (alone && kind_ == block_kind::paragraph) {
                if (!joined.empty()) add(kind_, joined);
                joined.clear();
                add(kind_, line);
            } else {
                (joined += joined.empty() ? "" : " ") += line;
            }
        }
        if (!joined.empty()) add(kind_, joined);
        lines_.clear();
        kind_ = block_kind::paragraph;
    }

    // A byline or a date that stands under the headline or over the first paragraph without a blank line between.
    static bool is_line_of_its_own(std::string_view line) {
        const auto known = [](std::string_view part) {
            return read_page_date(part) || read_byline(unwrap_inline(part).text);
        };
        const auto parts = split(line, '|');
        return known(line) || (parts.size() > 1 && std::all_of(parts.begin(), parts.end(), known));
    }

    void add(block_kind kind, std::string_view source) {
        source = trim(source);
        auto plain = unwrap_inline(source);
        text_block block;
        block.kind = kind;
        block.text = std::string(trim(plain.text));
        block.linked = plain.linked;
        if (!block.text.empty()) blocks_.push_back(std::move(block));
    }

    std::vector<text_block> blocks_;
    std::vector<std::string_view> lines_;
    block_kind kind_ = block_kind::paragraph;
};

}  // namespace

std::vector<text_block> read_blocks(std::string_view source) { return block_reader().read(source); }

}  // namespace throughline::ingest
