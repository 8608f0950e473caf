#include "storage/event_details.hpp"

#include "storage/rows.hpp"
#include "storage/transaction.hpp"

#include <algorithm>
#include <cstdio>

namespace throughline::storage {
namespace {

// $1 story, $2 events
// $3 to $6 the mentions that the events rest on now. NOT IN is looked up in a table of hashes, however many they are.
constexpr query clear_mentions{"clear_event_mentions", R"(
    DELETE FROM event_mentions WHERE story_id = $1 AND event_id = ANY($2::text[])
      AND (event_id, article_id, version, ordinal) NOT IN (
          SELECT * FROM unnest($3::text[], $4::text[], $5::int[], $6::int[])))"};
constexpr query clear_participants{"clear_event_participants",
                                   "DELETE FROM event_participants WHERE story_id = $1 AND event_id = ANY($2::text[])"};
constexpr query clear_links{"clear_event_links",
                            "DELETE FROM event_links WHERE story_id = $1 AND event_id = ANY($2::text[])"};
constexpr query clear_merges{"clear_event_merges",
                             "DELETE FROM event_merges WHERE story_id = $1 AND event_id = ANY($2::text[])"};

// $1 story, then one array a column
constexpr query insert_mentions{"insert_event_mentions", R"(
    INSERT INTO event_mentions (story_id, event_id, article_id, version, ordinal)
    SELECT $1, n.* FROM unnest($2::text[], $3::text[], $4::int[], $5::int[]) AS n ON CONFLICT DO NOTHING)"};
constexpr query insert_participants{"insert_event_participants", R"(
    INSERT INTO event_participants (story_id, event_id, ordinal, key, name, names, role)
    SELECT $1, event_id, ordinal, key, name, string_to_array(lower(names), chr(31)), role
    FROM unnest($2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[])
         AS n(event_id, ordinal, key, name, names, role))"};
constexpr query insert_links{"insert_event_links", R"(
    INSERT INTO event_links (story_id, event_id, relation, target_id, article_id, words_start, words_end)
    SELECT $1, n.* FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::int[]) AS n
    ON CONFLICT DO NOTHING)"};
constexpr query insert_merges{"insert_event_merges", R"(
    INSERT INTO event_merges (story_id, event_id, records)
    SELECT $1, event_id,
           json_agg(json_build_array(merged, score, reason, features, left_article, left_mention, right_article,
                                     right_mention) ORDER BY ordinal)
    FROM unnest($2::text[], $3::int[], $4::bool[], $5::float8[], $6::text[], $7::json[], $8::text[], $9::int[],
                $10::text[], $11::int[])
         AS n(event_id, ordinal, merged, score, reason, features, left_article, left_mention, right_article,
              right_mention)
    GROUP BY event_id)"};

/// One column of an insert: a value of each row of each event.
template <class Row, class Value>
auto column(const std::vector<const event_row*>& events, std::vector<Row> event_row::*rows, Value value) {
    std::vector<decltype(value(*events.front(), (events.front()->*rows).front(), std::size_t{}))> list;
    for (const auto* event : events)
        for (std::size_t i = 0; i < (event->*rows).size(); ++i) list.push_back(value(*event, (event->*rows)[i], i));
    return list;
}

/// Clears the table's rows of the events that have any.
template <class... Values>
void clear(transaction& tx, const query& statement, std::string_view story_id,
           const std::vector<const event_row*>& events, const Values&... values) {
    std::vector<std::string> standing;
    for (const auto* event : events)
        if (event->stands) standing.push_back(event->id);
    if (!standing.empty()) tx.exec(statement, story_id, standing, values...);
}

/// FNV-1a over 64 bits (Fowler, Noll, Vo 1991), each field ended so that neighbours cannot run together.
class row_hash {
public:
    row_hash& add(std::string_view text) {
        for (const char c : text) step(static_cast<unsigned char>(c));
        step(0x1e);
        return *this;
    }
    row_hash& add(std::uint64_t number) { return add(std::to_string(number)); }
    row_hash& add(const mention_key& key) { return add(key.article_id).add(key.version).add(key.ordinal); }
    std::string text() const {
        char buffer[17];
        std::snprintf(buffer, sizeof buffer, "%016llx", static_cast<unsigned long long>(state_));
        return buffer;
    }

private:
    void step(std::uint8_t byte) { state_ = (state_ ^ byte) * 0x100000001b3ULL; }

