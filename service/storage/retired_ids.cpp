#include "storage/retired_ids.hpp"

#include "storage/transaction.hpp"

namespace throughline::storage {
namespace {

constexpr query insert_tombstones{"insert_tombstones", R"(
    INSERT INTO id_tombstones (id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING)"};

// $1 ids that go, $2 their successors
constexpr query forward_redirects{"forward_redirects", R"(
    UPDATE id_redirects r SET new_id = n.new_id FROM unnest($1::text[], $2::text[]) AS n(old_id, new_id)
    WHERE r.new_id = n.old_id)"};
constexpr query insert_redirects{"insert_redirects", R"(
    INSERT INTO id_redirects (old_id, new_id) SELECT * FROM unnest($1::text[], $2::text[])
    ON CONFLICT (old_id) DO UPDATE SET new_id = excluded.new_id)"};

}  // namespace

void bury_ids(transaction& tx, const std::vector<std::string>& ids) {
    if (!ids.empty()) tx.exec(insert_tombstones, ids);
}

void redirect_ids(transaction& tx, const std::vector<std::string>& ids, const std::vector<std::string>& successors) {
    tx.exec(forward_redirects, ids, successors);
    tx.exec(insert_redirects, ids, successors);
}

}  // namespace throughline::storage
