#include "ingest/json_ld.hpp"

#include "ingest/canonical_url.hpp"
#include "ingest/checked_text.hpp"
#include "ingest/html_entities.hpp"
#include "text/utf8.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace throughline::ingest {
namespace {

namespace json = boost::json;

// A headline that another one begins with is the same one, cut short or with the outlet behind it.
constexpr std::size_t shortest_common_headline = 25;

// Pages pass strings through HTML escaping on the way into JSON.
std::string string_of(const json::value& value) {
    const auto* text = value.if_string();
    return text ? one_line(decode_entities(std::string_view(text->data(), text->size()))) : std::string();
}

std::string member(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value ? string_of(*value) : std::string();
}

// The names of persons and organisations: a string, an object with a name, a reference to one, or a list of them.
class name_reader {
public:
    explicit name_reader(const linked_data& data) : data_(data) {}

    std::vector<std::string> read(const json::object& object, std::string_view member_name) {
        names_.clear();
        if (const auto* value = object.if_contains(member_name)) add(*value, 0);
        return std::move(names_);
    }

private:
    void add(const json::value& value, int references) {
        // References may go in circles, and many of them to one long list.
        constexpr int most_references = 4;
        constexpr std::size_t most_steps = 10'000;
        if (references > most_references || ++steps_ > most_steps) return;
        if (const auto* list = value.if_array()) {
            for (const auto& one : *list) add(one, references);
        } else if (const auto* object = value.if_object()) {
            if (const auto* name = object->if_contains("name")) return add(*name, references);
            if (const auto* literal = object->if_contains("@value")) return add(*literal, references);
            add_reference(member(*object, "@id"), references);
        } else if (auto name = string_of(value); name.starts_with("http") || name.starts_with('#')) {
            add_reference(name, references);
        } else if (!name.empty()) {
            names_.push_back(std::move(name));
        }
    }

    void add_reference(std::string_view id, int references) {
        const auto* object = data_.find(id);
        const auto* name = object ? object->if_contains("name") : nullptr;
        if (name != nullptr) add(*name, references + 1);
    }

    const linked_data& data_;
    std::vector<std::string> names_;
    std::size_t steps_ = 0;
};

std::string address_of(const json::object& article, const linked_data& data) {
    if (auto url = member(article, "url"); !url.empty()) return url;
    const auto* page = article.if_contains("mainEntityOfPage");
    if (page == nullptr) return {};
    const auto* object = page->if_object();
    if (object == nullptr) return string_of(*page);
    auto id = member(*object, "@id");
    if (auto url = member(*object, "url"); !url.empty()) return url;
    if (const auto* referred = data.find(id)) {
        if (auto url = member(*referred, "url"); !url.empty()) return url;
    }
    return id;
}

std::string headline_of(const json::object& article) {
    auto headline = member(article, "headline");
    return headline.empty() ? member(article, "name") : headline;
}

// Both folded.
bool is_same_headline(std::string_view shorter, std::string_view longer) {
    if (shorter.size() > longer.size()) std::swap(shorter, longer);
    for (const std::string_view cut : {"...", "…"})
        if (shorter.ends_with(cut)) shorter.remove_suffix(cut.size());
    return !shorter.empty() && longer.starts_with(shorter) &&
           (shorter.size() == longer.size() || shorter.size() >= shortest_common_headline);
}

class article_chooser {
public:
    article_chooser(const linked_data& data, const page_identity& page) : data_(data), url_(page.url) {
        for (const auto& headline : page.headlines) headlines_.push_back(text::fold(headline));
    }

    const json::object* choose() const {
        for (const auto* article : data_.articles())
            if (is_here(address_of(*article, data_))) return article;
        for (const auto* article : data_.articles()) {
            const auto id = member(*article, "@id");
            if (id.starts_with("http") && is_here(id)) return article;
        }
        for (const auto* article : data_.articles())
            if (has_headline(*article)) return article;
        if (data_.articles().size() != 1) return nullptr;
        const auto* only = data_.articles().front();
        const auto address = canonical_url(address_of(*only, data_), url_);
        const bool elsewhere = !url_.empty() && address && !is_front_page(*address);
        const bool another = !headlines_.empty() && !headline_of(*only).empty();
        return elsewhere && another ? nullptr : only;
    }

private:
    bool is_here(std::string_view address) const {
        return !url_.empty() && !address.empty() && canonical_url(address, url_) == url_;
    }

    bool has_headline(const json::object& article) const {
        const auto own = text::fold(headline_of(article));
        return std::any_of(headlines_.begin(), headlines_.end(),
                           [&](const auto& shown) { return is_same_headline(own, shown); });
    }

    const linked_data& data_;
    const std::string& url_;
    std::vector<std::string> headlines_;  // folded
};

}  // namespace

std::optional<linked_article> read_json_ld(const linked_data& data, const page_identity& page) {
    const auto* article = article_chooser(data, page).choose();
    if (article == nullptr) return std::nullopt;

    linked_article read;
    auto& facts = read.facts;
    name_reader names(data);
    facts.url = address_of(*article, data);
    facts.headline = headline_of(*article);
    facts.authors = names.read(*article, "author");
    if (facts.authors.empty()) facts.authors = names.read(*article, "creator");
    if (const auto publishers = names.read(*article, "publisher"); !publishers.empty())
        facts.publisher = publishers.front();
    for (const auto* name : {"datePublished", "dateCreated"})
        if (!facts.published) facts.published = read_page_date(member(*article, name));
    read.modified = read_page_date(member(*article, "dateModified"));
    facts.language = member(*article, "inLanguage");
    if (const auto* body = article->if_contains("articleBody"); body && body->is_string()) {
        const auto& text = body->get_string();
        facts.text = decode_entities(std::string_view(text.data(), text.size()));
    }
    return read;
}

}  // namespace throughline::ingest
