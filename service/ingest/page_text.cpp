#include "ingest/page_text.hpp"

#include "ingest/checked_text.hpp"
#include "ingest/data_table.hpp"
#include "ingest/furniture.hpp"
#include "ingest/text_blocks.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::ingest {
namespace {

constexpr std::size_t longest_headline = 250;
constexpr std::size_t most_head_blocks = 10;  // above the first paragraph
constexpr std::size_t most_tail_blocks = 6;   // in which the original address is looked for

bool is_address(std::string_view line) {
    return (line.starts_with("https://") || line.starts_with("http://")) && line.find(' ') == std::string_view::npos;
}

bool is_headline(const text_block& block, std::string_view known) {
    if (has_visible_text(known) && block.kind != block_kind::heading)
        return text::fold(block.text) == text::fold(known);
    return block.kind == block_kind::heading ||
           (block.kind == block_kind::paragraph && block.text.size() <= longest_headline && !is_prose(block.text) &&
            !is_furniture(block.text) && !read_byline(block.text) && !read_page_date(block.text));
}

// Takes the labelled address out of the blocks [first, last) and gives it; "" when there is none.
std::string take_address(std::vector<text_block>& blocks, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
        const auto found = read_address_label(blocks[i].text);
        if (!found) continue;
        std::string address(*found);
        const bool on_next = address.empty() && i + 1 < blocks.size() && is_address(blocks[i + 1].text);
        if (on_next) address = blocks[i + 1].text;
        if (address.empty()) continue;
        const auto from = blocks.begin() + static_cast<std::ptrdiff_t>(i);
        blocks.erase(from, from + (on_next ? 2 : 1));
        return address;
    }
    return {};
}

// Reads "By Jane Roe | March 21, 2018" part by part; false when one part is neither byline nor date.
bool read_head_line(std::string_view line, page_facts& facts) {
    if (is_prose(line) && !read_page_date(line)) return false;
    std::vector<std::string> authors;
    std::optional<published_time> published;
    const auto read_part = [&](std::string_view part) {
        if (const auto date = read_page_date(part)) {
            if (!published) published = date;
            return true;
        }
        auto names = read_byline(part);
        if (names) authors.insert(authors.end(), names->begin(), names->end());
        return names.has_value();
    };
    const auto parts = split(line, '|');
    if (!read_part(line) && (parts.size() < 2 || !std::all_of(parts.begin(), parts.end(), read_part))) return false;
    if (facts.authors.empty()) facts.authors = std::move(authors);
    if (!facts.published) facts.published = published;
    return true;
}

// Reads what stands above the article and gives the index of its first block.
std::size_t read_head(const std::vector<text_block>& blocks, std::string_view known, page_facts& facts) {
    std::size_t at = 0;
    while (at < blocks.size() && at < most_head_blocks && is_furniture(blocks[at].text)) ++at;
    if (at == blocks.size() || !is_headline(blocks[at], known)) return 0;
    facts.headline = blocks[at++].text;
    const auto end = std::min(blocks.size(), at + most_head_blocks);
    std::size_t body = at;
    for (; at < end; ++at) {
        const auto& block = blocks[at];
        if (read_head_line(block.text, facts)) {
            body = at + 1;
            continue;
        }
        if (is_prose(block.text) || block.kind == block_kind::heading) break;
        if (!is_name_like(block.text) && !is_furniture(block.text)) break;
        if (text::fold(block.text) == text::fold(facts.headline) || facts.published || !facts.authors.empty())
            body = at + 1;
    }
    return body;
}

bool is_mostly_link(const text_block& block) {
    return block.linked * 10 >= block.text.size() * 9 && !ends_sentence(block.text);
}

bool continues(std::string_view before, const text_block& next) {
    return next.kind == block_kind::paragraph && !before.empty() && !ends_sentence(before) &&
           text::first_kind(next.text) == text::char_kind::lower;
}

}  // namespace

page_facts read_page_text(std::string_view source, std::string_view headline) {
    auto blocks = read_blocks(source);
    page_facts facts;
    facts.url = take_address(blocks, blocks.size() - std::min(blocks.size(), most_tail_blocks), blocks.size());
    if (facts.url.empty()) facts.url = take_address(blocks, 0, std::min(blocks.size(), most_head_blocks));
    bool may_continue = false;
    for (auto at = read_head(blocks, headline, facts); at < blocks.size(); ++at) {
        const auto& block = blocks[at];
        if (is_furniture(block.text) || is_mostly_link(block)) continue;
        if (may_continue && continues(facts.text, block)) {
            facts.text += ' ';
        } else if (!facts.text.empty()) {
            facts.text += "\n\n";
        }
        facts.text += block.text;
        may_continue = block.kind == block_kind::paragraph;
    }
    return facts;
}

bool carries_furniture(std::string_view text) {
    std::string_view last, before_last;
    bool first = true;
    for (const auto raw : split(text, '\n')) {
        const auto line = trim(raw);
        if (line.empty()) continue;
        if (first && line.starts_with("# ")) return true;
        first = false;
        const auto link = line.find("](");
        if (link != std::string_view::npos && line.size() < 400 && line.ends_with(')')) {
            const auto block = read_blocks(line);
            if (!block.empty() && is_furniture(block.front().text)) return true;
        }
        before_last = last;
        last = line;
    }
    const auto label = read_address_label(last);
    if (label && !label->empty()) return true;
    if (last.starts_with('<') && last.ends_with('>')) last = last.substr(1, last.size() - 2);
    const auto above = read_address_label(before_last);
    return is_address(last) && above && above->empty();
}

}  // namespace throughline::ingest
