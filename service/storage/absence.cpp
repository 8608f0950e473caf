#include "storage/absence.hpp"

#include "storage/rows.hpp"
#include "storage/transaction.hpp"

namespace throughline::storage {
namespace {

constexpr query is_deleted{"is_deleted", "SELECT EXISTS (SELECT FROM id_tombstones WHERE id = $1)"};

}  // namespace

error absence(transaction& tx, std::string_view id, const std::string& kind) {
    if (flag(tx.exec(is_deleted, id)[0][0])) return {errc::gone, "The " + kind + " was deleted.", {}};
    return {errc::not_found, "There is no " + kind + " with this id.", {}};
}

}  // namespace throughline::storage
