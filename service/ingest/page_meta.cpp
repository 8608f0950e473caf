#include "ingest/page_meta.hpp"

#include "ingest/canonical_url.hpp"
#include "ingest/data_table.hpp"
#include "ingest/furniture.hpp"
#include "ingest/json_ld.hpp"
#include "ingest/page_dates.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <unordered_map>

namespace throughline::ingest {
namespace {

struct meta_name {
    std::string_view fact;
    std::size_t rank = 0;  // lower is better
};

const meta_name* find_meta_name(std::string_view name) {
    static const auto table = [] {
        std::unordered_map<std::string_view, meta_name> read;
        for (const auto& row : data_table("service/ingest/data/meta_names.tsv"))
            read.emplace(row[1], meta_name{row[0], read.size()});
        return read;
    }();
    const auto found = table.find(text::lower(name));
    return found == table.end() ? nullptr : &found->second;
}

std::vector<std::string> byline_names(std::string_view line) {
    constexpr std::size_t longest_byline = 1000;
    if (line.size() > longest_byline) return {};
    if (auto names = read_byline(line)) return *names;
    return line.empty() || line.starts_with("http") || is_prose(line) ? std::vector<std::string>{} : split_names(line);
}

// "Headline | Outlet" and "Headline - Outlet" without the outlet.
std::string without_outlet(const std::string& title, std::string_view outlet) {
    for (const std::string_view joint : {" | ", " - ", " – ", " — ", " :: ", " » "}) {
        const auto at = title.rfind(joint);
        if (at == std::string::npos || at == 0) continue;
        const auto tail = std::string_view(title).substr(at + joint.size());
        if (!outlet.empty() && text::fold(tail) == text::fold(outlet)) return title.substr(0, at);
    }
    return title;
}

// "/2018/03/21/" in an address.
std::optional<published_time> date_in_address(std::string_view address) {
    for (auto slash = address.find('/'); slash != std::string_view::npos; slash = address.find('/', slash + 1)) {
        const auto part = address.substr(slash + 1, 10);
        if (part.size() < 10 || part[4] != '/' || part[7] != '/') continue;
        std::string iso(part);
        iso[4] = iso[7] = '-';
        if (const auto found = parse_day(iso)) return published_time{*found, std::nullopt};
    }
    return std::nullopt;
}

class meta_reader {
public:
    meta_reader(const html_tree& page, std::string_view address) : page_(page), address_(address) {}

    page_facts read() {
        for (std::size_t node = 0; node < page_.nodes.size(); ++node) {
            const auto* element = page_.nodes[node].element;
            if (element == nullptr) continue;
            if (element->name == "meta") read_meta(node);
            if (element->name == "link") read_link(node);
            if (element->name == "base" && base_.empty()) base_ = page_.attribute(node, "href");
            if (element->name == "script") read_script(node);
            if (element->name == "title" && title_.empty()) title_ = page_.text_of(node);
            if (element->name == "h1" && headings_.size() < most_headings) add_heading(page_.text_of(node));
            if (element->name == "html") html_language_ = page_.attribute(node, "lang");
            if (page_.nodes[node].attribute_count > 0) read_author_mark(node);
        }
        return merge();
    }

private:
    void read_meta(std::size_t node) {
        const auto content = page_.attribute(node, "content");
        if (content.empty()) return;
        for (const auto* attribute : {"property", "name", "itemprop", "http-equiv"}) {
            const auto* known = find_meta_name(page_.attribute(node, attribute));
            if (known == nullptr) continue;
            // Microdata may be about another article on the page: page_dates.hpp looks at where it stands.
            if (known->fact == "published" && attribute == std::string_view("itemprop")) continue;
            auto& best = meta_[known->fact];
            if (best.first.empty() || known->rank < best.second) best = {content, known->rank};
        }
    }

    void read_link(std::size_t node) {
        if (canonical_.empty() && text::lower(page_.attribute(node, "rel")) == "canonical")
            canonical_ = page_.attribute(node, "href");
    }

    void read_script(std::size_t node) {
        if (page_.nodes[node].end <= node + 1) return;
        if (!text::lower(page_.attribute(node, "type")).starts_with("application/ld+json")) return;
        linked_data_.add(page_.nodes[node + 1].text);
    }

    void add_heading(std::string heading) {
        if (!heading.empty()) headings_.push_back(std::move(heading));
    }

    void read_author_mark(std::size_t node) {
        if (!marked_authors_.empty()) return;
        const bool marked = page_.attribute(node, "rel") == "author" || page_.attribute(node, "itemprop") == "author";
        if (marked) marked_authors_ = byline_names(page_.text_of(node));
    }

    std::string meta(std::string_view fact) const {
        const auto found = meta_.find(fact);
        return found == meta_.end() ? std::string() : found->second.first;
    }

    // The page's own address as it names it, canonical; "" when it does not, or names the site's front page, as some do
    // on every page.
    std::string own_address(std::string_view reference, std::string_view base) const {
        auto own = canonical_url(reference, base);
        return own && !is_front_page(*own) ? std::move(*own) : std::string();
    }

    std::vector<std::string> headlines() const {
        auto all = headings_;
        for (auto declared : {meta("headline"), title_})
            if (!declared.empty()) all.push_back(std::move(declared));
        return all;
    }

    page_facts merge() {
        const auto prefer = [](std::string& fact, std::string other) {
            if (fact.empty()) fact = std::move(other);
        };
        const auto here = address_.empty() ? meta("url") : std::string(address_);
        const auto base = absolute_url(base_, here).value_or(here);
        const auto canonical = own_address(canonical_, base);
        page_identity own{canonical, headlines()};
        prefer(own.url, own_address(meta("url"), base));
        prefer(own.url, own_address(here, {}));
        auto article = read_json_ld(linked_data_, own);
        page_facts facts = article ? std::move(article->facts) : page_facts{};
        // The canonical link is about this page; what JSON-LD names may be an older address.
        if (!canonical.empty())
            facts.url = canonical;
        else
            facts.url = own_address(facts.url, base);
        prefer(facts.url, own.url);
        prefer(facts.publisher, meta("publisher"));
        prefer(facts.headline, without_outlet(meta("headline"), facts.publisher));
        if (!headings_.empty()) prefer(facts.headline, headings_.front());
        prefer(facts.headline, without_outlet(title_, facts.publisher));
        if (facts.authors.empty()) facts.authors = byline_names(meta("authors"));
        if (facts.authors.empty()) facts.authors = std::move(marked_authors_);
        if (!facts.published) facts.published = read_page_date(meta("published"));
        const auto shown = read_page_dates(page_);
        if (!facts.published) facts.published = shown.published;
        if (!facts.published) facts.published = date_in_address(facts.url);
        if (!facts.published && article) facts.published = article->modified;
        if (!facts.published) facts.published = shown.modified;
        prefer(facts.language, html_language_);
        prefer(facts.language, meta("language"));
        std::replace(facts.language.begin(), facts.language.end(), '_', '-');
        return facts;
    }

    static constexpr std::size_t most_headings = 5;

    const html_tree& page_;
    std::string_view address_;
    std::unordered_map<std::string_view, std::pair<std::string, std::size_t>> meta_;  // fact -> content and rank
    std::string canonical_, base_, title_, html_language_;
    std::vector<std::string> headings_;  // of the first level
    linked_data linked_data_;
    std::vector<std::string> marked_authors_;
};

}  // namespace

page_facts read_page_meta(const html_tree& page, std::string_view address) { return meta_reader(page, address).read(); }

}  // namespace throughline::ingest
