#include "ingest/json_ld.hpp"

#include "ingest/checked_text.hpp"
#include "ingest/data_table.hpp"
#include "ingest/html_entities.hpp"

#include <boost/json.hpp>

namespace throughline::ingest {
namespace {

namespace json = boost::json;

// Pages pass strings through HTML escaping on the way into JSON.
std::string string_of(const json::value& value) {
    const auto* text = value.if_string();
    return text ? one_line(decode_entities(std::string_view(text->data(), text->size()))) : std::string();
}

std::string member(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value ? string_of(*value) : std::string();
}

bool is_article_type(const json::value& type) {
    if (const auto* list = type.if_array()) {
        for (const auto& one : *list)
            if (is_article_type(one)) return true;
        return false;
    }
    const auto name = string_of(type);
    return name.ends_with("Article") || name.ends_with("Posting");
}

// The first article in document order.
const json::object* find_article(const json::value& value) {
    if (const auto* list = value.if_array()) {
        for (const auto& one : *list)
            if (const auto* found = find_article(one)) return found;
    } else if (const auto* object = value.if_object()) {
        const auto* type = object->if_contains("@type");
        if (type && is_article_type(*type)) return object;
        for (const auto& entry : *object)
            if (const auto* found = find_article(entry.value())) return found;
    }
    return nullptr;
}

// A person or organisation is a string, an object with a name, or a list of them.
void add_names(const json::value& value, std::vector<std::string>& names) {
    if (const auto* list = value.if_array()) {
        for (const auto& one : *list) add_names(one, names);
        return;
    }
    const auto* object = value.if_object();
    if (object && object->if_contains("name")) return add_names(*object->if_contains("name"), names);
    auto name = string_of(value);
    if (!name.empty() && !name.starts_with("http")) names.push_back(std::move(name));
}

std::vector<std::string> names_of(const json::object& object, std::string_view member_name) {
    std::vector<std::string> names;
    if (const auto* value = object.if_contains(member_name)) add_names(*value, names);
    return names;
}

std::string address_of(const json::object& article) {
    if (auto url = member(article, "url"); !url.empty()) return url;
    const auto* page = article.if_contains("mainEntityOfPage");
    if (!page) return {};
    if (const auto* object = page->if_object()) return member(*object, "@id");
    return string_of(*page);
}

}  // namespace

std::optional<page_facts> read_json_ld(std::string_view script) {
    script = trim(script);
    json::parse_options options;
    options.allow_comments = true;
    options.allow_trailing_commas = true;
    json::error_code failure;
    const auto root = json::parse(script, failure, {}, options);
    if (failure) return std::nullopt;
    const auto* article = find_article(root);
    if (article == nullptr) return std::nullopt;

    page_facts facts;
    facts.url = address_of(*article);
    facts.headline = member(*article, "headline");
    if (facts.headline.empty()) facts.headline = member(*article, "name");
    facts.authors = names_of(*article, "author");
    if (facts.authors.empty()) facts.authors = names_of(*article, "creator");
    if (const auto publishers = names_of(*article, "publisher"); !publishers.empty())
        facts.publisher = publishers.front();
    for (const auto* name : {"datePublished", "dateCreated", "dateModified"})
        if (!facts.published) facts.published = read_page_date(member(*article, name));
    facts.language = member(*article, "inLanguage");
    if (const auto* body = article->if_contains("articleBody"); body && body->is_string()) {
        const auto& text = body->get_string();
        facts.text = decode_entities(std::string_view(text.data(), text.size()));
    }
    return facts;
}

}  // namespace throughline::ingest
