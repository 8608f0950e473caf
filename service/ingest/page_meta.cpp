#include "ingest/page_meta.hpp"

#include "ingest/canonical_url.hpp"
#include "ingest/data_table.hpp"
#include "ingest/furniture.hpp"
#include "ingest/json_ld.hpp"
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

// Some sites name their front page as every page's canonical address.
bool is_front_page(std::string_view canonical) {
    return canonical.find('/', std::string_view("https://").size()) + 1 == canonical.size();
}

class meta_reader {
public:
    explicit meta_reader(const html_tree& page) : page_(page) {}

    page_facts read() {
        for (std::size_t node = 0; node < page_.nodes.size(); ++node) {
            const auto* element = page_.nodes[node].element;
            if (element == nullptr) continue;
            if (element->name == "meta") read_meta(node);
            if (element->name == "link") read_link(node);
            if (element->name == "script") read_script(node);
            if (element->name == "time") read_time(node);
            if (element->name == "title" && title_.empty()) title_ = page_.text_of(node);
            if (element->name == "h1" && main_heading_.empty()) main_heading_ = page_.text_of(node);
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
            auto& best = meta_[known->fact];
            if (best.first.empty() || known->rank < best.second) best = {content, known->rank};
        }
    }

    void read_link(std::size_t node) {
        if (canonical_.empty() && text::lower(page_.attribute(node, "rel")) == "canonical")
            canonical_ = page_.attribute(node, "href");
    }

    void read_script(std::size_t node) {
        constexpr std::size_t most_scripts = 50;
        if (linked_data_ || scripts_ >= most_scripts || page_.nodes[node].end <= node + 1) return;
        if (!text::lower(page_.attribute(node, "type")).starts_with("application/ld+json")) return;
        ++scripts_;
        linked_data_ = read_json_ld(page_.nodes[node + 1].text);
    }

    void read_time(std::size_t node) {
        if (time_) return;
        auto words = page_.attribute(node, "datetime");
        if (words.empty()) words = page_.text_of(node);
        time_ = read_page_date(words);
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

    page_facts merge() {
        page_facts facts = linked_data_ ? std::move(*linked_data_) : page_facts{};
        const auto prefer = [](std::string& fact, std::string other) {
            if (fact.empty()) fact = std::move(other);
        };
        // The canonical link is about this page; JSON-LD may be about a story that it only teases.
        const auto own = canonical_url(canonical_, meta("url"));
        if (own && !is_front_page(*own)) facts.url = *own;
        prefer(facts.url, meta("url"));
        prefer(facts.publisher, meta("publisher"));
        prefer(facts.headline, without_outlet(meta("headline"), facts.publisher));
        prefer(facts.headline, main_heading_);
        prefer(facts.headline, without_outlet(title_, facts.publisher));
        if (facts.authors.empty()) facts.authors = byline_names(meta("authors"));
        if (facts.authors.empty()) facts.authors = std::move(marked_authors_);
        if (!facts.published) facts.published = read_page_date(meta("published"));
        if (!facts.published) facts.published = time_;
        if (!facts.published) facts.published = date_in_address(facts.url);
        prefer(facts.language, html_language_);
        prefer(facts.language, meta("language"));
        std::replace(facts.language.begin(), facts.language.end(), '_', '-');
        return facts;
    }

    const html_tree& page_;
    std::unordered_map<std::string_view, std::pair<std::string, std::size_t>> meta_;  // fact -> content and rank
    std::string canonical_, title_, main_heading_, html_language_;
    std::optional<page_facts> linked_data_;
    std::optional<published_time> time_;
    std::vector<std::string> marked_authors_;
    std::size_t scripts_ = 0;
};

}  // namespace

page_facts read_page_meta(const html_tree& page) { return meta_reader(page).read(); }

}  // namespace throughline::ingest
