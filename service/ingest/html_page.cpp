#include "ingest/html_page.hpp"

#include "ingest/checked_text.hpp"
#include "ingest/data_table.hpp"
#include "ingest/furniture.hpp"
#include "ingest/html_tree.hpp"
#include "ingest/main_text.hpp"
#include "ingest/page_meta.hpp"

namespace throughline::ingest {
namespace {

// articleBody stands in for a page whose text is drawn by scripts: then the page itself shows next to nothing of it.
constexpr std::size_t body_advantage = 3;

std::string paragraphs_of(std::string_view body) {
    std::string text;
    for (const auto line : split(body, '\n')) {
        const auto paragraph = one_line(line);
        if (paragraph.empty() || is_furniture(paragraph)) continue;
        if (!text.empty()) text += "\n\n";
        text += paragraph;
    }
    return text;
}

}  // namespace

result<page_facts> read_html_page(std::string_view html, std::string_view address) {
    const auto page = parse_html(html);
    if (!page) return page.failure();
    auto facts = read_page_meta(*page, address);
    auto text = read_main_text(*page, facts.headline);
    auto body = paragraphs_of(facts.text);
    facts.text = body.size() > body_advantage * text.size() ? std::move(body) : std::move(text);
    return facts;
}

}  // namespace throughline::ingest
