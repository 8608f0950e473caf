#include "ingest/article_check.hpp"

#include "ingest/canonical_url.hpp"
#include "ingest/checked_text.hpp"
#include "ingest/data_table.hpp"
#include "ingest/language_id.hpp"
#include "ingest/wire_credit.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <unordered_map>

namespace throughline::ingest {
namespace {

// Bytes; far above anything that a page prints.
constexpr std::size_t longest_headline = 1000;
constexpr std::size_t longest_name = 300;
constexpr std::size_t most_authors = 100;
// The first newspaper came out in 1605.
constexpr day earliest_article = day(std::chrono::year(1605) / 1 / 1);

error fault(errc code, std::string_view field, std::string detail) {
    return {code, std::move(detail), std::string(field)};
}

std::string_view publisher_of_site(std::string_view site) {
    static const auto table = [] {
        std::unordered_map<std::string_view, std::string_view> read;
        for (const auto& row : data_table("service/ingest/data/publishers.tsv")) read.emplace(row[0], row[1]);
        return read;
    }();
    const auto found = table.find(site);
    return found == table.end() ? site : found->second;
}

// BCP 47 in the form that web pages use: "en", "en-GB", "zh-Hans-CN".
bool is_language_tag(std::string_view tag) {
    if (tag.size() < 2 || tag.size() > 35) return false;
    for (const auto part : split(tag, '-')) {
        const auto is_alphanumeric = [](char c) {
            return (c >= '0' && c <= '9') || (text::ascii_lower(c) >= 'a' && text::ascii_lower(c) <= 'z');
        };
        if (part.empty() || part.size() > 8 || !std::all_of(part.begin(), part.end(), is_alphanumeric)) return false;
    }
    const auto primary = tag.substr(0, tag.find('-'));
    return primary.size() >= 2 && primary.size() <= 3;
}

std::string primary_of(std::string_view tag) { return text::lower(tag.substr(0, tag.find('-'))); }

// Takes one field after the other from what was sent and what the page tells; the first fault ends it.
class article_check {
public:
    article_check(const article_json& sent, const page_facts& page, const limits& allowed)
        : sent_(sent), page_(page), allowed_(allowed) {}

    result<article_input> run(std::string text) {
        article_.text = std::move(text);
        take_text();
        take_url();
        take_headline();
        take_publisher();
        take_authors();
        take_date();
        take_language();
        if (fault_) return *fault_;
        article_.text_hash = content_digest(article_.text);
        article_.content_hash = content_digest(text::fold(article_.publisher) + "\n" + article_.text);
        article_.signature = sign(article_.text);
        article_.wire = wire_credit(article_.publisher, article_.authors, article_.text);
        return std::move(article_);
    }

private:
    void fail(error failure) {
        if (!fault_) fault_ = std::move(failure);
    }

    // A one-line field: what was sent counts before what the page tells; sent controls are a fault, a page's are
    // dropped.
    std::string take_line(const std::optional<std::string>& sent, const std::string& found, std::string_view field,
                          std::size_t longest) {
        if (sent) {
            if (auto failure = check_characters(*sent, field)) fail(std::move(*failure));
            if (sent->size() > longest)
                fail(fault(errc::too_large, field,
                           "`" + std::string(field) + "` is longer than " + std::to_string(longest) + " bytes."));
            if (has_visible_text(*sent)) return one_line(*sent);
        }
        std::string line = one_line(found);
        return line.size() > longest ? std::string() : line;
    }

    void take_text() {
        const std::string_view field = sent_.html ? "html" : "text";
        if (auto failure = check_characters(article_.text, field)) return fail(std::move(*failure));
        if (!has_visible_text(article_.text))
            return fail(fault(errc::text_empty, field,
                              sent_.html ? "No article text was found in `html`." : "`text` has no words in it."));
        if (article_.text.size() > allowed_.text_bytes)
            fail(fault(errc::too_large, field, "The text is longer than " + size_in_words(allowed_.text_bytes) + "."));
    }

