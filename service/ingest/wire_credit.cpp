#include "ingest/wire_credit.hpp"

#include "ingest/data_table.hpp"
#include "text/utf8.hpp"

#include <unordered_map>

namespace throughline::ingest {
namespace {

// A dateline stands within the first words: "ISTANBUL/RIYADH, Oct 21 (Reuters) - ".
constexpr std::size_t dateline_bytes = 120;
constexpr std::size_t closing_bytes = 60;

std::string_view agency_of(std::string_view name) {
    static const auto table = [] {
        std::unordered_map<std::string_view, std::string_view> read;
        for (const auto& row : data_table("service/ingest/data/agencies.tsv"))
            for (const auto known : split(row[1], '|')) read.emplace(known, row[0]);
        return read;
    }();
    const auto found = table.find(text::fold(trim(name)));
    return found == table.end() ? std::string_view{} : found->second;
}

// "Jane Roe, Associated Press", "Jane Roe of Reuters", "AP/Reuters".
std::string_view agency_in_byline(std::string_view byline) {
    if (const auto whole = agency_of(byline); !whole.empty()) return whole;
    for (const char mark : {',', '/', '|', ';', '('})
        for (auto part : split(byline, mark)) {
            part = trim(part.substr(0, part.find(')')));
            if (const auto agency = agency_of(part); !agency.empty()) return agency;
        }
    for (const std::string_view joint : {" of ", " for ", " - "})
        if (const auto at = byline.rfind(joint); at != std::string_view::npos)
            if (const auto agency = agency_of(byline.substr(at + joint.size())); !agency.empty()) return agency;
    return {};
}

std::string_view agency_in_parentheses(std::string_view words) {
    for (auto open = words.find('('); open != std::string_view::npos; open = words.find('(', open + 1)) {
        const auto close = words.find(')', open);
        if (close == std::string_view::npos) return {};
        if (const auto agency = agency_of(words.substr(open + 1, close - open - 1)); !agency.empty()) return agency;
    }
    return {};
}

}  // namespace

std::string wire_credit(std::string_view publisher, const std::vector<std::string>& authors, std::string_view text) {
    if (const auto agency = agency_of(publisher); !agency.empty()) return std::string(agency);
    for (const auto& author : authors)
        if (const auto agency = agency_in_byline(author); !agency.empty()) return std::string(agency);
    if (const auto agency = agency_in_parentheses(text.substr(0, dateline_bytes)); !agency.empty())
        return std::string(agency);
    const auto closing = text.size() > closing_bytes ? text.substr(text.size() - closing_bytes) : text;
    const auto line = closing.substr(closing.rfind('\n') + 1);  // npos + 1 is the whole of it
    if (trim(line).starts_with('(')) return std::string(agency_in_parentheses(line));
    return {};
}

}  // namespace throughline::ingest
