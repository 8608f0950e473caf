#include "storage/mention_rows.hpp"

#include "storage/rows.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <optional>
#include <string>

namespace throughline::storage {
namespace {

namespace json = boost::json;

/// Parts the elements of a list within an array's element, since unnest() flattens arrays of arrays.
constexpr char unit_separator = '\x1f';

// One array a column
constexpr query insert_rows{"insert_mentions", R"(
    INSERT INTO mentions (article_id, version, ordinal, text_length, type, lemma, title, trigger_start, trigger_end,
        evidence_start, evidence_end, first_day, last_day, edtf, granularity, basis, time_start, time_end, time_text,
        time_value, status, background, attributed_to, said, words, route_from, route_to, counted, sentence,
        participants, links)
    SELECT m.article_id, m.version, m.ordinal, v.text_length, m.type, m.lemma, m.title, m.trigger_start, m.trigger_end,
        m.evidence_start, m.evidence_end, m.first_day, m.last_day, m.edtf, m.granularity, m.basis, m.time_start,
        m.time_end, m.time_text, m.time_value, m.status, m.background, m.attributed_to, m.said,
        string_to_array(m.words, chr(31)), string_to_array(m.route_from, chr(31)),
        string_to_array(m.route_to, chr(31)), m.counted, m.sentence, m.participants, m.links
    FROM unnest($1::text[], $2::int[], $3::int[], $4::text[], $5::text[], $6::text[], $7::int[], $8::int[], $9::int[],
                $10::int[], $11::date[], $12::date[], $13::text[], $14::smallint[], $15::smallint[], $16::int[],
                $17::int[], $18::text[], $19::text[], $20::text[], $21::bool[], $22::text[], $23::text[], $24::text[],
                $25::text[], $26::text[], $27::text[], $28::int[], $29::json[], $30::json[])
        AS m(article_id, version, ordinal, type, lemma, title, trigger_start, trigger_end, evidence_start, evidence_end,
             first_day, last_day, edtf, granularity, basis, time_start, time_end, time_text, time_value, status,
             background, attributed_to, said, words, route_from, route_to, counted, sentence, participants, links)
    CROSS JOIN LATERAL (SELECT text_length FROM article_versions
                        WHERE article_id = m.article_id AND version = m.version OFFSET 0) AS v)"};

struct row {
    const version_mentions& of;
    std::size_t ordinal = 0;

    const record_mention& mention() const { return of.mentions[ordinal]; }
};

std::vector<row> rows_of(const std::vector<version_mentions>& versions) {
    std::vector<row> rows;
    for (const auto& version : versions)
        for (std::size_t i = 0; i < version.mentions.size(); ++i) rows.push_back({version, i});
    return rows;
}

/// One column of the insert: a value of each mention.
template <class Value>
auto column(const std::vector<row>& rows, Value value) {
    std::vector<decltype(value(rows.front().mention()))> list;
    list.reserve(rows.size());
    for (const auto& each : rows) list.push_back(value(each.mention()));
    return list;
}

template <class Value>
auto time_column(const std::vector<row>& rows, Value value) {
    std::vector<std::optional<decltype(value(*rows.front().mention().time_expression))>> list;
    list.reserve(rows.size());
    for (const auto& each : rows) {
        list.emplace_back();
        if (each.mention().time_expression) list.back() = value(*each.mention().time_expression);
    }
    return list;
}

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const auto& word : words) {
        if (!line.empty()) line += unit_separator;
        line += word;
    }
    return line;
}

std::string participants_json(const record_mention& mention) {
    json::array list;
    for (const auto& each : mention.participants) {
        json::array aliases;
        for (const auto& alias : each.aliases) aliases.emplace_back(alias);
        list.emplace_back(json::array{each.name, each.key, static_cast<int>(each.kind), name(each.role), aliases});
    }
    return json::serialize(list);
}

std::string links_json(const record_mention& mention) {
    json::array list;
    for (const auto& link : mention.links)
        list.emplace_back(json::array{name(link.kind), link.target, link.words.begin, link.words.end});
    return json::serialize(list);
}

std::string string_at(const json::array& list, std::size_t index) { return std::string(list.at(index).as_string()); }

std::vector<record_participant> read_participants(std::string_view text) {
    std::vector<record_participant> participants;
    const auto list = json::parse(json::string_view(text.data(), text.size()));
    for (const auto& item : list.as_array()) {
        const auto& fields = item.as_array();
        record_participant next;
        next.name = string_at(fields, 0);
        next.key = string_at(fields, 1);
        next.kind = static_cast<entity_kind>(fields.at(2).to_number<int>());
        next.role = parse_participant_role(string_at(fields, 3)).value_or(participant_role::other);
        for (const auto& alias : fields.at(4).as_array()) next.aliases.emplace_back(alias.as_string());
        participants.push_back(std::move(next));
    }
    return participants;
}

