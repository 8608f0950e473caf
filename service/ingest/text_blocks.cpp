#include "ingest/text_blocks.hpp"

#include "ingest/data_table.hpp"
#include "ingest/furniture.hpp"
#include "ingest/html_element.hpp"
#include "ingest/markdown.hpp"
#include "ingest/published_date.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline::ingest {
namespace {

// Lines of a hard-wrapped text are no longer than this; longer ones are paragraphs of their own.
constexpr std::size_t widest_wrapped_line = 100;
// Bylines and dates are looked for in so many lines of a block.
constexpr std::size_t most_head_lines = 4;

// What begins a line and hides all lines up to the one that holds its end.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> raw_elements = {
    {{"<script", "</script"}, {"<style", "</style"}, {"<!--", "-->"}}};

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

// "|---|:--:|", under the names of a table's columns.
bool is_table_rule(std::string_view line) {
    return line.find('|') != std::string_view::npos && line.find("--") != std::string_view::npos &&
           line.find_first_not_of("|-: ") == std::string_view::npos;
}

bool is_table_row(std::string_view line) {
    return line.starts_with('|') && line.ends_with('|') && std::count(line.begin(), line.end(), '|') > 2;
}

// Nothing but a picture, perhaps as a link.
bool is_picture(std::string_view line) {
    return (line.starts_with("![") || line.starts_with("[![")) && trim(unwrap_inline(line).text).empty();
}

// "```" or "~~~" before and after lines of code.
bool is_fence(std::string_view line) { return line.starts_with("```") || line.starts_with("~~~"); }

class block_reader {
public:
    std::vector<text_block> read(std::string_view source) {
        const auto lines = split(source, '\n');
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto line = trim(lines[i]);
            if (const auto end = end_of_code(lines, i); end > i) {
                flush();
                i = end;
            } else if (line.empty()) {
                flush();
            } else {
                add_line(line);
            }
        }
        flush();
        return std::move(blocks_);
    }

private:
    // The line that ends code, a script or a comment begun in line `at`; `at` where none begins or it never ends.
    std::size_t end_of_code(const std::vector<std::string_view>& lines, std::size_t at) {
        const auto line = trim(lines[at]);
        const auto ends = [&](auto is_end, bool& never) {
            for (auto i = at + 1; !never && i < lines.size(); ++i)
                if (is_end(trim(lines[i]))) return i;
            never = true;
            return at;
        };
        if (is_fence(line)) {
            const char mark = line.front();
            const bool is_inline = mark == '`' && line.find_last_not_of('`') != std::string_view::npos &&
                                   line.find('`', line.find_first_not_of('`')) != std::string_view::npos;
            if (is_inline) return at;
            return ends(
                [mark](std::string_view end) {
                    return end.size() >= 3 && end.find_first_not_of(mark) == std::string_view::npos;
                },
                mark == '`' ? no_fence_ : no_wave_);
        }
        for (std::size_t i = 0; i < raw_elements.size(); ++i) {
            const auto& [begin, end] = raw_elements[i];
            if (!text::lower(line.substr(0, begin.size())).starts_with(begin)) continue;
            const auto holds_end = [&end = end](std::string_view other) {
                return find_in_any_case(other, end) != std::string_view::npos;
            };
            return holds_end(line) ? at : ends(holds_end, no_end_[i]);
        }
        return at;
    }

    void add_line(std::string_view line) {
        if (is_table_rule(line) && !lines_.empty() && lines_.back().find('|') != std::string_view::npos) {
            lines_.pop_back();
            in_table_ = true;
            return;
        }
        in_table_ = in_table_ && line.find('|') != std::string_view::npos;
        if (in_table_ || is_table_row(line)) return;
        if (const auto level = heading_level(line)) {
            flush();
            below_picture_ = false;
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
            const auto quoted = trim(line.substr(1));
            if (kind_ != block_kind::quotation || quoted.empty()) flush();
            if (quoted.empty()) return;  // parts two paragraphs of the quotation
            kind_ = block_kind::quotation;
            lines_.push_back(quoted);
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
            if (const auto end = end_of_caption(i); end > i) {
                i = end - 1;
                continue;
            }
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
        in_table_ = false;
        lines_.clear();
        kind_ = block_kind::paragraph;
    }

    // One past the lines of a picture, or of the emphasised words right below one, that begin at `at`; `at` for others.
    std::size_t end_of_caption(std::size_t at) {
        constexpr std::size_t most_lines = 4;
        if (is_picture(lines_[at])) {
            below_picture_ = true;
            return at + 1;
        }
        const char mark = lines_[at].front();
        const bool emphasised = below_picture_ && kind_ == block_kind::paragraph && (mark == '*' || mark == '_') &&
                                lines_[at].size() > 1 && lines_[at][1] != mark;
        below_picture_ = false;
        for (auto i = at; emphasised && i < std::min(lines_.size(), at + most_lines); ++i)
            if (lines_[i].ends_with(mark)) return i + 1;
        return at;
    }

    // A byline or a date that stands under the headline or over the first paragraph without a blank line between.
    static bool is_line_of_its_own(std::string_view line) {
        const auto known = [](std::string_view part) {
            const auto plain = unwrap_inline(part).text;
            return read_page_date(plain) || read_byline(plain);
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
    bool in_table_ = false;
    bool below_picture_ = false;
    bool no_fence_ = false, no_wave_ = false;         // none closes in the rest of the source
    std::array<bool, raw_elements.size()> no_end_{};  // nor any of these
};

}  // namespace

std::vector<text_block> read_blocks(std::string_view source) { return block_reader().read(source); }

}  // namespace throughline::ingest
