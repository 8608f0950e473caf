#include "ingest/linked_data.hpp"

#include "ingest/data_table.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace throughline::ingest {
namespace {

namespace json = boost::json;

constexpr std::size_t most_scripts = 50;
constexpr std::size_t most_bytes = 4'000'000;
constexpr std::size_t most_articles = 500;

// Members of schema.org whose values are other works than the page's own.
constexpr std::array<std::string_view, 14> asides = {
    "hasPart",   "mentions", "isRelatedTo", "itemListElement", "relatedLink", "significantLink", "citation",
    "isBasedOn", "comment",  "review",      "subjectOf",       "workExample", "liveBlogUpdate",  "about"};

// Calls `accept` with each type that "@type" names; true when one is accepted.
template <class Accept>
bool has_type(const json::value& type, Accept accept) {
    if (const auto* list = type.if_array())
        return std::any_of(list->begin(), list->end(), [&](const auto& one) {
            const auto* name = one.if_string();
            return name != nullptr && accept(std::string_view(name->data(), name->size()));
        });
    const auto* name = type.if_string();
    return name != nullptr && accept(std::string_view(name->data(), name->size()));
}

bool is_article(const json::value& type) {
    return has_type(type, [](auto name) { return name.ends_with("Article") || name.ends_with("Posting"); });
}

bool is_list(const json::value& type) {
    return has_type(type, [](auto name) { return name.ends_with("ItemList") || name.ends_with("BreadcrumbList"); });
}

std::string_view without_wrapper(std::string_view script) {
    script = trim(script);
    for (const std::string_view mark : {"<![CDATA[", "<!--"})
        if (script.starts_with(mark)) script = trim(script.substr(mark.size()));
    for (const std::string_view mark : {"]]>", "-->"})
        if (script.ends_with(mark)) script = trim(script.substr(0, script.size() - mark.size()));
    return script;
}

// Templates print texts into strings as they are.
std::string mend_strings(std::string_view script) {
    constexpr std::string_view hex = "0123456789abcdef";
    constexpr std::string_view escapes = "\"\\/bfnrtu";
    std::string out;
    out.reserve(script.size() + script.size() / 16);
    bool inside = false;
    for (std::size_t i = 0; i < script.size(); ++i) {
        const char c = script[i];
        if (c == '"') inside = !inside;
        if (inside && c == '\\') {
            if (i + 1 < script.size() && escapes.find(script[i + 1]) != std::string_view::npos) {
                out += c;
                out += script[++i];
            }
        } else if (inside && static_cast<unsigned char>(c) < 0x20) {
            (out += "\\u00") += hex[static_cast<unsigned char>(c) >> 4];
            out += hex[static_cast<unsigned char>(c) & 15];
        } else {
            out += c;
        }
    }
    return out;
}

std::optional<json::value> parse(std::string_view script) {
    json::parse_options options;
    options.allow_comments = true;
    options.allow_trailing_commas = true;
    json::error_code failure;
    script = without_wrapper(script);
    auto root = json::parse(script, failure, {}, options);
    if (failure) root = json::parse(mend_strings(script), failure, {}, options);
    if (failure) return std::nullopt;
    return root;
}

}  // namespace

void linked_data::add(std::string_view script) {
    if (scripts_.size() >= most_scripts || script.size() > most_bytes - bytes_) return;
    bytes_ += script.size();
    if (auto root = parse(script)) index(scripts_.emplace_back(std::move(*root)), true);
}

void linked_data::index(const json::value& value, bool may_be_own) {
    if (const auto* list = value.if_array()) {
        for (const auto& one : *list) index(one, may_be_own);
        return;
    }
    const auto* object = value.if_object();
    if (object == nullptr) return;
    index_id(*object);
    if (const auto* type = object->if_contains("@type")) {
        const bool article = is_article(*type);
        if (article && may_be_own && articles_.size() < most_articles) articles_.push_back(object);
        may_be_own = may_be_own && !article && !is_list(*type);
    }
    for (const auto& [name, member] : *object) {
        const bool aside = std::find(asides.begin(), asides.end(), std::string_view(name)) != asides.end();
        index(member, may_be_own && !aside);
    }
}

void linked_data::index_id(const json::object& object) {
    const auto* id = object.if_contains("@id");
    if (id == nullptr || !id->is_string() || object.size() < 2) return;
    auto& known = by_id_[std::string_view(id->get_string())];
    if (known == nullptr || (!known->contains("name") && object.contains("name"))) known = &object;
}

const json::object* linked_data::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

}  // namespace throughline::ingest