std::vector<mention_link> read_links(std::string_view text) {
    std::vector<mention_link> links;
    const auto list = json::parse(json::string_view(text.data(), text.size()));
    for (const auto& item : list.as_array()) {
        const auto& fields = item.as_array();
        mention_link next;
        next.kind = parse_relation(string_at(fields, 0)).value_or(relation::about);
        next.target = fields.at(1).to_number<std::uint32_t>();
        next.words = {fields.at(2).to_number<std::uint32_t>(), fields.at(3).to_number<std::uint32_t>()};
        links.push_back(next);
    }
    return links;
}

}  // namespace

void insert_mentions(transaction& tx, const std::vector<version_mentions>& versions) {
    const auto rows = rows_of(versions);
    if (rows.empty()) return;
    std::vector<std::string_view> articles;
    std::vector<std::uint32_t> numbers;
    std::vector<std::size_t> ordinals;
    for (const auto& each : rows) {
        articles.push_back(each.of.article_id);
        numbers.push_back(each.of.version);
        ordinals.push_back(each.ordinal);
    }
    using mention = const record_mention&;
    using expression = const record_time_expression&;
    params values(articles, numbers, ordinals);
    values.add(column(rows, [](mention m) { return m.type; }));
    values.add(column(rows, [](mention m) { return m.lemma; }));
    values.add(column(rows, [](mention m) { return m.title; }));
    values.add(column(rows, [](mention m) { return m.trigger.begin; }));
    values.add(column(rows, [](mention m) { return m.trigger.end; }));
    values.add(column(rows, [](mention m) { return m.evidence.begin; }));
    values.add(column(rows, [](mention m) { return m.evidence.end; }));
    values.add(column(rows, [](mention m) { return m.time.first; }));
    values.add(column(rows, [](mention m) { return m.time.last; }));
    values.add(column(rows, [](mention m) { return m.time.edtf; }));
    values.add(column(rows, [](mention m) { return static_cast<int>(m.time.unit); }));
    values.add(column(rows, [](mention m) { return static_cast<int>(m.time.basis); }));
    values.add(time_column(rows, [](expression e) { return e.where.begin; }));
    values.add(time_column(rows, [](expression e) { return e.where.end; }));
    values.add(time_column(rows, [](expression e) { return e.text; }));
    values.add(time_column(rows, [](expression e) { return e.value; }));
    values.add(column(rows, [](mention m) { return std::string(name(m.status)); }));
    values.add(column(rows, [](mention m) { return m.background; }));
    values.add(column(rows, [](mention m) { return m.attributed_to; }));
    values.add(column(rows, [](mention m) { return m.said; }));
    values.add(column(rows, [](mention m) { return joined(m.words); }));
    values.add(column(rows, [](mention m) { return joined(m.route_from); }));
    values.add(column(rows, [](mention m) { return joined(m.route_to); }));
    values.add(column(rows, [](mention m) { return m.counted; }));
    values.add(column(rows, [](mention m) { return m.sentence; }));
    values.add(column(rows, participants_json));
    values.add(column(rows, links_json));
    tx.exec(insert_rows, values);
}

record_mention read_mention(const pqxx::row& row, int first) {
    const auto at = [&](int offset) { return row[first + offset]; };
    const auto span_at = [&](int offset) { return span{count(at(offset)), count(at(offset + 1))}; };
    record_mention mention;
    mention.type = text(at(0));
    mention.lemma = text(at(1));
    mention.title = text(at(2));
    mention.trigger = span_at(3);
    mention.evidence = span_at(5);
    mention.time.first = date(at(7));
    mention.time.last = date(at(8));
    mention.time.edtf = text(at(9));
    mention.time.unit = static_cast<granularity>(integer(at(10)));
    mention.time.basis = static_cast<time_basis>(integer(at(11)));
    if (!at(12).is_null())
        mention.time_expression = {span_at(12), std::string(text(at(14))), std::string(text(at(15)))};
    mention.status = parse_event_status(text(at(16))).value_or(event_status::occurred);
    mention.background = flag(at(17));
    mention.attributed_to = text(at(18));
    mention.said = text(at(19));
    mention.words = text_array(at(20));
    mention.route_from = text_array(at(21));
    mention.route_to = text_array(at(22));
    mention.counted = text(at(23));
    mention.sentence = count(at(24));
    mention.participants = read_participants(text(at(25)));
    mention.links = read_links(text(at(26)));
    return mention;
}

}  // namespace throughline::storage
