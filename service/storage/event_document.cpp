#include "storage/event_document.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace throughline::storage {
namespace {

namespace json = boost::json;

/// The last member of every document.
constexpr std::string_view links_member = ",\"links\":";

}  // namespace

unlinked_document without_links(std::string_view document, const std::vector<std::string>& gone) {
    unlinked_document cut{std::string(document), {}, {}};
    const auto parsed = json::parse(json::string_view(document.data(), document.size()));
    const auto& event = parsed.as_object();
    cut.title = event.at("title").as_string();
    const auto* links = event.if_contains("links");
    const auto place = document.rfind(links_member);
    if (links == nullptr || place == std::string_view::npos) return cut;

    json::array kept;
    for (const auto& link : links->as_array()) {
        const auto& target = link.at("event_id").as_string();
        const bool stays = std::none_of(gone.begin(), gone.end(), [&](const std::string& id) { return target == id; });
        if (stays) kept.push_back(link);
    }
    if (kept.size() == links->as_array().size()) return cut;
    const auto after = json::serialize(kept);
    cut.document = std::string(document.substr(0, place)) + std::string(links_member) + after + '}';
    cut.fields = json::serialize(
        json::array{json::object{{"name", "links"}, {"before", *links}, {"after", json::parse(after)}}});
    return cut;
}

}  // namespace throughline::storage