    std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

}  // namespace

std::string event_row::details_hash() const {
    std::array<row_hash, detail_count> parts;
    for (const auto& mention : mentions) parts[0].add(mention);
    for (const auto& each : participants)
        parts[1].add(each.key).add(each.name).add(unit_separated(each.names)).add(each.role);
    for (const auto& each : links)
        parts[2].add(each.relation).add(each.target_id).add(each.article_id).add(each.words.begin).add(each.words.end);
    for (const auto& each : merges)
        parts[3]
            .add(each.merged ? "1" : "0")
            .add(std::to_string(each.score))
            .add(each.reason)
            .add(each.features)
            .add(each.left)
            .add(each.right);
    std::string hash;
    for (const auto& part : parts) hash += (hash.empty() ? "" : ".") + part.text();
    return hash;
}

std::vector<detail> differing_details(std::string_view left, std::string_view right) {
    const auto next_part = [](std::string_view& hash) {
        const auto part = hash.substr(0, hash.find('.'));
        hash.remove_prefix(std::min(hash.size(), part.size() + 1));
        return part;
    };
    std::vector<detail> different;
    for (std::size_t i = 0; i < detail_count; ++i)
        if (next_part(left) != next_part(right)) different.push_back(static_cast<detail>(i));
    return different;
}

event_details::event_details(const timeline_change& change) {
    for (std::size_t i = 0; i < detail_count; ++i)
        for (const auto event : change.details[i]) changed_[i].push_back(&change.events[event]);
}

void event_details::write(transaction& tx, std::string_view story_id) const {
    // In the order of `detail`.
    constexpr std::array tables{write_mentions, write_participants, write_links, write_merges};
    for (std::size_t i = 0; i < detail_count; ++i)
        if (!changed_[i].empty()) tables[i](tx, story_id, changed_[i]);
}

/// Of an event that hundreds of mentions tell of, most stay.
void event_details::write_mentions(transaction& tx, std::string_view story_id, const events& changed) {
    const auto of = [&](auto value) { return column(changed, &event_row::mentions, value); };
    using event = const event_row&;
    using row = const mention_key&;
    const auto ids = of([](event e, row, std::size_t) { return e.id; });
    const auto articles = of([](event, row m, std::size_t) { return m.article_id; });
    const auto versions = of([](event, row m, std::size_t) { return m.version; });
    const auto ordinals = of([](event, row m, std::size_t) { return m.ordinal; });
    clear(tx, clear_mentions, story_id, changed, ids, articles, versions, ordinals);
    if (!ids.empty()) tx.exec(insert_mentions, story_id, ids, articles, versions, ordinals);
}

void event_details::write_participants(transaction& tx, std::string_view story_id, const events& changed) {
    const auto of = [&](auto value) { return column(changed, &event_row::participants, value); };
    clear(tx, clear_participants, story_id, changed);
    using event = const event_row&;
    using row = const participant_row&;
    const auto ids = of([](event e, row, std::size_t) { return e.id; });
    if (ids.empty()) return;
    tx.exec(insert_participants, story_id, ids, of([](event, row, std::size_t i) { return i; }),
            of([](event, row p, std::size_t) { return p.key; }), of([](event, row p, std::size_t) { return p.name; }),
            of([](event, row p, std::size_t) { return unit_separated(p.names); }),
            of([](event, row p, std::size_t) { return p.role; }));
}

void event_details::write_links(transaction& tx, std::string_view story_id, const events& changed) {
    const auto of = [&](auto value) { return column(changed, &event_row::links, value); };
    clear(tx, clear_links, story_id, changed);
    using event = const event_row&;
    using row = const link_row&;
    const auto ids = of([](event e, row, std::size_t) { return e.id; });
    if (ids.empty()) return;
    tx.exec(insert_links, story_id, ids, of([](event, row l, std::size_t) { return l.relation; }),
            of([](event, row l, std::size_t) { return l.target_id; }),
            of([](event, row l, std::size_t) { return l.article_id; }),
            of([](event, row l, std::size_t) { return l.words.begin; }),
            of([](event, row l, std::size_t) { return l.words.end; }));
}

void event_details::write_merges(transaction& tx, std::string_view story_id, const events& changed) {
    const auto of = [&](auto value) { return column(changed, &event_row::merges, value); };
    clear(tx, clear_merges, story_id, changed);
    using event = const event_row&;
    using row = const merge_row&;
    const auto ids = of([](event e, row, std::size_t) { return e.id; });
    if (ids.empty()) return;
    params values(story_id, ids, of([](event, row, std::size_t i) { return i; }));
    values.add(of([](event, row m, std::size_t) { return m.merged; }));
    values.add(of([](event, row m, std::size_t) { return m.score; }));
    values.add(of([](event, row m, std::size_t) { return m.reason; }));
    values.add(of([](event, row m, std::size_t) { return m.features; }));
    values.add(of([](event, row m, std::size_t) { return m.left.article_id; }));
    values.add(of([](event, row m, std::size_t) { return m.left.ordinal; }));
    values.add(of([](event, row m, std::size_t) { return m.right.article_id; }));
    values.add(of([](event, row m, std::size_t) { return m.right.ordinal; }));
    tx.exec(insert_merges, values);
}

}  // namespace throughline::storage
