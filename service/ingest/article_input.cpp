#include "ingest/article_input.hpp"

#include "ingest/article_check.hpp"
#include "ingest/charset.hpp"
#include "ingest/checked_text.hpp"
#include "ingest/data_table.hpp"
#include "ingest/html_page.hpp"
#include "ingest/page_text.hpp"
#include "text/utf8.hpp"

namespace throughline::ingest {
namespace {

error fault(errc code, std::string_view field, std::string detail) {
    return {code, std::move(detail), std::string(field)};
}

error page_too_large(const limits& allowed) {
    return fault(errc::too_large, "html", "The page is larger than " + size_in_words(allowed.page_bytes) + ".");
}

bool looks_like_html(std::string_view bytes) {
    const auto begin = text::lower(trim(bytes.substr(0, 200)));
    return begin.starts_with("<!doctype html") || begin.starts_with("<html");
}

result<article_input> read_html(const article_json& sent, const limits& allowed) {
    if (sent.html->size() > allowed.page_bytes) return page_too_large(allowed);
    if (auto failure = check_encoding(*sent.html, "html")) return std::move(*failure);
    auto page = read_html_page(*sent.html, sent.url.value_or(std::string()));
    if (!page) return page.failure();
    std::string text = std::move(page->text);
    return check_article(sent, *page, std::move(text), allowed);
}

result<article_input> read_text(article_json sent, const limits& allowed) {
    if (auto failure = check_characters(*sent.text, "text")) return std::move(*failure);
    break_lines(*sent.text);
    const bool complete =
        sent.headline && has_visible_text(*sent.headline) && sent.published_at && has_visible_text(*sent.published_at);
    if (complete && !carries_furniture(*sent.text)) return check_article(sent, {}, std::move(*sent.text), allowed);
    // Furniture is never more than the article.
    if (sent.text->size() > 2 * allowed.text_bytes)
        return fault(errc::too_large, "text", "The text is longer than " + size_in_words(allowed.text_bytes) + ".");
    auto page = read_page_text(*sent.text, sent.headline.value_or(std::string()));
    // A line that could as well be a headline is the text when nothing else is there.
    if (page.text.empty()) return check_article(sent, {}, std::move(*sent.text), allowed);
    std::string text = std::move(page.text);
    return check_article(sent, page, std::move(text), allowed);
}

result<article_input> read_sent(article_json sent, const limits& allowed) {
    if (sent.html && sent.text)
        return fault(errc::invalid_field, "html", "`html` stands for `text`; send one of them.");
    if (sent.text && looks_like_html(*sent.text)) std::swap(sent.html, sent.text);
    if (sent.html) return read_html(sent, allowed);
    if (!sent.text) return fault(errc::missing_field, "text", "`text` is missing; `html` may stand for it.");
    return read_text(std::move(sent), allowed);
}

}  // namespace

result<article_input> read_article(std::string_view json_body, const limits& allowed) {
    auto sent = parse_article_json(json_body);
    if (!sent) return sent.failure();
    return read_sent(std::move(*sent), allowed);
}

result<article_input> read_article(const raw_article& raw, const limits& allowed) {
    if (raw.format == media::json) return read_article(raw.bytes, allowed);
    const bool is_page = raw.format == media::html;
    if (is_page && raw.bytes.size() > allowed.page_bytes) return page_too_large(allowed);
    auto decoded = to_utf8(raw.bytes, {raw.charset, is_page}, is_page ? "html" : "text");
    if (!decoded) return decoded.failure();
    article_json sent;
    (is_page ? sent.html : sent.text) = std::move(*decoded);
    if (!raw.url.empty()) sent.url = std::string(raw.url);
    return read_sent(std::move(sent), allowed);
}

}  // namespace throughline::ingest
