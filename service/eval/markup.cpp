#include "eval/markup.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline::eval {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> entities{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};

}  // namespace

std::optional<markup_tag> next_tag(std::string_view& rest) {
    const auto open = rest.find('<');
    const auto close = rest.find('>', open == rest.npos ? 0 : open);
    if (open == rest.npos || close == rest.npos) return std::nullopt;
    const auto inside = rest.substr(open + 1, close - open - 1);
    rest.remove_prefix(close + 1);
    const auto name = inside.substr(0, inside.find_first_of(" \t\r\n"));
    return markup_tag{name, inside.substr(name.size()), rest.substr(0, rest.find('<'))};
}

std::optional<std::string_view> attribute(const markup_tag& tag, std::string_view name) {
    const std::string opening = ' ' + std::string(name) + "=\"";
    const auto at = tag.attributes.find(opening);
    if (at == tag.attributes.npos) return std::nullopt;
    const auto value = tag.attributes.substr(at + opening.size());
    return value.substr(0, value.find('"'));
}

std::string resolve_entities(std::string_view words) {
    std::string plain;
    while (!words.empty()) {
        const auto found = std::find_if(entities.begin(), entities.end(),
                                        [&](const auto& entity) { return words.starts_with(entity.first); });
        plain += found == entities.end() ? words.front() : found->second;
        words.remove_prefix(found == entities.end() ? 1 : found->first.size());
    }
    return plain;
}

}  // namespace throughline::eval