    void take_url() {
        if (sent_.url && has_visible_text(*sent_.url)) {
            auto canonical = canonical_url(*sent_.url);
            if (!canonical)
                return fail(fault(errc::invalid_field, "url",
                                  "`url` is not an absolute http or https address of at most 2048 bytes."));
            article_.url = std::move(*canonical);
        } else if (auto canonical = canonical_url(page_.url)) {
            article_.url = std::move(*canonical);
        }
    }

    void take_headline() {
        article_.headline = take_line(sent_.headline, page_.headline, "headline", longest_headline);
        if (article_.headline.empty())
            fail(fault(errc::missing_field, "headline", "`headline` is missing, and the text does not give it."));
    }

    void take_publisher() {
        article_.publisher = take_line(sent_.publisher, page_.publisher, "publisher", longest_name);
        if (article_.publisher.empty()) article_.publisher = publisher_of_site(site_of(article_.url));
    }

    void take_authors() {
        if (sent_.authors.size() > most_authors)
            return fail(fault(errc::too_large, "authors", "`authors` has more than 100 names."));
        const bool given = !sent_.authors.empty();
        for (const auto& author : given ? sent_.authors : page_.authors) {
            auto name = take_line(given ? std::optional(author) : std::nullopt, author, "authors", longest_name);
            const bool known =
                std::find(article_.authors.begin(), article_.authors.end(), name) != article_.authors.end();
            if (!name.empty() && !known && article_.authors.size() < most_authors)
                article_.authors.push_back(std::move(name));
        }
    }

    void take_date() {
        auto published = page_.published;
        if (sent_.published_at && has_visible_text(*sent_.published_at)) {
            const auto reading = read_date(*sent_.published_at);
            if (reading.fault == date_fault::unknown_zone)
                return fail(fault(errc::invalid_field, "published_at", "`published_at` names an unknown time zone."));
            if (reading.fault == date_fault::impossible)
                return fail(
                    fault(errc::invalid_field, "published_at", "`published_at` is a day or hour that does not exist."));
            if (!reading.value)
                return fail(fault(errc::invalid_field, "published_at",
                                  "`published_at` is neither a date (YYYY-MM-DD) nor an RFC 3339 time."));
            published = reading.value;
        }
        if (!published)
            return fail(fault(errc::missing_field, "published_at",
                              "`published_at` is missing, and the text does not give it."));
        if (published->local < earliest_article)
            return fail(
                fault(errc::invalid_field, "published_at", "`published_at` lies before the first newspaper (1605)."));
        if (published->local > allowed_.today + std::chrono::days(1))
            return fail(fault(errc::invalid_field, "published_at", "`published_at` lies in the future."));
        article_.published = published->local;
        article_.published_at = published->exact;
    }

    // A declared foreign language counts; a declared English one only when the words are not plainly another's.
    void take_language() {
        std::string declared = take_line(sent_.language, {}, "language", longest_name);
        if (!declared.empty() && !is_language_tag(declared))
            return fail(
                fault(errc::invalid_field, "language", "`language` is not a BCP 47 language tag such as \"en\"."));
        const auto found = identify_language(article_.text);
        // Pages often declare what their template said; they are believed where the words agree ("en-GB").
        if (declared.empty() && is_language_tag(page_.language) && primary_of(page_.language) == found)
            declared = page_.language;
        const auto primary = primary_of(declared);
        const bool says_english = primary.empty() || primary == "en" || primary == "eng";
        article_.english = says_english && (found == "en" || found == "und");
        article_.language = !says_english       ? declared
                            : !article_.english ? std::string(found)
                            : declared.empty()  ? "en"
                                                : declared;
    }

    const article_json& sent_;
    const page_facts& page_;
    const limits& allowed_;
    article_input article_;
    std::optional<error> fault_;
};

}  // namespace

std::string size_in_words(std::size_t bytes) {
    return bytes % 1'000'000 == 0 ? std::to_string(bytes / 1'000'000) + " MB" : std::to_string(bytes) + " bytes";
}

result<article_input> check_article(const article_json& sent, const page_facts& page, std::string text,
                                    const limits& allowed) {
    return article_check(sent, page, allowed).run(std::move(text));
}

}  // namespace throughline::ingest
