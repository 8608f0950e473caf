#include "entities/gazetteer.hpp"

#include "resources/rows.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>

namespace throughline::entities {
namespace {

/// A table's rows, each held to the number of fields that its format names.
std::vector<std::vector<std::string_view>> table_rows(std::string_view name, std::size_t fields) {
    auto rows = resources::rows(name);
    for (const auto& row : rows)
        if (row.size() != fields)
            throw std::runtime_error(std::string(name) + ": a row with the wrong number of fields");
    return rows;
}

template <class Value, std::size_t N>
Value parse(std::string_view text, const std::array<std::pair<std::string_view, Value>, N>& names) {
    for (const auto& [name, value] : names)
        if (name == text) return value;
    throw std::runtime_error("unknown word in a table of names: " + std::string(text));
}

constexpr std::array<std::pair<std::string_view, place_role>, 6> role_names{{{"country", place_role::country},
                                                                             {"demonym", place_role::demonym},
                                                                             {"capital", place_role::capital},
                                                                             {"seat", place_role::seat},
                                                                             {"region", place_role::region},
                                                                             {"group", place_role::group}}};
constexpr std::array<std::pair<std::string_view, office_class>, 6> office_names{{{"honorific", office_class::honorific},
                                                                                 {"royal", office_class::royal},
                                                                                 {"cleric", office_class::cleric},
                                                                                 {"head", office_class::head},
                                                                                 {"office", office_class::office},
                                                                                 {"rank", office_class::rank}}};
constexpr std::array<std::pair<std::string_view, sex>, 3> sex_names{
    {{"m", sex::male}, {"f", sex::female}, {"-", sex::unknown}}};

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_capitalised(std::string_view word) {
    return !word.empty() && (is_upper(word.front()) || static_cast<unsigned char>(word.front()) >= 0xc3);
}

std::uint64_t hash_title_case(std::string_view word, std::uint64_t hash) {
    for (std::size_t i = 0; i < word.size(); ++i) hash = hash_byte(hash, i == 0 ? word[i] : lower_byte(word[i]));
    return hash;
}

constexpr std::string_view without_stop(std::string_view word) {
    if (word.size() > 1 && word.back() == '.') word.remove_suffix(1);
    return word;
}

bool all_capitals(std::string_view word) {
    return word.size() > 3 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

const gazetteer& gazetteer::instance() {
    static const gazetteer tables;
    return tables;
}

gazetteer::gazetteer() {
    places_.reserve(8192);
    read_places("service/entities/data/places_kept.tsv");
    read_places("service/entities/data/places.tsv");
    read_offices("service/entities/data/offices.tsv");
    read_words();
    std::sort(country_names_.begin(), country_names_.end());
}

void gazetteer::read_places(std::string_view table) {
    for (const auto& fields : table_rows(table, 3)) {
        const place_entry entry{fields[0], fields[2], parse(fields[1], role_names)};
        place_table_.add(entry.form, static_cast<std::uint32_t>(places_.size()) + 2);
        places_.push_back(entry);
        if (entry.role == place_role::demonym || entry.role == place_role::group) add_plural(entry);
        const bool generated = table.ends_with("/places.tsv");
        if (generated && entry.role == place_role::country &&
            std::none_of(country_names_.begin(), country_names_.end(),
                         [&](const auto& known) { return known.first == entry.country; }))
            country_names_.emplace_back(entry.country, entry.form);
    }
}

void gazetteer::add_plural(const place_entry& people) {
    std::string plural(people.form);
    if (plural.ends_with("man")) {
        plural.replace(plural.size() - 3, 3, "men");
    } else if (plural.ends_with("ese") || plural.ends_with('s') || plural.ends_with("sh") || plural.ends_with("ch")) {
        return;
    } else if (plural.ends_with("ory")) {
        plural.replace(plural.size() - 1, 1, "ies");
    } else {
        plural += 's';
    }
    place_table_.add(plural, static_cast<std::uint32_t>(places_.size()) + 1);
}

void gazetteer::add_office(std::string_view form, const office_entry& entry) {
    office_table_.add(form, static_cast<std::uint32_t>(offices_.size()) + 2);
    offices_.push_back(entry);
    office_openings_.add(form.substr(0, form.find(' ')));
    office_openings_.add(form.substr(0, form.find_first_of(" -")));  // "commander" "-" "in" "-" "chief"
}

void gazetteer::read_offices(std::string_view table) {
    std::vector<std::pair<std::string, office_entry>> plurals;
    for (const auto& fields : table_rows(table, 3)) {
        office_entry entry{parse(fields[1], office_names), parse(fields[2], sex_names)};
        add_office(fields[0], entry);
        entry.plural = true;
        plurals.emplace_back(std::string(fields[0]) + 's', entry);
    }
    for (const auto& [form, entry] : plurals) add_office(form, entry);  // a listed "ms" comes before that of "m"
}

void gazetteer::read_words() {
    std::unordered_map<std::string_view, std::uint32_t> classes;
    for (const auto& fields : table_rows("service/entities/data/first_names.tsv", 2)) {
        classes[fields[0]] |= (fields[1] == "f"   ? first_name_female
                               : fields[1] == "m" ? first_name_male
                                                  : first_name_male | first_name_female);
    }
    for (const auto& fields : table_rows("service/entities/data/organization_words.tsv", 2)) {
        classes[fields[0]] |= fields[1] == "company" ? company_word : body_word;
    }
    for (const auto& fields : table_rows("service/entities/data/person_words.tsv", 2)) {
        const sex bearer = parse(fields[1], sex_names);
        classes[fields[0]] |= person_word;
        person_words_.add(fields[0]);
        if (bearer != sex::unknown) classes[fields[0]] |= bearer == sex::male ? male_word : female_word;
    }
    for (const auto& fields : table_rows("service/entities/data/group_words.tsv", 1)) classes[fields[0]] |= group_word;
    for (const auto& [word, bits] : classes) words_.add(word, bits << 2);
}

phrase_match<place_entry> gazetteer::place_at(std::span<const std::string_view> words, std::size_t at) const {
    if (!is_capitalised(words[at])) return {};
    const auto as_written =
        match_place(words, at, [](std::string_view word, std::uint64_t hash) { return hash_bytes(word, hash); });
    return as_written.length > 0 || !all_capitals(words[at]) ? as_written : match_place(words, at, hash_title_case);
}

template <class Hash>
phrase_match<place_entry> gazetteer::match_place(std::span<const std::string_view> words, std::size_t at,
                                                 Hash hash_word) const {
    phrase_match<place_entry> best;
    std::uint64_t hash = hash_start;
    for (std::size_t i = at; i < words.size(); ++i) {
        if (i > at) hash = hash_byte(hash, ' ');
        hash = hash_word(words[i], hash);
        const std::uint32_t value = place_table_.find(hash);
        if (value == phrase_table::absent) break;
        if (value > phrase_table::prefix) best = {static_cast<std::uint32_t>(i - at + 1), &places_[value - 2]};
    }
    return best;
}

phrase_match<office_entry> gazetteer::office_at(std::span<const std::string_view> words, std::size_t at) const {
    phrase_match<office_entry> best;
    if (!office_openings_.may_hold(without_stop(words[at]))) return best;
    std::uint64_t hash = hash_start;
    for (std::size_t i = at; i < words.size(); ++i) {
        if (i > at && words[i] != "-" && words[i - 1] != "-") hash = hash_byte(hash, ' ');
        hash = hash_lower(without_stop(words[i]), hash);
        const std::uint32_t value = office_table_.find(hash);
        if (value > phrase_table::prefix) best = {static_cast<std::uint32_t>(i - at + 1), &offices_[value - 2]};
        const bool hyphen_next = i + 1 < words.size() && words[i + 1] == "-";
        if (value == phrase_table::absent && words[i] != "-" && !hyphen_next) break;
        if (i - at > 8) break;
    }
    return best;
}

const place_entry* gazetteer::place(std::string_view form) const {
    const std::uint32_t value = place_table_.find(hash_bytes(form));
    return value > phrase_table::prefix ? &places_[value - 2] : nullptr;
}

std::string_view gazetteer::country_name(std::string_view code) const {
    const auto at = std::lower_bound(country_names_.begin(), country_names_.end(), code,
                                     [](const auto& row, std::string_view wanted) { return row.first < wanted; });
    return at != country_names_.end() && at->first == code ? at->second : std::string_view{};
}

}  // namespace throughline::entities
